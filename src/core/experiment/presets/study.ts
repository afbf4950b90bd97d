import type { Experiment } from '../experiment.ts';
import { defaults } from '../fields.ts';

/**
 * The study's run on the 12-bit task: measured after epochs 1, 6, 11, ... (its 0, 5, 10, ...), none before training,
 * 50 repeats, bad fits begun again.
 */
export const onTwelveBits: Experiment = { ...defaults, zero: false, repeats: 50, badfits: 'restart' };

/** The study's run on MNIST: ReLU, kernels from a truncated normal, 3000 epochs measured every 2, 20 repeats. */
export const onMnist: Experiment = {
  ...onTwelveBits,
  task: 'mnist',
  act: ['relu'],
  init: 'normal',
  batch: 256,
  epochs: 3000,
  every: 2,
  repeats: 20,
};

export const withTanh = (experiment: Experiment): Experiment => ({ ...experiment, act: ['tanh'] });
export const withRelu = (experiment: Experiment): Experiment => ({ ...experiment, act: ['relu'] });
