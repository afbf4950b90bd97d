import { decimals, inARow } from '../i18n/t.ts';
import { m } from '../i18n/milestones.ts';
import { atEnd, lastEpoch, viewedEpoch } from '../store/player.ts';
import type { RepeatsState } from '../store/repeats.ts';
import type { RunState } from '../store/run.ts';
import type { ViewState } from '../store/view.ts';
import { sentenceOf } from './names.ts';
import { readingOf } from './reading.ts';
import { noteworthyLoss, sentences, summarizeLayers, type Sentence } from './sentences.ts';

/** What a run comes past, as far as it is seen; each is told of once. */
export const stages = ['none', 'started', 'fitted', 'ended'] as const;
export type Stage = (typeof stages)[number];

/**
 * `fitted`: the output has been at its largest I(X;T), and has lost as much of it since as the sentences speak of. A run
 * need not come past it.
 *
 * @param reached what it was past before: it never goes back
 */
export function stageOf(run: RunState, view: ViewState, reached: Stage): Stage {
  if (run.old || !run.experiment || run.measurements === 0) return 'none';
  const isOver = run.status === 'done' || run.status === 'failed' || run.status === 'cancelled';
  if (reached === 'ended' || (isOver && atEnd(run, view.head))) return 'ended';
  if (reached === 'fitted' || run.fromFile) return reached === 'none' ? 'started' : reached;
  const reading = readingOf(run, view);
  const output = reading && summarizeLayers(reading).at(-1);
  return output && !output.saturated && output.lost >= noteworthyLoss ? 'fitted' : 'started';
}

/**
 * What is said of a stage when it is reached; empty if nothing is. How a run that was trained to its end has ended says
 * `outcomeText`.
 */
export function milestoneText(stage: Stage, run: RunState, view: ViewState): string {
  const epoch = decimals(viewedEpoch(run, view.head), 0);
  switch (stage) {
    case 'none':
      return '';
    case 'started':
      return run.experiment && !run.fromFile ? m('started', { experiment: sentenceOf(run.experiment) }) : '';
    case 'fitted': {
      const reading = readingOf(run, view);
      const [said] = reading ? sentences(reading) : [];
      return m('fitted', { epoch, said: said?.text ?? '' });
    }
    case 'ended':
      if (run.status === 'failed') return m('failed', { epoch });
      return run.status === 'cancelled' ? m('stopped', { epoch }) : '';
  }
}

/** How a run has ended, or all repeats: in the words of the callout, of whatever it speaks. */
export function outcomeText(
  run: RunState,
  { members, status }: Pick<RepeatsState, 'members' | 'status'>,
  outcome: readonly Sentence[],
): string {
  const said = inARow(...outcome.map(({ text }) => text));
  if (members.length > 1 && status === 'done') return m('endedSeveral', { count: members.length, said });
  return m('ended', {
    ...{ epoch: decimals(lastEpoch(run), 0), said, fingerprint: run.fingerprint ?? '–' },
    accuracy: `${decimals(100 * (run.trajectory?.columns().testAccuracy.at(-1) ?? NaN), 1)}%`,
  });
}
