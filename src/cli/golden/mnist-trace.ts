import { quantizeInputs } from '../../core/experiment/prepare.ts';
import { isByteInputs, type Kernel, type MeasureResult, type Samples } from '../../core/kernel.ts';
import { informationOfCounts, labelEntropy } from '../../core/information/mutual-information.ts';
import type { Task } from '../../core/tasks/task.ts';
import { TaskError } from '../../core/tasks/task-error.ts';
import { taskOf } from '../task-source.ts';
import type { JsonField } from '../../share/json-field.ts';
import { boundAfter, boundOfLoaded, type Bounds } from './bounds.ts';
import { largestDifference, type Comparison } from './comparison.ts';
import { kernelsOf, type Context } from './context.ts';
import { mnistNetworkOf, readMnistState, type MnistNetwork } from './mnist-network.ts';
import { runToEnd } from './reading.ts';
import { BitRecord } from './record.ts';
import { load, type State } from './state.ts';
import { compareKernels, compareLosses } from './trace.ts';
import { floats, uint16 } from './words.ts';

/** What the file holds of the network after a step. */
interface Moment {
  readonly state: State;
  /** I(X;T) and I(T;Y) of each layer over all images, one after the other. */
  readonly information: readonly number[];
  /** Outputs of each layer for the first ten images, (10, units); null where they are large. */
  readonly firstTen: readonly (Float32Array | null)[];
}

interface MnistTrace {
  readonly network: MnistNetwork;
  readonly start: Float32Array;
  readonly batches: readonly Uint32Array[];
  readonly loss: readonly number[];
  readonly after: ReadonlyMap<number, Moment>;
}

type Found = Omit<Comparison, 'kernel'>;

const firstImages = 10;

/** An output is another where it differs by more than this: the next level is further away. */
const nearby = 1e-4;

/**
 * Trains a network on images through both kernels, and measures it over all of them.
 *
 * `context.quick` takes the first step and its outputs for ten images only: measuring is what takes long.
 */
export function compareMnistTrace(file: JsonField, context: Context): Comparison[] {
  const task = mnist(file);
  const trace = readMnistTrace(file, task);
  const { spec } = trace.network;
  const data = imagesFor(task, trace.network, task.samples);
  const ten = imagesFor(task, trace.network, firstImages);
  const records: BitRecord[] = [];
  const comparisons: Comparison[] = [];
  const kernelsOfTen = kernelsOf(spec, ten, context.module);
  for (const [index, kernel] of kernelsOf(spec, data, context.module).entries()) {
    const record = new BitRecord();
    const onTen = kernelsOfTen[index] ?? kernel;
    const found = [
      ...train(kernel, trace, data, context, record),
      ...measureLoaded(kernel, onTen, trace, data, context, record),
    ];
    comparisons.push(...found.map((each) => ({ ...each, kernel: kernel.name })));
    records.push(record);
  }
  return [...comparisons, compareKernels(records)];
}

function mnist(file: JsonField): Task {
  try {
    return taskOf('mnist');
  } catch (error) {
    if (error instanceof TaskError) throw file.error(error.message);
    throw error;
  }
}

/** @throws FileProblem, also if a batch has an image that is not there */
function readMnistTrace(file: JsonField, task: Task): MnistTrace {
  const batches = file
    .get('batches')
    .list()
    .map((batch) => {
      const numbers = Uint32Array.from(uint16(batch));
      const outside = numbers.find((sample) => sample >= task.samples);
      if (outside !== undefined) throw batch.error(`there is no image ${outside}`);
      return numbers;
    });
  const network = mnistNetworkOf(file, task, Math.max(1, ...batches.map(({ length }) => length)));
  const { spec, variables } = network;
  const loss = file.get('loss').list(batches.length);
  const start = new Float32Array(Math.max(...variables.map(({ place, size }) => place + size)));
  for (const [index, variable] of file.get('variables').list().entries()) {
    const { place, size } = variables[index] ?? { place: 0, size: 0 };
    start.set(floats(variable.get('start'), size), place);
  }
  const readMoment = (field: JsonField): Moment => ({
    state: readMnistState(field, network),
    information: field
      .get('mi')
      .list(spec.layers.length)
      .flatMap((pair) => pair.list(2).map((each) => each.number())),
    firstTen:
      field
        .find('firstTenImages')
        ?.list(spec.layers.length)
        .map((each, layer) =>
          each.value === null ? null : floats(each, firstImages * (spec.layers[layer]?.units ?? 0)),
        ) ?? [],
  });
  const after = file.get('after').numbered();
  for (const [step, field] of after) {
    if (step < 1 || step > batches.length) throw field.error(`there are steps 1 to ${batches.length}`);
  }
  return {
    network,
    start,
    batches,
    loss: loss.map((each) => each.number()),
    after: new Map(after.map(([step, field]) => [step, readMoment(field)])),
  };
}

