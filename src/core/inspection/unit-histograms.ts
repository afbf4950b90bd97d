import type { Bits } from '../experiment/experiment.ts';
import { finish } from '../finish.ts';
import type { LayerOutputs } from '../information/outputs.ts';
import { levelsOf } from '../quantization/fake-quantization.ts';
import { extremes, type Range } from '../quantization/layer-quantization.ts';

/** How often each unit of a layer has which code. */
export interface UnitHistograms {
  /** Codes from 0 to this less 1: 2^bits; of float outputs `floatBins` bins of equal width. */
  readonly possible: number;
  readonly isFloat: boolean;
  /** Where each unit's codes begin in the two arrays below, and the end, (units + 1). */
  readonly starts: Uint32Array;
  /** Codes that occur, ascending within a unit. */
  readonly codes: Uint32Array;
  /** Samples with that code. */
  readonly counts: Uint32Array;
  /** Different outputs of each unit, (units): levels in use; of float outputs different numbers. */
  readonly different: Uint32Array;
}

/** Bins in which float outputs are counted, between the smallest and largest of their layer. */
export const floatBins = 64;

/**
 * @param outputs quantized, as `Kernel.outputs` gives them; of the output layer the logits
 * @param range that the layer was quantized to at the measurement; of no meaning where values are float
 */
export function unitHistograms(outputs: LayerOutputs, bits: Bits, range: Range): UnitHistograms {
  return finish(unitHistogramsInParts(outputs, bits, range));
}

/** The same with breaths. */
export function* unitHistogramsInParts(
  { units, values }: LayerOutputs,
  bits: Bits,
  range: Range,
): Generator<number, UnitHistograms, void> {
  const isFloat = bits === 'float';
  const possible = isFloat ? floatBins : 1 << bits;
  const codeOf = isFloat ? binning(values) : decoding(range, bits);
  const starts = new Uint32Array(units + 1);
  const different = new Uint32Array(units);
  const codes: number[] = [];
  const counts: number[] = [];
  const table = new Uint32Array(possible);
  for (let unit = 0; unit < units; unit++) {
    table.fill(0);
    const numbers = new Set<number>();
    for (let at = unit; at < values.length; at += units) {
      table[codeOf(values[at]!)]!++;
      if (isFloat) numbers.add(values[at]! + 0); // -0 is the number 0.
    }
    for (let code = 0; code < possible; code++) {
      if (table[code] === 0) continue;
      codes.push(code);
      counts.push(table[code]!);
    }
    starts[unit + 1] = codes.length;
    different[unit] = isFloat ? numbers.size : codes.length - starts[unit]!;
    yield values.length / units;
  }
  return {
    ...{ possible, isFloat, starts, different },
    codes: Uint32Array.from(codes),
    counts: Uint32Array.from(counts),
  };
}

/** A quantized value is float32(k scale): dividing gives k to within 2^-7, so rounding gives it exactly. */
function decoding([min, max]: Range, bits: number): (value: number) => number {
  const { kind, scale, zeroPoint } = levelsOf(min, max, bits);
  if (kind !== 'levels') return () => 0;
  const last = (1 << bits) - 1;
  return (value) => Math.min(last, Math.max(0, Math.round(value / scale) + zeroPoint));
}

function binning(values: Float32Array): (value: number) => number {
  const [low, high] = extremes(values);
  if (!(high > low)) return () => 0;
  return (value) => Math.min(floatBins - 1, Math.floor(((value - low) * floatBins) / (high - low)));
}
