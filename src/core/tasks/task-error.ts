/** A task that cannot be had. The message names the setting, what is wrong, and what to do. */
export class TaskError extends Error {
  override readonly name = 'TaskError';
}
