import type { Place, Task } from '../../lessons/lesson.ts';
import type { Answer, Score } from '../../lessons/score.ts';
import { PlaneOverlay } from './PlaneOverlay.tsx';
import { signs } from './signs.ts';

interface Props {
  readonly task: Task;
  readonly answer: Answer;
  readonly score?: Score;
}

/** Pairs of points of two paths that are drawn: all would be a grey area. */
const everyPair = 4;

/** What was predicted, over the run; compared, with where it belongs. */
export function PredictedOverlay({ task, answer, score }: Props) {
  if (task.kind === 'place' && answer.kind === 'place') {
    const dots = answer.places.map((place, i) => ({ sign: signs[i] ?? '', name: '', place, waits: false }));
    const real = score?.parts.map(({ real: [x, y] }): Place | null =>
      x === undefined || y === undefined ? null : { x, y },
    );
    return <PlaneOverlay path={[]} dots={dots} {...(real ? { real } : {})} />;
  }
  if (answer.kind !== 'draw') return null;
  const pairs = score?.pairs.filter((_, i) => i % everyPair === 0);
  return <PlaneOverlay path={answer.path} dots={[]} {...(pairs ? { pairs } : {})} />;
}
