import type { Bits } from '../experiment/experiment.ts';
import { codeOf, type Levels } from '../quantization/fake-quantization.ts';

const view = new DataView(new ArrayBuffer(4));

function bitsOf(v: number): number {
  view.setFloat32(0, v);
  return view.getInt32(0);
}

/** Codes of a layer before quantization (units, n); of a float network the bits of each float32, -0 as 0. */
export function layerCodes(a: Float32Array, levels: Levels | null): Int32Array {
  const codes = new Int32Array(a.length);
  if (levels) for (let i = 0; i < a.length; i++) codes[i] = codeOf(a[i]!, levels);
  else for (let i = 0; i < a.length; i++) codes[i] = bitsOf(a[i]! + 0);
  return codes;
}

/**
 * Exact codes of the output: softmax stays the same when all logits move together, so its code is the vector of the
 * logits' codes minus their smallest, per sample. Of a float network: the float32 logits themselves.
 */
export function outputCodes(logitCodes: Int32Array, n: number, bits: Bits): Int32Array {
  if (bits === 'float') return logitCodes;
  const classes = logitCodes.length / n;
  return logitCodes.map((code, index) => {
    const s = index % n;
    let smallest = code;
    for (let k = 0; k < classes; k++) smallest = Math.min(smallest, logitCodes[k * n + s]!);
    return code - smallest;
  });
}

/** Round half to even, of a number in 0 ... 2^32. */
function nearest(x: number): number {
  const floor = Math.floor(x);
  const rest = x - floor;
  if (rest !== 0.5) return rest < 0.5 ? floor : floor + 1;
  return floor % 2 === 0 ? floor : floor + 1;
}

/** Steps of the study's grid over a layer's own range: 2^b, and 2^32 for float networks. */
export const gridSteps = (bits: Bits): number => (bits === 'float' ? 4294967296 : 1 << bits);

/**
 * The study's reading of a layer (Lorenzen, Igel & Nielsen 2022): round((v - min) steps / (max - min)) in double,
 * halves to even, over the layer's own smallest and largest; a constant layer is one code. As int32 bit patterns;
 * the one code 2^32 of a float network is taken as 2^32 - 1, which no other float32 value of such a range reaches.
 */
export function gridCodes(values: Float32Array, min: number, max: number, bits: Bits): Int32Array {
  const steps = gridSteps(bits);
  if (!(max > min)) return new Int32Array(values.length);
  return Int32Array.from(values, (v) => Math.min(nearest(((v - min) * steps) / (max - min)), 4294967295) | 0);
}
