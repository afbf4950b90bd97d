import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { decimals } from '../../i18n/t.ts';
import { l, type LessonKey } from '../../i18n/lessons.ts';
import type { Task } from '../../lessons/lesson.ts';
import type { Part } from '../../lessons/score.ts';
import type { LessonRun } from '../../store/lessons/lesson-run.ts';
import { InspectButton } from '../Inspector.tsx';
import { useNarrow } from '../useNarrow.ts';
import { short, toleranceText, unknown, verdictOf, withUnit } from './format.ts';
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
  const { answer, score, index, counted } = useStore(run.store);
  const narrow = useNarrow();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  if (!answer || !score) return null;
  const { task, reveal, inspect, showsView = false } = run.step;
  const verdict = verdictOf(score.points);
  const texts = reveal.map((key) => ({ key, said: say(key) }));
  return (
    <div className="lesson-reveal" data-shows-view={showsView}>
      <PredictedOverlay task={task} answer={answer} score={score} />
      <h4 ref={heading} tabIndex={-1}>
        {l('result')}
      </h4>
      <p className="lesson-verdict" data-verdict={verdict}>
        <b>{l(verdict)}</b> {l('points', { points: short(score.points) })}
      </p>
      {counted !== null && <p className="note">{l('notFirst', { points: short(counted) })}</p>}
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
            {part.points < 1 && part.why.length === 0 && (
              <p className="lesson-why">{generalWhy(task, part, i, run)}</p>
            )}
          </li>
        ))}
      </ul>
      {texts.map(({ key, said }) => (
        <p key={key} className="lesson-text">
          <MathText text={said} />
        </p>
      ))}
      {texts.some(({ said }) => said.includes(unknown)) && <p className="note">{l('earlier')}</p>}
      {showsView && narrow && <p className="note">{l('viewBelow')}</p>}
      {inspect !== undefined && (
        <div>
          <InspectButton layer={inspect} />
        </div>
      )}
      <div className="lesson-buttons lesson-actions">
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
      const unit = run.unitOf(task.number);
      return [
        ...(mine ? [l('saidChoice', { said: say(mine.text) })] : []),
        ...(right && right !== mine ? [l('realChoice', { real: say(right.text) })] : []),
        l('number', { real: withUnit(real, unit) }),
      ];
    }
    case 'number': {
      const unit = run.unitOf(task.guesses[index]?.number ?? '');
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

/** Of a wrong answer behind which no misconception is known: which way it is wrong, and how near it would have to be. */
function generalWhy(task: Task, part: Part, index: number, run: LessonRun): string {
  const [real = NaN] = part.real;
  const [said = NaN] = part.said;
  const guess = task.kind === 'number' ? task.guesses[index] : undefined;
  if (!guess) return '';
  const unit = run.unitOf(guess.number);
  const by = withUnit(Math.abs(said - real), unit);
  return `${l(said > real ? 'tooMuch' : 'tooLittle', { by })} ${toleranceText(guess.tolerance, unit)}`;
}
