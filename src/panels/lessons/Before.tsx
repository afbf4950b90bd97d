import { useStore } from 'zustand';
import { l, type LessonKey } from '../../i18n/lessons.ts';
import { useStores } from '../../store/hooks.ts';
import type { LessonRun } from '../../store/lessons/lesson-run.ts';
import { short, unknown } from './format.ts';
import { Formula, MathText } from './mathml.tsx';
import { TrainingLine } from './TrainingLine.tsx';
import { useReadiness } from './useReadiness.ts';

interface Props {
  readonly run: LessonRun;
  readonly say: (key: LessonKey) => string;
}

/** What is said before the question; numbers of the run beside it are filled in as soon as that has been made. */
export function Before({ run, say }: Props) {
  const { session } = useStores();
  const readiness = useReadiness(run);
  const { index, counted } = useStore(run.store);
  const { text, formulas } = run.step;
  const waits = !run.knowsGiven();
  const texts = text.map((key) => ({ key, said: say(key) }));
  return (
    <>
      {counted !== null && <p className="note">{l('counted', { points: short(counted) })}</p>}
      {texts.map(({ key, said }) => (
        <p key={key} className="lesson-text">
          <MathText text={said} />
        </p>
      ))}
      {waits && (readiness === 'training' || readiness === 'measuring') && (
        <div className="lesson-waits">
          <TrainingLine readiness={readiness} />
        </div>
      )}
      {waits && (readiness === 'elsewhere' || readiness === 'ended') && (
        <div className="lesson-waits">
          <p>{l(readiness === 'ended' ? 'stopped' : 'elsewhere')}</p>
          <div>
            <button
              type="button"
              onClick={() => (readiness === 'ended' ? session.reset() : run.enter(index))}
            >
              {l(readiness === 'ended' ? 'runAgain' : 'back')}
            </button>
          </div>
        </div>
      )}
      {!waits && texts.some(({ said }) => said.includes(unknown)) && <p className="note">{l('earlier')}</p>}
      {formulas?.map((name) => (
        <Formula key={name} name={name} />
      ))}
    </>
  );
}
