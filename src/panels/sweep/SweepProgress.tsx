import { w } from '../../i18n/sweep.ts';
import { list, plural } from '../../i18n/t.ts';
import { reasonText } from '../../i18n/reasons.ts';
import { useExperiment } from '../../store/hooks.ts';
import { isSameExperiment } from '../../store/settings.ts';
import type { SweepState } from '../../store/sweep/state.ts';
import { sentenceOf } from '../names.ts';
import { sentence } from '../sentence.ts';
import { duration } from '../repeatsText.ts';
import { valueName } from './sweepNames.ts';
import { useSweep, useSweepHere } from './useSweep.ts';

/** How far the sweep is; holds it, ends it, and lets it go on. What failed is named. */
export function SweepProgress() {
  const state = useSweep((now) => now);
  const { sweep, status, progress } = state;
  if (!sweep || status === 'none') return null;
  const isOver = status === 'ended';
  return (
    <section className="sweep-progress" aria-label={w('progress.label')}>
      <div className="sweep-line">
        {!isOver && <progress value={progress} max={1} aria-label={w('progress.label')} />}
        <p role="status">{textOf(state)}</p>
        <Buttons state={state} />
      </div>
      <Troubles state={state} />
      <Since state={state} />
    </section>
  );
}

function textOf({ status, cells, secondsLeft }: SweepState): string {
  const done = cells.filter((cell) => cell.status === 'done').length;
  const failed = cells.filter((cell) => cell.status === 'failed').length;
  const count = cells.length;
  switch (status) {
    case 'none':
      return '';
    case 'running':
      return secondsLeft === null
        ? w('progress.running', { done, count })
        : w('progress.left', { done, count, left: duration(secondsLeft) });
    case 'yielding':
      return w('progress.yielding', { done, count });
    case 'held':
      return w('progress.held', { done, count });
    case 'stopped':
      return w('progress.stopped', { done, count });
    case 'ended':
      if (failed > 0) return w('progress.endedFailed', { done, count, failed });
      return w('progress.ended', { count });
  }
}

function Buttons({ state: { status, cells } }: { readonly state: SweepState }) {
  const { work } = useSweepHere();
  const isAtWork = status === 'running' || status === 'yielding';
  const canRunAgain = cells.some((cell) => cell.canRunAgain);
  return (
    <span className="sweep-buttons">
      {isAtWork && (
        <button type="button" className="small" aria-label={w('holdLabel')} onClick={() => work.hold()}>
          {w('hold')}
        </button>
      )}
      {(status === 'held' || status === 'stopped') && (
        <button type="button" className="small" aria-label={w('goLabel')} onClick={() => work.go()}>
          {w('go')}
        </button>
      )}
      {status === 'ended' && canRunAgain && (
        <button type="button" className="small" onClick={() => work.go()}>
          {w('again')}
        </button>
      )}
      {(isAtWork || status === 'held') && (
        <button type="button" className="small" aria-label={w('stopLabel')} onClick={() => work.stop()}>
          {w('stop')}
        </button>
      )}
    </span>
  );
}

function Troubles({ state: { sweep, cells } }: { readonly state: SweepState }) {
  const troubles = sweep ? byReason(sweep.setting, cells) : [];
  const names = new Set(cells.map(({ fingerprint }) => fingerprint));
  const isSame = sweep?.setting !== 'bins' && cells.length > 1 && names.size === 1 && !names.has(null);
  return (
    <>
      {troubles.length > 0 && (
        <ul className="sweep-troubles">
          {troubles.map(({ reason, places }) => (
            <li key={reason}>
              {w('trouble', { value: places.join(w('between')), detail: sentence(reasonText(reason)) })}
            </li>
          ))}
        </ul>
      )}
      {isSame && <p className="note">{w('same')}</p>}
    </>
  );
}

interface Reason {
  readonly reason: string;
  /** Values it is of, and which of their repeats. */
  readonly places: readonly string[];
}

/** Each reason once, with all values and repeats it is of. */
function byReason(setting: Parameters<typeof valueName>[0], cells: SweepState['cells']): readonly Reason[] {
  const reasons = new Set(cells.flatMap(({ troubles }) => troubles.map(({ text }) => text)));
  return [...reasons].map((reason) => ({
    reason,
    places: cells.flatMap(({ value, troubles }) => {
      const own = troubles.filter(({ text }) => text === reason);
      if (own.length === 0) return [];
      const name = valueName(setting, value.text);
      const repeats = own.flatMap(({ repeat }) => repeat ?? []).sort((one, other) => one - other);
      if (repeats.length === 0) return [name];
      return [w(`troubleOf.${plural(repeats.length)}`, { value: name, repeats: list(repeats.map(String)) })];
    }),
  }));
}

/** What is in the form may by now be of other settings than what is shown below it. */
function Since({ state: { sweep } }: { readonly state: SweepState }) {
  const experiment = useExperiment();
  if (!sweep) return null;
  const { setting, base } = sweep;
  const { repeats, badfits } = base;
  const swept = setting === 'bins' ? {} : { [setting]: base[setting] };
  if (isSameExperiment({ ...experiment, repeats, badfits, ...swept }, base)) return null;
  return <p className="note">{w('since', { sentence: sentenceOf(base) })}</p>;
}
