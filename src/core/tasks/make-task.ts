import { booleanTask } from './boolean.ts';
import { icosahedron } from './icosahedron.ts';
import { samplesTask } from './samples.ts';
import { samplesOfText } from './samples-link.ts';
import { squareTask } from './square.ts';
import type { SamplesSpec } from './own-task-name.ts';
import { specOf, type TaskName } from './task-name.ts';
import { TaskError } from './task-error.ts';
import type { Task } from './task.ts';

/**
 * The task of that name, from its definition alone; null for MNIST and own data that are read from a file.
 *
 * @throws RangeError if the name is none; TaskError if samples in it are damaged
 */
export function makeTask(name: TaskName): Task | null {
  const spec = specOf(name);
  switch (spec.kind) {
    case 'icosahedron':
      return icosahedron();
    case 'mnist':
    case 'images':
      return null;
    case 'samples':
      return spec.text === null ? null : samplesOfLink(spec, spec.text);
    case 'square':
      return squareTask(spec.rule);
    default:
      return booleanTask(spec);
  }
}

function samplesOfLink(spec: SamplesSpec, text: string): Task {
  try {
    return samplesTask(spec, samplesOfText(text, spec));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new TaskError(
      `task: the samples in this link are damaged (${error.message}). Copy the whole link again, or choose their file.`,
      { cause: error },
    );
  }
}
