import { Check, Contrast, Link2, X } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { l, lessonText, type LessonKey } from '../../i18n/lessons.ts';
import type { Lesson } from '../../lessons/lesson.ts';
import { useStores } from '../../store/hooks.ts';
import { LessonRun } from '../../store/lessons/lesson-run.ts';
import type { ProgressStore } from '../../store/lessons/progress.ts';
import { Before } from './Before.tsx';
import { Finished } from './Finished.tsx';
import { textOf, verdictOf } from './format.ts';
import { MathText } from './mathml.tsx';
import { Predict } from './Predict.tsx';
import { Reveal } from './Reveal.tsx';
import { Running } from './Running.tsx';

interface Props {
  readonly lesson: Lesson;
  readonly progress: ProgressStore;
}

/** One lesson: its questions one after another, each predict, run, compare. */
export function LessonView({ lesson, progress }: Props) {
  const { settings, session } = useStores();
  const run = useMemo(
    () => new LessonRun({ settings, session }, lesson, progress),
    [settings, session, lesson, progress],
  );
  const { index, phase, numbers } = useStore(run.store);
  const heading = useRef<HTMLHeadingElement>(null);
  const [finished, setFinished] = useState(false);
  useEffect(() => run.enter(firstOpen(lesson, progress)), [run, lesson, progress]);
  useEffect(() => {
    heading.current?.focus();
  }, [index, finished]);

  const step = run.step;
  const say = (key: LessonKey): string => textOf(lesson, key, numbers);
  const count = lesson.steps.length;
  const enter = (next: number): void => {
    setFinished(false);
    run.enter(next);
  };
  return (
    <div className="lesson-inside">
      <div className="lesson-top">
        <h2 ref={heading} tabIndex={-1}>
          {lessonText(lesson.title, {})}
        </h2>
        <Steps
          lesson={lesson}
          index={finished ? null : index}
          reached={progress.of(lesson.id)}
          onEnter={enter}
        />
      </div>
      {finished ? (
        <Finished lesson={lesson} progress={progress} onAgain={() => enter(0)} />
      ) : (
        <>
          <section aria-label={l('step', { step: index + 1, of: count })}>
            <h3>
              <MathText text={say(step.title)} />
            </h3>
            {phase === 'predict' ? (
              <Before run={run} say={say} />
            ) : (
              <p className="lesson-question">
                <MathText text={say(step.task.question)} />
              </p>
            )}
            {phase === 'predict' && <Predict key={step.id} run={run} say={say} />}
            {phase === 'run' && <Running run={run} />}
            {phase === 'reveal' && (
              <Reveal
                run={run}
                say={say}
                last={index === count - 1}
                onNext={() => (index === count - 1 ? setFinished(true) : enter(index + 1))}
              />
            )}
          </section>
          <details className="lesson-teacher">
            <summary>{l('teacher')}</summary>
            {lesson.teacher.map((key) => (
              <p key={key}>
                <MathText text={lessonText(key, {})} />
              </p>
            ))}
          </details>
        </>
      )}
      <CopyLesson lesson={lesson} />
    </div>
  );
}

/** The first question that has not been answered; the first of all where all have. */
function firstOpen(lesson: Lesson, progress: ProgressStore): number {
  const reached = progress.of(lesson.id);
  return Math.max(
    0,
    lesson.steps.findIndex(({ id }) => !(id in reached)),
  );
}

interface StepsProps {
  readonly lesson: Lesson;
  /** The one that is open. */
  readonly index: number | null;
  readonly reached: Readonly<Record<string, number>>;
  readonly onEnter: (index: number) => void;
}

const marks = { right: Check, near: Contrast, wrong: X };

/** The questions by number; what came out of those that are answered is marked. */
function Steps({ lesson, index, reached, onEnter }: StepsProps) {
  const { steps } = lesson;
  return (
    <ol className="lesson-steps">
      {steps.map(({ id }, i) => {
        const points = reached[id];
        const verdict = points === undefined ? null : verdictOf(points);
        const Mark = verdict && marks[verdict];
        const place = { step: i + 1, of: steps.length };
        return (
          <li key={id}>
            <button
              type="button"
              className="small"
              aria-label={verdict ? l('stepDone', { ...place, verdict: l(verdict) }) : l('step', place)}
              aria-current={i === index ? 'step' : undefined}
              data-verdict={verdict ?? undefined}
              onClick={() => onEnter(i)}
            >
              {Mark && <Mark aria-hidden="true" />}
              {i + 1}
            </button>
          </li>
        );
      })}
    </ol>
  );
}

function CopyLesson({ lesson }: { readonly lesson: Lesson }) {
  const [copied, setCopied] = useState(false);
  const url = new URL(location.href);
  url.search = `lesson=${lesson.id}`;
  url.hash = '';
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(url.href);
      setCopied(true);
    } catch {
      setCopied(false);
    }
  };
  return (
    <p className="lesson-link">
      <button type="button" className="small quiet" onClick={() => void copy()}>
        <Link2 aria-hidden="true" /> {l(copied ? 'copied' : 'copy')}
      </button>
      <code>{url.href}</code>
    </p>
  );
}
