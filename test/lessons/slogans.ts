import type { Guess, Place, Step } from '../../src/lessons/lesson.ts';
import { scoreOf, type Answer, type Facts } from '../../src/lessons/score.ts';

/** What can be said to every question by somebody who has understood none: a share of what can be said at all. */
export const slogans = {
  'always the smallest': 0,
  'always the middle of the field': 0.5,
  'always the largest': 1,
} as const;

export type Slogan = keyof typeof slogans;

/** What a slogan answers; several where it does not decide between two choices. */
export function answersBy(slogan: Slogan, { task }: Step, { limits, path }: Facts): readonly Answer[] {
  const share = slogans[slogan];
  const place: Place = { x: share * limits.x, y: share * limits.y };
  switch (task.kind) {
    case 'choose': {
      const at = share * (task.choices.length - 1);
      return [...new Set([Math.floor(at), Math.ceil(at)])].map((choice) => ({ kind: 'choose', choice }));
    }
    case 'number':
      return [{ kind: 'number', values: task.guesses.map((guess) => valueAt(share, guess)) }];
    case 'place':
      return [{ kind: 'place', places: task.dots.map(() => place) }];
    case 'draw': {
      const [start = place] = path;
      return [{ kind: 'draw', path: [start, place] }];
    }
  }
}

const valueAt = (share: number, { least, most }: Guess): number => least + share * (most - least);

/** The most that a slogan can get for a question, 0 to 1. */
export function pointsBy(slogan: Slogan, step: Step, facts: Facts): number {
  return Math.max(
    ...answersBy(slogan, step, facts).map((answer) => scoreOf(step.task, answer, facts).points),
  );
}
