import type { Experiment } from '../experiment/experiment.ts';
import type { LayerSpec, NetworkSpec } from '../kernel.ts';
import { quantizerOf } from '../quantization/rules.ts';

/** The network of an experiment on a task with `features` inputs, `classes` outputs and `trainSamples` to train on. */
export function networkSpec(
  experiment: Experiment,
  task: { readonly features: number; readonly classes: number; readonly trainSamples: number },
): NetworkSpec {
  const { net, act, batch } = experiment;
  const widths = [task.features, ...net, task.classes];
  const layers = widths.slice(1).map((units, index): LayerSpec => {
    const activation = index === net.length ? 'softmax' : (act[index] ?? act[0] ?? 'tanh');
    return { inputs: widths[index]!, units, activation, ...quantizerOf(experiment, activation) };
  });
  return {
    layers,
    bits: experiment.bits,
    decay: experiment.decay,
    start: experiment.start,
    fixed: experiment.fixed,
    optimizer: experiment.opt,
    rate: experiment.lr,
    momentum: experiment.momentum,
    batch: batch === 'full' ? task.trainSamples : Math.min(batch, task.trainSamples),
  };
}
