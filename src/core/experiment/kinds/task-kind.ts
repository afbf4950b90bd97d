import { formatTask, isFault, parseTask, type TaskName } from '../../tasks/task-name.ts';
import { right, wrong, type Kind, type Verdict } from './kind.ts';

export interface TaskKind extends Kind<TaskName> {
  readonly type: 'task';
}

/** The name of a task; any way to write one becomes its canonical name. */
export function taskKind(): TaskKind {
  const judge = (value: unknown): Verdict<TaskName> => {
    if (typeof value !== 'string') return wrong('type');
    const parsed = parseTask(value);
    return isFault(parsed) ? wrong(parsed.code, parsed.values) : right(formatTask(parsed));
  };
  return {
    type: 'task',
    judge,
    parse: (text) => (text === '' ? wrong('empty') : judge(text)),
    format: (value) => value,
  };
}
