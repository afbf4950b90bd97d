import type { Kernel, Samples } from '../../core/kernel.ts';
import type { JsonField } from '../../share/json-field.ts';
import { batchesInOrder, testFlags } from './batches.ts';
import { boundAfter, boundOfLoaded, type Bounds } from './bounds.ts';
import { compareInformation, compareOutputRange, differentGridCodes } from './compare-reading.ts';
import { largestDifference, type Comparison } from './comparison.ts';
import { kernelsOf, samplesFor, type Context } from './context.ts';
import { networkOf } from './network.ts';
import { readNetwork, runToEnd } from './reading.ts';
import { BitRecord } from './record.ts';
import { load } from './state.ts';
import { readTrace, type Moment, type Trace } from './trace-file.ts';

/** Trains the network of a trace file through both kernels and compares every quantity the file holds. */
export function compareTrace(file: JsonField, context: Context): Comparison[] {
  const { bounds, module } = context;
  const batches = context.batches();
  const [first] = file.get('after').members();
  if (!first) throw file.get('after').error('should have at least one step');
  file.get('optimizer');
  const spec = networkOf(file, first[1].get('ranges'), batches.batchSize);
  const data = samplesFor(spec, (samples) => testFlags(batches, samples));
  const steps = batchesInOrder(batches);
  const trace = readTrace(file, spec, data.samples, steps.length);
  const comparisons: Comparison[] = [];
  const records: BitRecord[] = [];
  for (const kernel of kernelsOf(spec, data, module)) {
    const record = new BitRecord();
    const found = [
      ...train(kernel, data, trace, steps, bounds, record),
      ...measureLoaded(kernel, data, trace, bounds, record),
    ];
    comparisons.push(...found.map((each) => ({ ...each, kernel: kernel.name })));
    records.push(record);
  }
  return [...comparisons, compareKernels(records)];
}

/** Two kernels agree in every bit. */
export function compareKernels([first, second]: readonly BitRecord[]): Comparison {
  const difference = first && second ? first.differingWords(second) : NaN;
  return { kernel: 'both', quantity: 'words whose bits differ', difference, bound: 0 };
}

type Found = Omit<Comparison, 'kernel'>;

const after = (step: number): string => `after ${step} step${step === 1 ? '' : 's'}`;

/** From the given start, step by step. */
function train(
  kernel: Kernel,
  data: Samples,
  trace: Trace,
  steps: readonly Uint32Array[],
  bounds: Bounds,
  record: BitRecord,
): Found[] {
  const { buffers, spec } = kernel;
  const { trace: bound } = bounds;
  buffers.parameters.set(trace.start);
  const found: Found[] = [];
  const losses: number[] = [];
  for (const [index, batch] of steps.slice(0, trace.loss.length).entries()) {
    losses.push(runToEnd(kernel.step(batch, 0, batch.length)).loss);
    record.addStep(losses[index] ?? NaN, kernel);
    const step = index + 1;
    if (step === 1 && trace.gradientOfStep1) {
      const difference = largestDifference(buffers.gradients, trace.gradientOfStep1);
      found.push({ quantity: 'gradient of step 1', difference, bound: bound.gradientOfStep1 });
    }
    const moments = trace.moments.get(step);
    if (moments) found.push(compareMoments(kernel, moments, step, bound.moments));
    const moment = trace.after.get(step);
    if (!moment) continue;
    found.push({
      quantity: `weights ${after(step)}`,
      difference: largestDifference(buffers.parameters, moment.state.parameters),
      bound: boundAfter(step, bound.weightsAfterStep),
    });
    if (spec.bits !== 'float' && moment.state.ranges.length > 0) {
      found.push(compareRanges(kernel, moment, step, bound.ranges));
    }
    found.push(...readTrained(kernel, data, moment, step, bounds, record));
  }
  return [...compareLosses(losses, trace.loss, bound), ...found];
}

