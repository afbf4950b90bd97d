import { RotateCcw, X } from 'lucide-react';
import { useId, useMemo, type SubmitEvent } from 'react';
import { parseSweep, sweepSettings, type ParsedSweep } from '../../core/experiment/sweep/sweep.ts';
import { usualValues } from '../../core/experiment/sweep/usual-values.ts';
import { w } from '../../i18n/sweep.ts';
import { plural, t } from '../../i18n/t.ts';
import { useExperiment, useRun, useStores } from '../../store/hooks.ts';
import { aboutTime } from '../aboutTime.ts';
import { sentenceOf } from '../names.ts';
import { explain } from '../Notices.tsx';
import { NumberField } from '../NumberField.tsx';
import { SelectField } from '../SelectField.tsx';
import { settingName, valueName } from './sweepNames.ts';
import { useSweep, useSweepHere, useSweepView } from './useSweep.ts';

/** Repeats a value, and runs in all, at most: their paths stay in memory. */
const most = { repeats: 20, runs: 320 };
/** Problems that are told in full. */
const mostProblems = 4;

/** Which setting takes which values, how many repeats each; begins the sweep. */
export function SweepForm() {
  const { work, view } = useSweepHere();
  const experiment = useExperiment();
  const setting = useSweepView((state) => state.setting);
  const repeats = useSweepView((state) => state.repeats);
  const typed = useSweepView((state) => state.text);
  const begun = useSweep((state) => state.sweep !== null);
  const text = typed ?? usualValues(setting, experiment);
  const parsed = useMemo(
    () => parseSweep(setting, text, { ...experiment, repeats }),
    [setting, text, experiment, repeats],
  );
  const field = useId();
  const { values } = parsed.sweep;
  const runs = (setting === 'bins' ? 1 : values.length) * repeats;
  const isReady = values.length > 0 && parsed.problems.length === 0 && runs <= most.runs;
  const start = (event: SubmitEvent): void => {
    event.preventDefault();
    if (isReady) work.start(parsed.sweep);
  };
  return (
    <form className="sweep-form" onSubmit={start}>
      <p className="note">{w('about', { sentence: sentenceOf(experiment) })}</p>
      <div className="sweep-fields">
        <label className="sweep-field">
          <span aria-hidden="true">{w('setting')}</span>
          <SelectField
            label={w('setting')}
            choices={sweepSettings.map((value) => ({ value, text: settingName(value) }))}
            value={setting}
            onChange={(next) => view.setState({ setting: next, text: null })}
          />
        </label>
        <label className="sweep-field sweep-values">
          <span id={field}>{w('values')}</span>
          <input
            type="text"
            className="sweep-text"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            aria-labelledby={field}
            aria-describedby={`${field}-hint ${field}-problems`}
            aria-invalid={parsed.problems.length > 0}
            value={text}
            onChange={(event) => view.setState({ text: event.target.value })}
          />
        </label>
        {typed !== null && (
          <button
            type="button"
            className="icon"
            aria-label={w('usual')}
            title={w('usual')}
            onClick={() => view.setState({ text: null })}
          >
            <RotateCcw aria-hidden="true" />
          </button>
        )}
        <label className="sweep-field">
          <span aria-hidden="true">{w('repeats')}</span>
          <NumberField
            className="short"
            label={w('repeats')}
            value={repeats}
            whole
            min={1}
            max={most.repeats}
            onChange={(next) =>
              view.setState({ repeats: Math.round(Math.min(most.repeats, Math.max(1, next))) })
            }
            onReject={() => undefined}
          />
        </label>
        <button type="submit" className="primary" disabled={!isReady}>
          {w(begun ? 'startAgain' : 'start')}
        </button>
      </div>
      <p className="note" id={`${field}-hint`}>
        {w('valuesHint') + t('mark.gap')}
        <Cost runs={runs} />
      </p>
      <Chips parsed={parsed} />
      <div role="status" id={`${field}-problems`} className="sweep-problems">
        <Problems parsed={parsed} />
      </div>
    </form>
  );
}

/** How many runs, and as soon as the page knows how long one takes, how long all. */
function Cost({ runs }: { readonly runs: number }) {
  const { session } = useStores();
  const each = useRun((run) => (run.status === 'done' && !run.fromFile ? run.elapsedMs : null));
  if (runs > most.runs) return <b className="bad">{w('tooMany', { runs, most: most.runs })}</b>;
  const said = w(`runs.${plural(runs)}`, { runs });
  if (each === null) return said;
  const atOnce = Math.min(runs, session.pool.workers);
  return w('takes', { runs: said, time: aboutTime(Math.ceil(runs / Math.max(1, atOnce)) * each) });
}

/** Each value, to be taken out. */
function Chips({ parsed: { sweep } }: { readonly parsed: ParsedSweep }) {
  const { view } = useSweepHere();
  const { setting, values } = sweep;
  const without = (text: string): void => {
    const kept = values.filter((value) => value.text !== text).map((value) => value.text);
    view.setState({ text: kept.join(',') });
  };
  return (
    <ul className="sweep-chips" aria-label={w('chosen')}>
      {values.map(({ text }) => (
        <li key={text}>
          {valueName(setting, text)}
          <button
            type="button"
            className="quiet"
            aria-label={w('remove', { value: valueName(setting, text) })}
            onClick={() => without(text)}
          >
            <X aria-hidden="true" />
          </button>
        </li>
      ))}
    </ul>
  );
}

function Problems({ parsed: { problems } }: { readonly parsed: ParsedSweep }) {
  if (problems.length === 0) return null;
  return (
    <ul>
      {problems.slice(0, mostProblems).map((problem, index) => (
        <li key={index}>{explain(problem)}</li>
      ))}
      {problems.length > mostProblems && <li>…</li>}
    </ul>
  );
}
