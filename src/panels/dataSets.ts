import type { Experiment } from '../core/experiment/experiment.ts';
import { defaults } from '../core/experiment/fields.ts';
import { networkSpec } from '../core/network/network-spec.ts';
import { PATTERNS, VERTICES } from '../core/tasks/icosahedron.ts';
import { MNIST } from '../core/tasks/mnist.ts';
import type { TaskName } from '../core/tasks/task-by-name.ts';
import type { Task } from '../core/tasks/task.ts';

type Shape = Pick<Task, 'samples' | 'features' | 'classes' | 'image'>;

/** What the page must know of a data set before it is there. */
const shapes: Readonly<Record<TaskName, Shape>> = {
  icosahedron: { samples: PATTERNS, features: VERTICES, classes: 2, image: null },
  mnist: {
    samples: MNIST.samples,
    features: MNIST.height * MNIST.width,
    classes: MNIST.classes,
    image: { height: MNIST.height, width: MNIST.width, channels: 1 },
  },
};

export const shapeOf = ({ task }: Pick<Experiment, 'task'>): Shape => shapes[task];

/** Units of each layer, those of the output last; of a convolution all outputs of all filters. */
export function unitsOf(experiment: Experiment): readonly number[] {
  return networkSpec(experiment, { ...shapeOf(experiment), trainSamples: 1 }).layers.map(
    ({ units }) => units,
  );
}

const { net, act, init, epochs, every } = defaults;

/** Settings that make sense of each data set, as the study has them: for MNIST its Bottleneck-2. */
const usual: Readonly<Record<TaskName, Partial<Experiment>>> = {
  icosahedron: { net, act, init, epochs, every },
  mnist: { net: [16, 8, 4, 2], act: ['relu'], init: 'normal', epochs: 3000, every: 2 },
};

/** What changes, all at once, with the choice of a data set. */
export const choiceOf = (task: TaskName): Partial<Experiment> => ({ task, ...usual[task] });
