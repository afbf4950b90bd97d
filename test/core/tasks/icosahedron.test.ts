import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { countPattern, icosahedron, isSet, PATTERNS } from '../../../src/core/tasks/icosahedron.ts';

const golden = JSON.parse(readFileSync(new URL('../../golden/batches.json', import.meta.url), 'utf8')) as {
  labelsSha256: string;
};

describe('the 12-bit task', () => {
  const task = icosahedron();

  test('has the published labels', () => {
    const text = task.labels.join('');
    expect(text).toHaveLength(4096);
    expect(createHash('sha256').update(text).digest('hex')).toBe(golden.labelsSha256);
  });

  test('has 2118 ones and H(Y) = 0.99915712085027 bits', () => {
    const ones = task.labels.reduce((sum, label) => sum + label, 0);
    expect(ones).toBe(2118);
    const p = ones / 4096;
    expect(-p * Math.log2(p) - (1 - p) * Math.log2(1 - p)).toBeCloseTo(0.99915712085027, 14);
  });

  test('has 64 classes of (vertices, edges, antipodes), each with one label', () => {
    const labelOfClass = new Map<string, number>();
    for (let pattern = 0; pattern < PATTERNS; pattern++) {
      const { vertices, edges, antipodes } = countPattern(pattern);
      const key = `${vertices} ${edges} ${antipodes}`;
      const label = task.labels[pattern] ?? -1;
      expect(labelOfClass.get(key) ?? label).toBe(label);
      labelOfClass.set(key, label);
    }
    expect(labelOfClass.size).toBe(64);
  });

  test('counts 12 vertices, 30 edges and 6 antipodal pairs when everything is set', () => {
    expect(countPattern(4095)).toEqual({ vertices: 12, edges: 30, antipodes: 6 });
    expect(countPattern(0)).toEqual({ vertices: 0, edges: 0, antipodes: 0 });
  });

  test('has every pattern once, most significant bit first', () => {
    expect(task.inputs).toHaveLength(4096 * 12);
    for (let pattern = 0; pattern < PATTERNS; pattern++) {
      const row = task.inputs.subarray(pattern * 12, pattern * 12 + 12);
      expect(Number.parseInt(row.join(''), 2)).toBe(pattern);
    }
    expect(isSet(0b100000000000, 0)).toBe(true);
    expect(isSet(0b000000000001, 11)).toBe(true);
  });

  test('says what it is', () => {
    expect([task.name, task.samples, task.features, task.classes]).toEqual(['icosahedron', 4096, 12, 2]);
    expect([task.image, task.ownTrainSamples]).toEqual([null, null]);
  });
});