/** The losses of all steps: all but a few are nearer than the rest may be. */
export function compareLosses(
  losses: readonly number[],
  golden: readonly number[],
  { loss: { each, exceptions, exceptionMax } }: Bounds['trace'],
): Found[] {
  return [
    {
      quantity: `loss, but for ${exceptions} steps`,
      difference: largestDifference(losses, golden, exceptions),
      bound: each,
    },
    { quantity: 'loss, all steps', difference: largestDifference(losses, golden), bound: exceptionMax },
  ];
}

function compareMoments(
  { buffers }: Kernel,
  golden: { readonly m: Float32Array | null; readonly v: Float32Array | null },
  step: number,
  bound: number,
): Found {
  const differences = [
    golden.m ? largestDifference(buffers.moment1, golden.m) : 0,
    golden.v ? largestDifference(buffers.moment2, golden.v) : 0,
  ];
  return { quantity: `moments ${after(step)}`, difference: Math.max(...differences), bound };
}

function compareRanges({ buffers }: Kernel, { state }: Moment, step: number, bound: number): Found {
  const ours = state.ranges.map(({ place }) => buffers.ranges[place] ?? NaN);
  const golden = state.ranges.map(({ value }) => value);
  return { quantity: `ranges ${after(step)}`, difference: largestDifference(ours, golden), bound };
}

/** A network trained here differs from the golden one by rounding: bounds are wider than for a loaded one. */
function readTrained(
  kernel: Kernel,
  data: Samples,
  { golden, probabilityOfClass1 }: Moment,
  step: number,
  { trace: bound }: Bounds,
  record: BitRecord,
): Found[] {
  const reading = readNetwork(kernel, data);
  record.addReading(reading);
  const { mi, miFloat, gridEntriesFraction } = bound.afterOwnTraining;
  const found = compareInformation(reading, golden, kernel.spec.bits === 'float' ? miFloat : mi);
  if (golden.grid) {
    const fractions = differentGridCodes(reading, golden.grid).map(
      (count, index) => count / (golden.grid?.[index]?.length ?? NaN),
    );
    found.push({
      quantity: 'fraction of grid codes',
      difference: Math.max(...fractions),
      bound: gridEntriesFraction,
    });
  }
  if (probabilityOfClass1) {
    const { each, exceptions } = bound.probabilityOfClass1;
    const ours = reading.layers.at(-1)?.outputs.filter((_, index) => index % 2 === 1) ?? [];
    found.push({
      quantity: `probability of class 1, but for ${exceptions} samples`,
      difference: largestDifference(ours, probabilityOfClass1, exceptions),
      bound: each,
    });
  }
  return found.map((comparison) => ({ ...comparison, quantity: `${comparison.quantity} ${after(step)}` }));
}

/** Loads each state that the file holds and measures it: tells a wrong measurement from a wrong step. */
function measureLoaded(
  kernel: Kernel,
  data: Samples,
  trace: Trace,
  bounds: Bounds,
  record: BitRecord,
): Found[] {
  const { miAfterStep, gridEntriesPerLayer } = bounds.measureLoadedState;
  const found: Found[] = [];
  for (const [step, { state, golden }] of trace.after) {
    load(kernel, state, step);
    const reading = readNetwork(kernel, data);
    record.addReading(reading);
    const here = compareInformation(
      reading,
      golden,
      boundOfLoaded(kernel.spec.bits, bounds, boundAfter(step, miAfterStep)),
    );
    if (golden.grid) {
      const difference = Math.max(...differentGridCodes(reading, golden.grid));
      here.push({ quantity: 'grid codes of a layer', difference, bound: gridEntriesPerLayer });
    }
    if (golden.outputRange) here.push(compareOutputRange(reading, golden.outputRange));
    found.push(...here.map((each) => ({ ...each, quantity: `loaded: ${each.quantity} ${after(step)}` })));
  }
  return found;
}
