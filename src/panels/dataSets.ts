import type { Experiment } from '../core/experiment/experiment.ts';
import { defaults } from '../core/experiment/fields.ts';
import { networkSpec } from '../core/network/network-spec.ts';
import type { TaskName } from '../core/tasks/task-name.ts';
import { taskShape, type TaskShape } from '../core/tasks/task-shape.ts';

/** What the page must know of a data set before it is there. */
export const shapeOf = ({ task }: Pick<Experiment, 'task'>): TaskShape => taskShape(task);

/** Units of each layer, those of the output last; of a convolution all outputs of all filters. */
export function unitsOf(experiment: Experiment): readonly number[] {
  return networkSpec(experiment, { ...shapeOf(experiment), trainSamples: 1 }).layers.map(
    ({ units }) => units,
  );
}

const { net, act, init, epochs, every } = defaults;

/** For all but images, which have the study's Bottleneck-2. */
const usual: Partial<Experiment> = { net, act, init, epochs, every };
const bottleneck2 = { net: [16, 8, 4, 2], act: ['relu'], init: 'normal', epochs: 3000, every: 2 } as const;

/** What changes, all at once, with the choice of a data set: settings that make sense of it. */
export const choiceOf = (task: TaskName): Partial<Experiment> => ({
  task,
  ...(shapeOf({ task }).image ? bottleneck2 : usual),
});

/** Is it of a file of the user's own? */
export const isOwn = (task: TaskName): boolean => /^(samples|scaled|images)-/.test(task);
