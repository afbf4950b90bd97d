import type { Kernel, Samples } from '../../core/kernel.ts';
import { layerLevels } from '../../core/quantization/layer-quantization.ts';
import type { JsonField } from '../../share/json-field.ts';
import { boundOfLoaded, type Bounds } from './bounds.ts';
import { compareInformation, compareOutputRange, differentGridCodes, readGolden } from './compare-reading.ts';
import { countDifferent, largestDifference, type Comparison } from './comparison.ts';
import { kernelsOf, samplesFor, type Context } from './context.ts';
import { networkOf } from './network.ts';
import { readNetwork } from './reading.ts';
import { BitRecord } from './record.ts';
import { load, readState } from './state.ts';
import { compareKernels } from './trace.ts';
import { uint16 } from './words.ts';

/** Loads every state of a state file into both kernels, and measures it. */
export function compareStates(file: JsonField, { bounds, module }: Context): Comparison[] {
  const states = file.get('states').list();
  const [first] = states;
  if (!first) throw file.get('states').error('should have at least one entry');
  const spec = networkOf(file, first.get('ranges'), 1);
  const data = samplesFor(spec);
  const comparisons: Comparison[] = [];
  const records: BitRecord[] = [];
  for (const kernel of kernelsOf(spec, data, module)) {
    const record = new BitRecord();
    for (const state of states) {
      const epochs = state.get('completedEpochs').whole(0);
      const found = compareState(kernel, data, state, epochs, bounds, record);
      comparisons.push(
        ...found.map((each) => ({
          ...each,
          kernel: kernel.name,
          quantity: `loaded: ${each.quantity} after ${epochs} epochs`,
        })),
      );
    }
    records.push(record);
  }
  return [...comparisons, compareKernels(records)];
}

function compareState(
  kernel: Kernel,
  data: Samples,
  field: JsonField,
  epochs: number,
  bounds: Bounds,
  record: BitRecord,
): Omit<Comparison, 'kernel'>[] {
  const { bits, layers } = kernel.spec;
  const { miOfStateFiles, logitCodeDifferences: logitBound } = bounds.measureLoadedState;
  load(kernel, readState(field, layers), epochs);
  const reading = readNetwork(kernel, data);
  record.addReading(reading);
  const golden = readGolden(field, data.samples, kernel.spec);
  const bound = boundOfLoaded(bits, bounds, miOfStateFiles);
  const found = compareInformation(reading, golden, bound);
  if (golden.grid) {
    const difference = Math.max(...differentGridCodes(reading, golden.grid));
    const { gridEntriesPerLayer } = bounds.measureLoadedState;
    found.push({ quantity: 'grid codes of a layer', difference, bound: gridEntriesPerLayer });
  }
  const exact = field.find('miOutputExact');
  if (exact) {
    const values = exact.list(2).map((value) => value.number());
    const difference = largestDifference(reading.rows.at(-1) ?? [], values);
    found.push({ quantity: 'information of the exact output', difference, bound });
  }
  const codes = field.find('logitCodeDifference');
  if (codes && bits !== 'float') {
    const difference = countDifferent(
      logitCodeDifferences(kernel),
      Int16Array.from(uint16(codes, data.samples)),
    );
    found.push({ quantity: 'differences of logit codes', difference, bound: logitBound });
  }
  if (golden.outputRange) found.push(compareOutputRange(reading, golden.outputRange));
  return found;
}

/** Code of class 1 minus code of class 0 of each sample, as int16: quantized logits are whole multiples of a step. */
function logitCodeDifferences(kernel: Kernel): Int16Array {
  const { bits, layers } = kernel.spec;
  const logits = kernel.outputs('logits');
  const place = 4 * layers.length - 4;
  const [min = 0, max = 0] = kernel.buffers.ranges.subarray(place + 2, place + 4);
  const scale = layerLevels([min, max], bits)?.scale ?? 1;
  return Int16Array.from({ length: logits.length / 2 }, (_, sample) =>
    Math.round(((logits[2 * sample + 1] ?? NaN) - (logits[2 * sample] ?? NaN)) / scale),
  );
}
