import type { Experiment } from '../core/experiment/experiment.ts';
import { limitsOf } from '../core/experiment/prepare.ts';
import type { Limits } from '../core/experiment/trajectory.ts';
import { entropy } from '../core/information/entropy.ts';
import { labelNoise, type LabelNoise } from '../core/information/label-noise.ts';
import { classEntropy } from '../core/information/mutual-information.ts';
import { makeTask } from '../core/tasks/make-task.ts';
import { MNIST } from '../core/tasks/mnist.ts';

export interface TaskFacts {
  readonly limits: Limits;
  readonly classes: number;
}

let newest: { readonly key: string; readonly facts: TaskFacts } | null = null;

/** What is known of an experiment's samples without a run: counted, of MNIST remembered. */
export function taskFacts({ task: name, noise }: Pick<Experiment, 'task' | 'noise'>): TaskFacts {
  const key = `${noise} ${name}`;
  if (newest?.key === key) return newest.facts;
  const task = makeTask(name);
  const { classes } = task ?? MNIST;
  const seen = labelNoise(noise, classes);
  const facts = { limits: task ? limitsOf(task, seen) : limitsOfMnist(seen), classes };
  newest = { key, facts };
  return facts;
}

/** No image is there twice, so each has one label, and is seen with all of them. */
function limitsOfMnist(noise: LabelNoise | null): Limits {
  const { limits, samples, classes } = MNIST;
  if (!noise) return limits;
  const hy = classEntropy(Uint32Array.from(MNIST.classSizes), noise);
  const joint = Uint32Array.of(noise.moved, samples * (classes - 1), noise.kept, samples);
  const weight = noise.kept + (classes - 1) * noise.moved;
  return { hx: limits.hx, hy, ixy: limits.hx + hy - entropy(joint, samples * weight) };
}
