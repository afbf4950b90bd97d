import { makeTask } from '../core/tasks/make-task.ts';
import { mnistTask } from '../core/tasks/mnist.ts';
import type { TaskName } from '../core/tasks/task-name.ts';
import type { Task } from '../core/tasks/task.ts';
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
  const task = makeTask(name) ?? mnist();
  made.set(name, task);
  return task;
}

function mnist(): Task {
  const { pixels, labels } = readMnistFiles();
  return mnistTask(pixels, labels);
}
