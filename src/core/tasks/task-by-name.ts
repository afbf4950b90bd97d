import type { TaskName } from './task-name.ts';
import type { Task } from './task.ts';

/**
 * Gets the task of that name: made from its definition, or read from the asset. Where it runs decides how, so the
 * worker and the command line each have one.
 *
 * @param progress bytes that have come, of all
 */
export type TaskSource = (
  name: TaskName,
  progress?: (loaded: number, total: number) => void,
) => Promise<Task>;
