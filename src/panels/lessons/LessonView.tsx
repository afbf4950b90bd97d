import { Check, Link2 } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { l, lessonText, type LessonKey } from '../../i18n/lessons.ts';
import type { Lesson, Step } from '../../lessons/lesson.ts';
import { useFrame, useStores } from '../../store/hooks.ts';
import { openLesson } from '../../store/lesson-place.ts';
import { LessonRun } from '../../store/lessons/lesson-run.ts';
import type { ProgressStore } from '../../store/lessons/progress.ts';
import { textOf } from './format.ts';
import { pointsText } from './LessonList.tsx';
import { Formula, MathText } from './mathml.tsx';
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
  // The numbers that the text speaks of come with the run beside it.
  useFrame(() => run.readGiven(), 100);
  useEffect(() => {
    heading.current?.focus();
  }, [index, finished]);

  const step = run.step;
  const say = (key: LessonKey): string => textOf(lesson, key, numbers) ?? '';
  const count = lesson.steps.length;
  const enter = (next: number): void => {
    setFinished(false);
    run.enter(next);
  };
  if (finished) {
    const reached = progress.of(lesson.id);
    const points = lesson.steps.reduce((sum, { id }) => sum + (reached[id] ?? 0), 0);
    return (
      <div className="lesson-inside">
        <h2 ref={heading} tabIndex={-1}>
          {lessonText(lesson.title, {})}
        </h2>
        <p>{l('finished', { points: pointsText(points), of: count })}</p>
        <div className="lesson-buttons">
          <button type="button" className="primary" onClick={() => openLesson('')}>
            {l('all')}
          </button>
          <button type="button" onClick={() => enter(0)}>
            {l('again')}
          </button>
        </div>
      </div>
    );
  }
  return (
    <div className="lesson-inside">
      <h2 ref={heading} tabIndex={-1}>
        {lessonText(lesson.title, {})}
      </h2>
      <Steps lesson={lesson} index={index} reached={progress.of(lesson.id)} onEnter={enter} />
      <section aria-label={l('step', { step: index + 1, of: count })}>
        <h3>
          <MathText text={say(step.title)} />
        </h3>
        {phase === 'predict' ? (
          <Before lesson={lesson} step={step} numbers={numbers} />
        ) : (
          <p className="lesson-question">
            <MathText text={say(step.task.question)} />
          </p>
        )}
        {phase === 'predict' && <Predict key={step.id} run={run} step={step} say={say} />}
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
      <CopyLesson lesson={lesson} />
    </div>
  );
}

interface BeforeProps {
  readonly lesson: Lesson;
  readonly step: Step;
  readonly numbers: Readonly<Record<string, number>>;
}

/** What is said before the question. */
function Before({ lesson, step, numbers }: BeforeProps) {
  return (
    <>
      {step.text.map((key) => {
        const text = textOf(lesson, key, numbers);
        return (
          <p key={key} className="lesson-text" data-waits={text === null}>
            {text === null ? l('waiting') : <MathText text={text} />}
          </p>
        );
      })}
      {step.formulas?.map((name) => (
        <Formula key={name} name={name} />
      ))}
    </>
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
  readonly index: number;
  readonly reached: Readonly<Record<string, number>>;
  readonly onEnter: (index: number) => void;
}

function Steps({ lesson, index, reached, onEnter }: StepsProps) {
  const { steps } = lesson;
  return (
    <ol className="lesson-steps">
      {steps.map(({ id }, i) => (
        <li key={id}>
          <button
            type="button"
            className="small"
            aria-label={l('step', { step: i + 1, of: steps.length })}
            aria-current={i === index ? 'step' : undefined}
            data-done={id in reached}
            onClick={() => onEnter(i)}
          >
            {id in reached && <Check aria-hidden="true" />}
            {i + 1}
          </button>
        </li>
      ))}
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
