import { describe, expect, it } from 'vitest';
import { gridCodes, layerCodes, outputCodes } from '../../../src/core/information/codes.ts';
import { levelsOf } from '../../../src/core/quantization/fake-quantization.ts';

describe("the study's grid", () => {
  it('rounds halves to even', () => {
    const values = Float32Array.of(0, 0.5, 1.5, 2.5, 3.5, 4);
    expect([...gridCodes(values, 0, 4, 2)]).toEqual([0, 0, 2, 2, 4, 4]);
  });

  it('has one code more than 2^bits, from the smallest output to the largest', () => {
    const values = Float32Array.from({ length: 257 }, (_, i) => i / 256 - 0.5);
    expect([...gridCodes(values, -0.5, 0.5, 8)]).toEqual(Array.from(values.keys()));
  });

  it('gives a constant layer one code', () => {
    expect([...gridCodes(Float32Array.of(0.3, 0.3), 0.3, 0.3, 8)]).toEqual([0, 0]);
  });

  it('has 2^32 steps for a float network, and keeps its ends apart', () => {
    const codes = gridCodes(Float32Array.of(0, 2 ** -32, 0.5, 1), 0, 1, 'float');
    expect([...codes].map((code) => code >>> 0)).toEqual([0, 1, 2 ** 31, 2 ** 32 - 1]);
  });

  it('merges output codes that differ, as the study did', () => {
    const [first, second] = gridCodes(Float32Array.of(0.9991, 0.9992, 0), 0, 0.9992, 8);
    expect(first).toBe(second);
  });
});

describe('the codes of a layer', () => {
  it('are those of its levels', () => {
    const levels = levelsOf(-2, 253, 8);
    expect([...layerCodes(Float32Array.of(-9, -2, 0, 0.6, 999), levels)]).toEqual([0, 0, 2, 3, 255]);
  });

  it('are the bits of each value in a float network, a negative zero being zero', () => {
    const [zero, negativeZero, one] = layerCodes(Float32Array.of(0, -0, 1), null);
    expect(zero).toBe(negativeZero);
    expect(one).toBe(0x3f800000);
  });
});

describe('the exact code of the output', () => {
  it('is that of the logits minus their smallest, so that a common shift changes nothing', () => {
    // Two samples of three classes: logit codes (4, 9, 5) and (6, 11, 7).
    expect([...outputCodes(Int32Array.of(4, 6, 9, 11, 5, 7), 2, 8)]).toEqual([0, 0, 5, 5, 1, 1]);
  });

  it('is the logits themselves in a float network', () => {
    expect([...outputCodes(Int32Array.of(4, 6, 9, 11), 2, 'float')]).toEqual([4, 6, 9, 11]);
  });
});
