import type { NetworkSpec } from '../../core/kernel.ts';
import type { JsonField } from '../../share/json-field.ts';
import { readGolden, type GoldenReading } from './compare-reading.ts';
import { readParameters, readState, type State } from './state.ts';
import { floats } from './words.ts';

/** What a trace file holds of one step: the network after it, and what was measured of it. */
export interface Moment {
  readonly state: State;
  readonly golden: GoldenReading;
  /** Of each sample; null if the file has none. */
  readonly probabilityOfClass1: Float32Array | null;
}

/** A trace file; parameters are in the order of KernelBuffers. */
export interface Trace {
  readonly start: Float32Array;
  /** Of every step, before its update. */
  readonly loss: readonly number[];
  readonly gradientOfStep1: Float32Array | null;
  /** The optimizer's moments after some steps (of momentum only m). */
  readonly moments: ReadonlyMap<number, { readonly m: Float32Array | null; readonly v: Float32Array | null }>;
  readonly after: ReadonlyMap<number, Moment>;
}

/**
 * @param samples of the whole task
 * @param batches how many there are to train on
 * @throws FileProblem
 */
export function readTrace(file: JsonField, spec: NetworkSpec, samples: number, batches: number): Trace {
  const { layers } = spec;
  const losses = file.get('loss');
  const loss = losses.list().map((each) => each.number());
  if (loss.length > batches) {
    throw losses.error(`there are ${loss.length} steps, but batches for ${batches} only`);
  }
  const gradient = file.find('gradientOfStep1');
  const both = (field: JsonField, kernels: string, biases: string): Float32Array | null =>
    field.find(kernels) ? readParameters(field.get(kernels), field.get(biases), layers) : null;
  const bySteps = <Value>(field: JsonField | null, read: (each: JsonField) => Value): Map<number, Value> =>
    new Map(
      (field?.numbered() ?? []).map(([step, each]) => {
        if (step < 1 || step > loss.length) throw each.error(`there are steps 1 to ${loss.length}`);
        return [step, read(each)];
      }),
    );
  return {
    start: readParameters(file.get('kernels'), file.get('biases'), layers),
    loss,
    gradientOfStep1: gradient && readParameters(gradient.get('kernels'), gradient.get('biases'), layers),
    moments: bySteps(file.find('moments'), (each) => ({
      m: both(each, 'mKernels', 'mBiases'),
      v: both(each, 'vKernels', 'vBiases'),
    })),
    after: bySteps(file.get('after'), (each) => {
      const probability = each.find('probabilityOfClass1');
      return {
        state: readState(each, layers),
        golden: readGolden(each, samples, spec),
        probabilityOfClass1: probability && floats(probability, samples),
      };
    }),
  };
}
