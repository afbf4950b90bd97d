import { formatExpression } from '../core/tasks/expression.ts';
import { specOf, type TaskName } from '../core/tasks/task-name.ts';
import { fill, t } from '../i18n/t.ts';

/** Characters of an expression in a task's name. */
const longest = 40;

/** A task's name in words: "12-bit task", "Parity of 4 bits", "Circle on the square", "x1 & (x2 | !x3)". */
export function taskText(task: TaskName): string {
  const spec = specOf(task);
  switch (spec.kind) {
    case 'icosahedron':
      return t('field.task.icosahedron');
    case 'mnist':
      return t('field.task.mnist');
    case 'square':
      return t('field.task.square', { rule: t(`task.${spec.rule}`) });
    case 'expr': {
      const text = spaced(formatExpression(spec.expression));
      return text.length > longest ? `${text.slice(0, longest)}…` : text;
    }
    case 'samples': {
      const { samples, features, classes } = spec;
      return t('field.task.samples', { samples, features, classes });
    }
    case 'images': {
      const { train, test, height, width } = spec;
      return t('field.task.images', { train, test, height, width });
    }
    default:
      return fill(`field.task.${spec.kind}`, { inputs: spec.inputs });
  }
}

/** With a space on both sides of each sign between two operands. */
export const spaced = (expression: string): string => expression.replace(/[&|^]/g, ' $& ');
