import { useId } from 'react';
import { decimals } from '../../i18n/t.ts';
import { l, type LessonKey } from '../../i18n/lessons.ts';
import type { Unit } from '../../lessons/quantity.ts';
import type { ChooseTask, DrawTask, NumberTask, Place, PlaceTask } from '../../lessons/lesson.ts';
import { waitingPlace, withHandles, within, type Draft } from './draft.ts';
import { short, toleranceText } from './format.ts';
import { GuessField } from './GuessField.tsx';
import { MathText } from './mathml.tsx';
import { PlaneOverlay } from './PlaneOverlay.tsx';
import { signs } from './signs.ts';
import { usePlaneFrame } from './usePlaneFrame.ts';

interface Props<Kind extends Draft['kind'], Asked> {
  readonly task: Asked;
  readonly draft: Extract<Draft, { kind: Kind }>;
  readonly onChange: (draft: Draft) => void;
  readonly say: (key: LessonKey) => string;
  /** The unit of a number, by its name. */
  readonly unitOf: (name: string) => Unit;
  /** A number that is known already, by its name. */
  readonly numberOf: (name: string) => number | undefined;
}

/** One of a few answers. */
export function Choices({ task, draft, onChange, say }: Props<'choose', ChooseTask>) {
  const name = useId();
  return (
    <fieldset className="lesson-choices">
      <legend className="lesson-question">
        <MathText text={say(task.question)} />
      </legend>
      {task.choices.map((choice, i) => (
        <label key={choice.text}>
          <input
            type="radio"
            name={name}
            checked={draft.choice === i}
            onChange={() => onChange({ kind: 'choose', choice: i })}
          />
          <span>
            <MathText text={say(choice.text)} />
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** Numbers to be guessed. */
export function Guesses({ task, draft, onChange, say, unitOf }: Props<'number', NumberTask>) {
  return (
    <fieldset className="lesson-numbers">
      <legend className="lesson-question">
        <MathText text={say(task.question)} />
      </legend>
      {task.guesses.map((guess, i) => (
        <GuessField
          key={guess.number}
          label={say(guess.label)}
          least={guess.least}
          most={guess.most}
          note={toleranceText(guess.tolerance, unitOf(guess.number))}
          value={draft.values[i] ?? null}
          onChange={(value) =>
            onChange({ kind: 'number', values: draft.values.map((other, j) => (j === i ? value : other)) })
          }
        />
      ))}
    </fieldset>
  );
}

/** How far off a place, or a path on average, may be. */
function Allowed({ x, y }: Place) {
  return <MathText text={l('withinPlace', { x: short(x), y: short(y) })} />;
}

/** Heads of the columns in which places are typed; each field has a name of its own. */
function Axes() {
  return (
    <p className="lesson-axes" aria-hidden="true">
      {['I(X;T)', 'I(T;Y)'].map((text) => (
        <span key={text}>
          <MathText text={text} />
        </span>
      ))}
    </p>
  );
}

/** Dots to be put on the plane: there, or by numbers. */
export function Places({ task, draft, onChange, say }: Props<'place', PlaceTask>) {
  const here = usePlaneFrame();
  const limits = here ? { x: here.frame.limits.hx, y: here.frame.limits.hy } : { x: 1, y: 1 };
  const { dots } = task;
  const move = (index: number, place: Place): void =>
    onChange({ kind: 'place', places: draft.places.map((other, i) => (i === index ? place : other)) });
  return (
    <fieldset className="lesson-places">
      <legend className="lesson-question">
        <MathText text={say(task.question)} />
      </legend>
      <p className="note">
        {l('hintPlace')} <Allowed {...task.tolerance} />
      </p>
      <Axes />
      {dots.map(({ label }, i) => {
        const place = draft.places[i] ?? null;
        const before = place ?? waitingPlace(i, dots.length, limits);
        return (
          <div key={label} className="lesson-place">
            <span className="lesson-sign" aria-hidden="true">
              {signs[i]}
            </span>
            <span>
              <MathText text={say(label)} />
            </span>
            <span className="lesson-place-fields">
              <GuessField
                bare
                label={l('dotX', { label: say(label) })}
                least={0}
                most={Math.ceil(limits.x)}
                value={place ? place.x : null}
                onChange={(x) => {
                  if (x !== null) move(i, within({ x, y: before.y }, limits));
                }}
              />
              <GuessField
                bare
                label={l('dotY', { label: say(label) })}
                least={0}
                most={Math.ceil(limits.y)}
                value={place ? place.y : null}
                onChange={(y) => {
                  if (y !== null) move(i, within({ x: before.x, y }, limits));
                }}
              />
            </span>
          </div>
        );
      })}
      <PlaneOverlay
        path={[]}
        dots={dots.map(({ label }, i) => ({
          sign: signs[i] ?? '',
          name: say(label),
          place: draft.places[i] ?? waitingPlace(i, dots.length, limits),
          waits: draft.places[i] === null,
        }))}
        onMove={move}
      />
    </fieldset>
  );
}

/** A path to be drawn on the plane: with one stroke, or by handles. */
export function Drawing({ task, draft, onChange, say, numberOf }: Props<'draw', DrawTask>) {
  const here = usePlaneFrame();
  const limits = here ? { x: here.frame.limits.hx, y: here.frame.limits.hy } : { x: 1, y: 1 };
  const { path, handles } = draft;
  const [first, last] = [path[0], path.at(-1)];
  const [x0, y0] = [numberOf(task.start.x), numberOf(task.start.y)];
  const start = x0 === undefined || y0 === undefined ? null : { x: x0, y: y0 };
  return (
    <fieldset className="lesson-drawing">
      <legend className="lesson-question">
        <MathText text={say(task.question)} />
      </legend>
      <p className="note">
        {l('hintDraw')} <Allowed {...task.tolerance} />
      </p>
      <div className="lesson-buttons">
        <button
          type="button"
          aria-pressed={handles}
          onClick={() =>
            onChange({
              kind: 'draw',
              path: handles ? path : withHandles(path, limits, start),
              handles: !handles,
            })
          }
        >
          {l('handles')}
        </button>
        <button type="button" onClick={() => onChange({ kind: 'draw', path: [], handles: false })}>
          {l('clear')}
        </button>
      </div>
      {handles && <Axes />}
      {handles &&
        path.map((place, i) => (
          <div key={i} className="lesson-place">
            <span className="lesson-sign" aria-hidden="true">
              {i + 1}
            </span>
            <span>{l('handle', { handle: i + 1, of: path.length })}</span>
            <span className="lesson-place-fields">
              {(['x', 'y'] as const).map((axis) => (
                <GuessField
                  key={axis}
                  bare
                  label={l(axis === 'x' ? 'dotX' : 'dotY', {
                    label: l('handle', { handle: i + 1, of: path.length }),
                  })}
                  least={0}
                  most={Math.ceil(limits[axis])}
                  value={place[axis]}
                  onChange={(value) => {
                    if (value === null) return;
                    const moved = within({ ...place, [axis]: value }, limits);
                    onChange({ ...draft, path: path.map((other, j) => (j === i ? moved : other)) });
                  }}
                />
              ))}
            </span>
          </div>
        ))}
      <p className="note" role="status">
        {first && last && path.length > 1
          ? l('drawn', {
              x0: decimals(first.x, 2),
              y0: decimals(first.y, 2),
              x1: decimals(last.x, 2),
              y1: decimals(last.y, 2),
            })
          : l('notDrawn')}
      </p>
      <PlaneOverlay
        path={path}
        dots={
          handles
            ? path.map((place, i) => ({
                sign: String(i + 1),
                name: l('handle', { handle: i + 1, of: path.length }),
                place,
                waits: false,
              }))
            : []
        }
        onMove={(index, place) =>
          onChange({ ...draft, path: path.map((other, i) => (i === index ? place : other)) })
        }
        {...(handles ? {} : { onDraw: (drawn) => onChange({ kind: 'draw', path: drawn, handles: false }) })}
      />
    </fieldset>
  );
}
