import { MNIST } from './mnist.ts';
import { specOf, type TaskName } from './task-name.ts';
import type { Task } from './task.ts';

export type TaskShape = Pick<Task, 'samples' | 'features' | 'classes' | 'image' | 'ownTrainSamples'>;

/**
 * What must be known of a task before it is made.
 *
 * @throws RangeError if the name is none
 */
export function taskShape(name: TaskName): TaskShape {
  const spec = specOf(name);
  const shape = { classes: 2, image: null, ownTrainSamples: null };
  switch (spec.kind) {
    case 'icosahedron':
      return { samples: 4096, features: 12, ...shape };
    case 'square':
      return { samples: 4096, features: 2, ...shape };
    case 'mnist': {
      const { samples, height, width, classes, trainSamples: ownTrainSamples } = MNIST;
      const image = { height, width, channels: 1 };
      return { samples, features: height * width, classes, image, ownTrainSamples };
    }
    case 'samples': {
      const { samples, features, classes } = spec;
      return { ...shape, samples, features, classes };
    }
    case 'images': {
      const { train, test, height, width, classes } = spec;
      const image = { height, width, channels: 1 };
      return { samples: train + test, features: height * width, classes, image, ownTrainSamples: train };
    }
    default:
      return { samples: 1 << spec.inputs, features: spec.inputs, ...shape };
  }
}
