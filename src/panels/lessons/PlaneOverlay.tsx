import { useEffect, useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { createPortal } from 'react-dom';
import { useStore } from 'zustand';
import { l } from '../../i18n/lessons.ts';
import type { Place } from '../../lessons/lesson.ts';
import type { Pair } from '../../lessons/path-distance.ts';
import type { PlaneFrame } from '../../plots/scene/frame.ts';
import { decimals } from '../../i18n/t.ts';
import { planeSlot } from '../planeSlot.ts';
import { movedBy, within } from './draft.ts';
import { usePlaneFrame } from './usePlaneFrame.ts';

/** A dot that can be moved. */
export interface Movable {
  /** In its circle: A, B, ... or a handle's number. */
  readonly sign: string;
  readonly name: string;
  readonly place: Place;
  /** It waits to be put somewhere. */
  readonly waits: boolean;
}

interface Props {
  readonly dots: readonly Movable[];
  readonly path: readonly Place[];
  /** Where dots belong, by the run. */
  readonly real?: readonly (Place | null)[];
  readonly pairs?: readonly Pair[];
  /** Left out: nothing can be moved any more. */
  readonly onMove?: (index: number, place: Place) => void;
  /** A stroke on the plane: from its beginning on, each time it is longer. */
  readonly onDraw?: (path: readonly Place[]) => void;
}

/** What is predicted, over the page's plane. */
export function PlaneOverlay(props: Props) {
  const here = usePlaneFrame();
  const { onMove, onDraw } = props;
  const acts = onMove !== undefined || onDraw !== undefined;
  const plot = useStore(planeSlot, (slot) => slot.plot);
  // What is drawn on the whole plane has room on it.
  useEffect(() => {
    if (acts) plot?.resetZoom();
  }, [plot, acts]);
  if (!here) return null;
  return createPortal(<Sheet {...props} frame={here.frame} />, here.over);
}

function Sheet({
  dots,
  path,
  real = [],
  pairs = [],
  onMove,
  onDraw,
  frame,
}: Props & { readonly frame: PlaneFrame }) {
  const sheet = useRef<HTMLDivElement>(null);
  const stroke = useRef<Place[] | null>(null);
  const limits = { x: frame.limits.hx, y: frame.limits.hy };
  const placeAt = (event: PointerEvent): Place => {
    const { left = 0, top = 0 } = sheet.current?.getBoundingClientRect() ?? {};
    return within({ x: frame.bitsX(event.clientX - left), y: frame.bitsY(event.clientY - top) }, limits);
  };
  const begin = (event: PointerEvent): void => {
    if (!onDraw || event.target !== sheet.current || event.button !== 0) return;
    sheet.current.setPointerCapture(event.pointerId);
    stroke.current = [placeAt(event)];
    onDraw(stroke.current);
  };
  const goOn = (event: PointerEvent): void => {
    const last = stroke.current?.at(-1);
    if (!stroke.current || !last || !onDraw) return;
    const next = placeAt(event);
    const apart = Math.hypot(frame.x(next.x) - frame.x(last.x), frame.y(next.y) - frame.y(last.y));
    if (apart < 3) return;
    stroke.current = [...stroke.current, next];
    onDraw(stroke.current);
  };
  const line = (places: readonly Place[]): string =>
    places.map(({ x, y }) => `${frame.x(x)},${frame.y(y)}`).join(' ');
  return (
    <div
      ref={sheet}
      className="lesson-overlay"
      data-draws={onDraw !== undefined}
      onPointerDown={begin}
      onPointerMove={goOn}
      onPointerUp={() => (stroke.current = null)}
      onPointerCancel={() => (stroke.current = null)}
    >
      <svg aria-hidden="true">
        {pairs.map(({ one, other }, i) => (
          <line
            key={i}
            className="lesson-pair"
            x1={frame.x(one.x)}
            y1={frame.y(one.y)}
            x2={frame.x(other.x)}
            y2={frame.y(other.y)}
          />
        ))}
        {path.length > 1 && (
          <>
            <polyline className="lesson-path-halo" points={line(path)} />
            <polyline className="lesson-path" points={line(path)} />
            <Arrow path={path} frame={frame} />
          </>
        )}
        {dots.map(({ place }, i) => {
          const target = real[i];
          return target ? <Target key={i} from={place} to={target} frame={frame} /> : null;
        })}
      </svg>
      {dots.map((dot, i) => (
        <Dot
          key={i}
          dot={dot}
          frame={frame}
          placeAt={placeAt}
          {...(onMove ? { onMove: (place: Place) => onMove(i, place) } : {})}
        />
      ))}
    </div>
  );
}

/** The end of a drawn path. */
function Arrow({ path, frame }: { readonly path: readonly Place[]; readonly frame: PlaneFrame }) {
  const end = path.at(-1);
  if (!end) return null;
  const [x, y] = [frame.x(end.x), frame.y(end.y)];
  // Over some of its last part, not its very last pixels.
  const back =
    path.findLast((place) => Math.hypot(frame.x(place.x) - x, frame.y(place.y) - y) > 10) ?? path[0];
  const angle = back ? Math.atan2(y - frame.y(back.y), x - frame.x(back.x)) : 0;
  const degrees = (180 / Math.PI) * angle;
  return (
    <path
      className="lesson-arrow"
      d="M-11,-6 L1,0 L-11,6"
      transform={`translate(${x},${y}) rotate(${degrees})`}
    />
  );
}

/** Where a dot belongs, and how far from it it was put. */
function Target({
  from,
  to,
  frame,
}: {
  readonly from: Place;
  readonly to: Place;
  readonly frame: PlaneFrame;
}) {
  const [x, y] = [frame.x(to.x), frame.y(to.y)];
  return (
    <>
      <line className="lesson-pair" x1={frame.x(from.x)} y1={frame.y(from.y)} x2={x} y2={y} />
      <path className="lesson-target" d={`M${x - 9},${y} H${x + 9} M${x},${y - 9} V${y + 9}`} />
    </>
  );
}

interface DotProps {
  readonly dot: Movable;
  readonly frame: PlaneFrame;
  readonly placeAt: (event: PointerEvent) => Place;
  readonly onMove?: (place: Place) => void;
}

function Dot({ dot, frame, placeAt, onMove }: DotProps) {
  const { place, sign, name, waits } = dot;
  const style = { left: `${frame.x(place.x)}px`, top: `${frame.y(place.y)}px` };
  if (!onMove)
    return (
      <span className="lesson-dot" style={style} data-waits={false} aria-hidden="true">
        <span>{sign}</span>
      </span>
    );
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const limits = { x: frame.limits.hx, y: frame.limits.hy };
    const moved = movedBy(event.key, event.shiftKey, place, limits);
    if (!moved) return;
    event.preventDefault();
    onMove(moved);
  };
  const drag = (event: PointerEvent): void => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) onMove(placeAt(event));
  };
  const values = { label: name, x: decimals(place.x, 2), y: decimals(place.y, 2) };
  return (
    <button
      type="button"
      className="lesson-dot"
      style={style}
      data-waits={waits}
      aria-label={l('placeOf', values)}
      onKeyDown={press}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
    >
      <span aria-hidden="true">{sign}</span>
    </button>
  );
}
