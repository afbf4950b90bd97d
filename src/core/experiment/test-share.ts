import { taskShape } from '../tasks/task-shape.ts';
import type { Draft } from './check.ts';
import { quote, type Problem } from './problems.ts';

/** The largest share of that many samples, in percent, that leaves one to train on: ceil(N test / 100) < N. */
export const largestTestShare = (samples: number): number => Math.floor((100 * (samples - 1)) / samples);

/** Of few samples a large share would be all of them: 90 % of the 8 of a task on 3 inputs. */
export function fitTestShare(draft: Draft): Problem | undefined {
  const { samples, ownTrainSamples } = taskShape(draft.task);
  const max = largestTestShare(samples);
  if (ownTrainSamples !== null || draft.test <= max) return undefined;
  const given = quote(String(draft.test));
  draft.test = max;
  const values = { samples: String(samples), max: String(max) };
  return { field: 'test', code: 'noneToTrain', given, used: String(max), values };
}
