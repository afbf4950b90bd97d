import { right, wrong, type Kind, type Verdict } from './kind.ts';

export interface ChoiceKind<C extends string> extends Kind<C> {
  readonly type: 'choice';
  readonly choices: readonly C[];
}

export interface FlagKind extends Kind<boolean> {
  readonly type: 'flag';
}

/** One of some names, which consist of lower-case letters and digits. */
export function choice<C extends string>(choices: readonly C[]): ChoiceKind<C> {
  const judge = (value: unknown): Verdict<C> => {
    const found = choices.find((name) => name === value);
    return found === undefined ? wrong('notChoice', { choices: choices.join(', ') }) : right(found);
  };
  return {
    type: 'choice',
    choices,
    judge,
    parse: (text) => (text === '' ? wrong('empty') : judge(text)),
    format: (value) => value,
  };
}

/** True or false, in a link `yes` or `no`. */
export function flag(): FlagKind {
  const words = choice(['yes', 'no']);
  return {
    type: 'flag',
    judge: (value) => (typeof value === 'boolean' ? right(value) : wrong('type')),
    parse(text) {
      const verdict = words.parse(text);
      return verdict.ok ? right(verdict.value === 'yes') : { ...verdict, nearest: undefined };
    },
    format: (value) => (value ? 'yes' : 'no'),
  };
}
