import { makeTask } from '../core/tasks/make-task.ts';
import { mnistTask } from '../core/tasks/mnist.ts';
import { TaskError } from '../core/tasks/task-error.ts';
import type { TaskName } from '../core/tasks/task-name.ts';
import type { Task } from '../core/tasks/task.ts';
import { ownTask, type OwnFile } from './own-files.ts';
import { readMnistFiles } from './mnist-files.ts';

const made = new Map<TaskName, Task>();

/**
 * The task of that name; made, or read from the disk, once.
 *
 * @throws TaskError if it cannot be read
 */
export function taskOf(name: TaskName): Task {
  const known = made.get(name);
  if (known) return known;
  const task = makeTask(name) ?? fromDisk(name);
  made.set(name, task);
  return task;
}

/**
 * Makes own data known under its name.
 *
 * @param wanted its name, if that is known
 * @throws UsageError naming what is wrong with the file
 */
export function takeOwn(file: OwnFile, wanted: TaskName | null): Task {
  const known = wanted === null ? undefined : made.get(wanted);
  if (known) return known;
  const task = ownTask(file, wanted);
  made.set(task.name, task);
  return task;
}

function fromDisk(name: TaskName): Task {
  if (name === 'mnist') return mnist();
  throw new TaskError(`task: the data of ${name} is in a file: say which with --samples`);
}

function mnist(): Task {
  const { pixels, labels } = readMnistFiles();
  return mnistTask(pixels, labels);
}
