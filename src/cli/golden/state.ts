import { parameterPlaces, type Kernel, type LayerSpec } from '../../core/kernel.ts';
import type { JsonField } from '../../share/json-field.ts';
import { namedRanges } from './network.ts';
import { floats } from './words.ts';

/** A network's state, in the order of KernelBuffers. */
export interface State {
  readonly parameters: Float32Array;
  /** Those ranges that the file names. */
  readonly ranges: readonly { readonly place: number; readonly value: number }[];
}

/**
 * Kernels and biases, or gradients or moments of them, in the order of KernelBuffers.
 *
 * @throws FileProblem if there is not one of each for every layer, of its size
 */
export function readParameters(
  kernels: JsonField,
  biases: JsonField,
  layers: readonly LayerSpec[],
): Float32Array {
  const places = parameterPlaces(layers);
  const parameters = new Float32Array(places.at(-1)?.end ?? 0);
  const kernelFields = kernels.list(layers.length);
  const biasFields = biases.list(layers.length);
  for (const [index, { kernel, bias, end }] of places.entries()) {
    const fields = { kernel: kernelFields[index], bias: biasFields[index] };
    if (!fields.kernel || !fields.bias) continue; // As long as the layers: list says so.
    parameters.set(floats(fields.kernel, bias - kernel), kernel);
    parameters.set(floats(fields.bias, end - bias), bias);
  }
  return parameters;
}

export function readState(field: JsonField, layers: readonly LayerSpec[]): State {
  return {
    parameters: readParameters(field.get('kernels'), field.get('biases'), layers),
    ranges: namedRanges(field.get('ranges'), layers.length),
  };
}

/** Puts a kernel where it was after so many steps, as far as measuring goes. */
export function load(kernel: Kernel, state: State, steps: number): void {
  kernel.buffers.parameters.set(state.parameters);
  for (const { place, value } of state.ranges) kernel.buffers.ranges[place] = value;
  kernel.steps = steps;
}
