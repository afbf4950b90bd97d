import { decimals } from '../i18n/t.ts';
import { m } from '../i18n/milestones.ts';
import { atEnd, viewedEpoch } from '../store/player.ts';
import type { RepeatsState } from '../store/repeats.ts';
import type { RunState } from '../store/run.ts';
import type { ViewState } from '../store/view.ts';
import { sentenceOf } from './names.ts';
import { readingOf } from './reading.ts';
import { noteworthyLoss, sentences, summarizeLayers } from './sentences.ts';

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

/** What is said of a stage when it is reached; empty if nothing is. */
export function milestoneText(
  stage: Stage,
  run: RunState,
  view: ViewState,
  { members, status }: Pick<RepeatsState, 'members' | 'status'>,
): string {
  const reading = readingOf(run, view);
  const epoch = decimals(viewedEpoch(run, view.head), 0);
  const said = reading ? sentences(reading).map(({ text }) => text) : [];
  switch (stage) {
    case 'none':
      return '';
    case 'started':
      return run.experiment && !run.fromFile ? m('started', { experiment: sentenceOf(run.experiment) }) : '';
    case 'fitted':
      return m('fitted', { epoch, said: said[0] ?? '' });
    case 'ended':
      if (run.status === 'failed') return m('failed', { epoch });
      if (run.status === 'cancelled') return m('stopped', { epoch });
      if (members.length > 1 && status === 'done') {
        return m('endedSeveral', { count: members.length, said: said.join(' ') });
      }
      return m('ended', {
        ...{ epoch, said: said.join(' '), fingerprint: run.fingerprint ?? '–' },
        accuracy: `${decimals(100 * (run.trajectory?.columns().testAccuracy.at(-1) ?? NaN), 1)}%`,
      });
  }
}
