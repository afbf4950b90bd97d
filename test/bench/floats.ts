import { isByteInputs, type Inputs } from '../../src/core/kernel.ts';

/** Inputs of the 12-bit task, which are no bytes. */
export function floats(inputs: Inputs): Float32Array {
  if (isByteInputs(inputs)) throw new Error('The inputs are bytes.');
  return inputs;
}
