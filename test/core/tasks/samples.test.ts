import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limitsOf } from '../../../src/core/experiment/prepare.ts';
import { makeTask } from '../../../src/core/tasks/make-task.ts';
import { formatOwn, most, parseOwn, type SamplesSpec } from '../../../src/core/tasks/own-task-name.ts';
import {
  digestOfSamples,
  packSamples,
  samplesTask,
  scaledToOne,
  unpackSamples,
  type SampleSet,
} from '../../../src/core/tasks/samples.ts';
import { samplesOfText, samplesText } from '../../../src/core/tasks/samples-link.ts';
import { TaskError } from '../../../src/core/tasks/task-error.ts';
import { taskShape } from '../../../src/core/tasks/task-shape.ts';

/** Values of few decimals, any float32, or a few that come often. */
const value = fc.oneof(
  fc
    .tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.integer({ min: 0, max: 5 }))
    .map(([k, d]) => k / 10 ** d),
  fc.float({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0, 1, 2, -0.5),
);

const sampleSet: fc.Arbitrary<SampleSet> = fc
  .record({
    features: fc.integer({ min: 1, max: 5 }),
    classes: fc.integer({ min: 2, max: 16 }),
    samples: fc.integer({ min: 2, max: 12 }),
  })
  .chain(({ features, classes, samples }) =>
    fc.record({
      features: fc.constant(features),
      classes: fc.constant(classes),
      values: fc
        .array(value, { minLength: samples * features, maxLength: samples * features })
        .map((values) => Float32Array.from(values, (each) => Math.fround(each) + 0)),
      labels: fc
        .array(fc.integer({ min: 0, max: classes - 1 }), { minLength: samples, maxLength: samples })
        .map((labels) => Uint8Array.from(labels)),
    }),
  );

function specOf(set: SampleSet, scaled = false): SamplesSpec {
  const { features, classes, labels } = set;
  const sizes = { samples: labels.length, features, classes };
  return { kind: 'samples', scaled, ...sizes, digest: digestOfSamples(set), text: samplesText(set) };
}

/** Rows of values and a class as samples. */
function setOf(rows: readonly (readonly number[])[]): SampleSet {
  const labels = Uint8Array.from(rows, (row) => row.at(-1)!);
  const values = Float32Array.from(rows.flatMap((row) => row.slice(0, -1)));
  return {
    features: values.length / rows.length,
    classes: Math.max(2, 1 + Math.max(...labels)),
    values,
    labels,
  };
}

describe('own samples', () => {
  test('are in the text of a link to the bit', () => {
    fc.assert(
      fc.property(sampleSet, (set) => {
        const spec = specOf(set);
        expect(spec.text).toMatch(/^[\w-]+$/);
        expect(samplesOfText(spec.text ?? '', spec)).toEqual(set);
      }),
    );
  });

  test('are kept as bytes to the bit', () => {
    fc.assert(
      fc.property(sampleSet, (set) => {
        const bytes = packSamples(set);
        expect(unpackSamples(bytes)).toEqual(set);
        expect(() => unpackSamples(bytes.subarray(1))).toThrow(RangeError);
        expect(() => unpackSamples(bytes.subarray(0, bytes.length - 1))).toThrow(RangeError);
      }),
    );
  });

  test('have a name that says what they are, and make a task from it', () => {
    fc.assert(
      fc.property(sampleSet, fc.boolean(), (set, scaled) => {
        const spec = specOf(set, scaled);
        const name = formatOwn(spec);
        expect(parseOwn(name)).toEqual(spec);
        const { features, classes, labels } = set;
        expect(taskShape(name)).toMatchObject({ samples: labels.length, features, classes, image: null });
        expect(makeTask(name)).toMatchObject({
          ...{ name, labels, classes, features },
          inputs: scaled ? scaledToOne(set.values, features) : set.values,
        });
        expect(makeTask(formatOwn({ ...spec, text: null }))).toBeNull();
      }),
    );
  });

  test('that are damaged in a link are refused, saying so', () => {
    const spec = specOf(
      setOf([
        [0.5, 1, 0],
        [1.5, 2, 1],
        [2, 2, 0],
      ]),
    );
    const text = spec.text ?? '';
    for (const wrong of [
      text.slice(1),
      `${text}A`,
      `${text.slice(0, -2)}${text.at(-2) === 'A' ? 'B' : 'A'}A`,
    ]) {
      expect(() => makeTask(formatOwn({ ...spec, text: wrong }))).toThrow(TaskError);
    }
    expect(() => makeTask(formatOwn({ ...spec, digest: '0123456789abcdef' }))).toThrow(/digest/);
  });

  test('of 150 flowers, four measures with one decimal, take 614 characters', () => {
    const rows = Array.from({ length: 150 }, (_, s) => [
      (43 + (s % 37)) / 10,
      (20 + (s % 25)) / 10,
      (10 + (s % 60)) / 10,
      (1 + (s % 25)) / 10,
      s % 3,
    ]);
    const text = samplesText(setOf(rows));
    expect(text?.length).toBeLessThan(680);
  });

  test('are too many for a link beyond its limit', () => {
    const many = setOf(Array.from({ length: 2000 }, (_, s) => [Math.fround(Math.sin(s)), s % 2]));
    expect(samplesText(many)).toBeNull();
    const few = setOf(Array.from({ length: 200 }, (_, s) => [Math.fround(Math.sin(s)), s % 2]));
    expect(samplesText(few)?.length).toBeLessThanOrEqual(most.text);
  });

  test('count equal inputs once in H(X), and what their classes leave open in I(X;Y)', () => {
    const limits = (rows: number[][]) => {
      const set = setOf(rows);
      return limitsOf(samplesTask(specOf(set), set));
    };
    // Inputs 0 0 1 2 with classes 0 0 1 1: p = 1/2, 1/4, 1/4.
    expect(
      limits([
        [0, 0],
        [0, 0],
        [1, 1],
        [2, 1],
      ]),
    ).toEqual({ hx: 1.5, hy: 1 });
    // Input 0 with both classes: of it nothing is known.
    const mixed = limits([
      [0, 0],
      [0, 1],
      [1, 0],
      [2, 1],
    ]);
    expect(mixed).toMatchObject({ hx: 1.5, hy: 1 });
    expect(mixed.ixy).toBeCloseTo(0.5, 12);
  });

  test('are scaled feature by feature to 0 ... 1, a constant one to 0', () => {
    expect([...scaledToOne(Float32Array.of(10, 7, -1, 20, 7, 0, 15, 7, 1), 3)]).toEqual([
      0, 0, 0, 1, 0, 0.5, 0.5, 0, 1,
    ]);
  });

  test.each([
    'samples-1-2-2-0123456789abcdef',
    'samples-65537-2-2-0123456789abcdef',
    'samples-10-65-2-0123456789abcdef',
    'samples-10-0-2-0123456789abcdef',
    'samples-10-2-17-0123456789abcdef',
    'samples-10-2-2-0123456789ABCDEF',
    'samples-010-2-2-0123456789abcdef',
    `samples-10-2-2-0123456789abcdef:${'A'.repeat(2001)}`,
    'images-60000-10000-28x28-17-0123456789abcdef',
    'images-60000-10000-65x28-10-0123456789abcdef',
    'images-60000-99999-28x28-10-0123456789abcdef',
  ])('"%s" names none', (name) => {
    expect(parseOwn(name)).toBeUndefined();
  });
});
