import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { decimals } from '../../i18n/t.ts';
import { l, type LessonKey } from '../../i18n/lessons.ts';
import type { Task } from '../../lessons/lesson.ts';
import { unitOf, type Unit } from '../../lessons/quantity.ts';
import type { Part } from '../../lessons/score.ts';
import type { LessonRun } from '../../store/lessons/lesson-run.ts';
import { quantitiesOf, withUnit } from './format.ts';
import { pointsText } from './LessonList.tsx';
import { MathText } from './mathml.tsx';
import { PredictedOverlay } from './PredictedOverlay.tsx';

interface Props {
  readonly run: LessonRun;
  readonly say: (key: LessonKey) => string;
  /** It was the last question. */
  readonly last: boolean;
  readonly onNext: () => void;
}

/** The prediction against the run: what was said, what the run has, and what stands behind the difference. */
export function Reveal({ run, say, last, onNext }: Props) {
  const { answer, score, index } = useStore(run.store);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  if (!answer || !score) return null;
  const { task, reveal } = run.step;
  const verdict = score.points === 1 ? 'right' : score.points >= 0.5 ? 'near' : 'wrong';
  return (
    <div className="lesson-reveal">
      <PredictedOverlay task={task} answer={answer} score={score} />
      <h4 ref={heading} tabIndex={-1}>
        {l('result')}
      </h4>
      <p className="lesson-verdict" data-verdict={verdict}>
        <b>{l(verdict)}</b> {l('points', { points: pointsText(score.points) })}
      </p>
      <ul className="lesson-parts">
        {score.parts.map((part, i) => (
          <li key={i} data-points={part.points}>
            {sentencesOf(task, part, i, run, say).map((text) => (
              <p key={text}>
                <MathText text={text} />
              </p>
            ))}
            {part.why.map((key) => (
              <p key={key} className="lesson-why">
                <MathText text={say(key)} />
              </p>
            ))}
          </li>
        ))}
      </ul>
      {reveal.map((key) => (
        <p key={key} className="lesson-text">
          <MathText text={say(key)} />
        </p>
      ))}
      <div className="lesson-buttons">
        <button type="button" className="primary" onClick={onNext}>
          {l(last ? 'finish' : 'next')}
        </button>
        <button type="button" onClick={() => run.enter(index)}>
          {l('repeat')}
        </button>
      </div>
    </div>
  );
}

function sentencesOf(
  task: Task,
  part: Part,
  index: number,
  run: LessonRun,
  say: (key: LessonKey) => string,
): readonly string[] {
  const [real = NaN, realY = NaN] = part.real;
  const [said = NaN] = part.said;
  const [dx = NaN, dy = NaN] = part.off;
  const bits = (value: number): string => decimals(value, 2);
  switch (task.kind) {
    case 'choose': {
      const mine = task.choices[said];
      const right = task.choices.find(({ from, to }) => from <= real && real < to);
      const unit = unitNamed(run, task.number);
      return [
        ...(mine ? [l('saidChoice', { said: say(mine.text) })] : []),
        ...(right && right !== mine ? [l('realChoice', { real: say(right.text) })] : []),
        l('number', { real: withUnit(real, unit) }),
      ];
    }
    case 'number': {
      const unit = unitNamed(run, task.guesses[index]?.number ?? '');
      const label = part.label === null ? '' : say(part.label);
      return [l('saidNumber', { label, said: withUnit(said, unit), real: withUnit(real, unit) })];
    }
    case 'place': {
      const label = part.label === null ? '' : say(part.label);
      return [l('saidPlace', { label, dx: bits(dx), dy: bits(dy), x: bits(real), y: bits(realY) })];
    }
    case 'draw': {
      const { x, y } = task.tolerance;
      return [l('saidPath', { dx: bits(dx), dy: bits(dy), tx: x, ty: y })];
    }
  }
}

function unitNamed(run: LessonRun, name: string): Unit {
  const quantity = quantitiesOf(run.lesson)[name];
  return quantity ? unitOf(quantity) : 'count';
}