/** The first so many images as a kernel takes them. */
function imagesFor(task: Task, { spec }: MnistNetwork, samples: number): Samples {
  const { features, classes, ownTrainSamples } = task;
  const inputs = quantizeInputs(task.inputs, spec.bits);
  return {
    samples,
    features,
    classes,
    labels: task.labels.subarray(0, samples),
    isTest: Uint8Array.from({ length: samples }, (_, image) =>
      image < (ownTrainSamples ?? samples) ? 0 : 1,
    ),
    inputs: isByteInputs(inputs)
      ? { ...inputs, bytes: inputs.bytes.subarray(0, samples * features) }
      : inputs.subarray(0, samples * features),
  };
}

const after = (step: number): string => `after ${step} step${step === 1 ? '' : 's'}`;

/** From the given start, step by step. */
function train(
  kernel: Kernel,
  trace: MnistTrace,
  data: Samples,
  { bounds, quick }: Context,
  record: BitRecord,
): Found[] {
  const { buffers, spec } = kernel;
  const { trace: bound } = bounds;
  buffers.parameters.set(trace.start);
  const found: Found[] = [];
  const losses: number[] = [];
  const batches = quick ? trace.batches.slice(0, 1) : trace.batches;
  for (const [index, batch] of batches.entries()) {
    const { loss } = runToEnd(kernel.step(batch, 0, batch.length));
    losses.push(loss);
    record.addStep(loss, kernel);
    const step = index + 1;
    const moment = trace.after.get(step);
    if (!moment) continue;
    const { state } = moment;
    found.push({
      quantity: `weights ${after(step)}`,
      difference: largestDifference(buffers.parameters, state.parameters),
      bound: boundAfter(step, bound.weightsAfterStep),
    });
    if (spec.bits !== 'float') {
      found.push({
        quantity: `ranges ${after(step)}`,
        difference: largestDifference(
          state.ranges.map(({ place }) => buffers.ranges[place] ?? NaN),
          state.ranges.map(({ value }) => value),
        ),
        bound: bound.ranges,
      });
    }
    if (quick) continue;
    const { mi, miFloat } = bound.afterOwnTraining;
    found.push(...measure(kernel, moment, data, spec.bits === 'float' ? miFloat : mi, record, after(step)));
  }
  return [...compareLosses(losses, trace.loss.slice(0, losses.length), bound), ...found];
}

/** Loads each state of the file: tells a wrong measurement from a wrong step. */
function measureLoaded(
  kernel: Kernel,
  onTen: Kernel,
  trace: MnistTrace,
  data: Samples,
  { bounds, quick }: Context,
  record: BitRecord,
): Found[] {
  const found: Found[] = [];
  for (const [step, moment] of trace.after) {
    load(onTen, moment.state, step);
    found.push(compareFirstTen(onTen, moment, bounds, `loaded: outputs of ten images ${after(step)}`));
    if (quick) continue;
    load(kernel, moment.state, step);
    const ownBound = boundAfter(step, bounds.measureLoadedState.miAfterStep);
    const bound = boundOfLoaded(kernel.spec.bits, bounds, ownBound);
    found.push(...measure(kernel, moment, data, bound, record, after(step), 'loaded: '));
  }
  return found;
}

function measure(
  kernel: Kernel,
  { information }: Moment,
  { samples, labels, classes }: Samples,
  bound: number,
  record: BitRecord,
  when: string,
  prefix = '',
): Found[] {
  const measured: MeasureResult = runToEnd(kernel.measure());
  record.addMeasurement(measured);
  const hy = labelEntropy(labels, classes);
  // Hidden layers by their codes, the output on the grid; its last row counts it exactly, which no file here has.
  const ours = measured.rows.slice(0, -1).flatMap((row) => informationOfCounts(row, samples, hy));
  const difference = largestDifference(ours, information);
  return [{ quantity: `${prefix}information as measured ${when}`, difference, bound }];
}

/** How many numbers of one layer are others for the first ten images. */
function compareFirstTen(kernel: Kernel, { firstTen }: Moment, bounds: Bounds, quantity: string): Found {
  const different = firstTen.map((golden, layer) => {
    if (!golden) return 0;
    const ours = kernel.outputs(layer);
    return golden.reduce((sum, value, i) => sum + (Math.abs(value - (ours[i] ?? NaN)) <= nearby ? 0 : 1), 0);
  });
  return {
    quantity,
    difference: Math.max(0, ...different),
    bound: bounds.measureLoadedState.gridEntriesPerLayer,
  };
}
