import type { Experiment } from '../experiment/experiment.ts';
import { icosahedron } from './icosahedron.ts';
import type { Task } from './task.ts';

export type TaskName = Experiment['task'];

const makers: Readonly<Record<TaskName, () => Task>> = { icosahedron };

/** The task of that name, made anew. */
export function taskByName(name: TaskName): Task {
  return makers[name]();
}
