import { booleanTask } from './boolean.ts';
import { icosahedron } from './icosahedron.ts';
import { squareTask } from './square.ts';
import { specOf, type TaskName } from './task-name.ts';
import type { Task } from './task.ts';

/**
 * The task of that name, from its definition alone; null for MNIST, whose images are read from a file.
 *
 * @throws RangeError if the name is none
 */
export function makeTask(name: TaskName): Task | null {
  const spec = specOf(name);
  switch (spec.kind) {
    case 'icosahedron':
      return icosahedron();
    case 'mnist':
      return null;
    case 'square':
      return squareTask(spec.rule);
    default:
      return booleanTask(spec);
  }
}
