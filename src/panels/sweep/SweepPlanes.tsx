import { ArrowUpRight } from 'lucide-react';
import { useEffect, useRef, type PointerEvent } from 'react';
import { valueAt } from '../../plots/scene/data.ts';
import type { SmallPlaneData } from '../../plots/scene/small-plane.ts';
import { SmallPlane } from '../../plots/small-plane.ts';
import { decimals, t } from '../../i18n/t.ts';
import { w } from '../../i18n/sweep.ts';
import type { SweepCell } from '../../store/sweep/state.ts';
import type { SweepPath } from '../../store/sweep/paths.ts';
import { useTheme } from '../../store/theme.ts';
import { planeWords } from '../planeData.ts';
import { layerName } from '../sentences.ts';
import { sharedLimits, smallPlaneOf, useSweepScale } from './sweepPlane.ts';
import { useHighlight, useSweep, useSweepHere, useSweepView } from './useSweep.ts';

/** Milliseconds of drawing in a frame; the other planes follow in the next. */
const stretch = 8;

interface Props {
  readonly names: readonly string[];
  readonly onOpen: (index: number) => void;
}

/** A small plane for each value, all on the same axes; what is pointed at in one stands out in all. */
export function SweepPlanes({ names, onOpen }: Props) {
  const { work, view } = useSweepHere();
  const cells = useSweep((state) => state.cells);
  const place = useSweepView((state) => state.place);
  const colourBy = useSweepView((state) => state.colourBy);
  const value = useSweepView((state) => state.value);
  const highlight = useHighlight();
  const scale = useSweepScale();
  const theme = useTheme();
  const planes = useRef(new Map<number, SmallPlane>());
  const left = useRef<number[]>([]);
  const drawn = useRef<readonly (SmallPlaneData | null)[]>([]);
  const paths = cells.map((_, index) => work.pathOf(index));
  const shared = sharedLimits(paths);
  const data = paths.map((path, index) => {
    const prefit = cells[index]?.value.experiment.prefit ?? 0;
    return path && shared ? smallPlaneOf(path, shared, prefit, scale, { place, colourBy }, highlight) : null;
  });

  useEffect(() => {
    drawn.current = data;
    // Those that have waited longest come first: else a slider that moves on would leave the last ones behind.
    const late = left.current.filter((index) => planes.current.has(index));
    const due = [...new Set([...late, ...planes.current.keys()])];
    left.current = due;
    let frame = requestAnimationFrame(function draw() {
      const begun = performance.now();
      for (let index = due.shift(); index !== undefined; index = due.shift()) {
        const now = data[index];
        if (now) planes.current.get(index)?.draw(now, { words: planeWords(), theme });
        if (performance.now() - begun > stretch) break;
      }
      if (due.length > 0) frame = requestAnimationFrame(draw);
    });
    return () => cancelAnimationFrame(frame);
  });

  const mount = (index: number, host: HTMLElement): (() => void) => {
    const plane = new SmallPlane(host);
    planes.current.set(index, plane);
    return () => {
      plane.destroy();
      planes.current.delete(index);
    };
  };
  const point = (index: number, event: PointerEvent<HTMLElement>): void => {
    const now = drawn.current[index];
    const box = event.currentTarget.getBoundingClientRect();
    const at = [event.clientX - box.left, event.clientY - box.top] as const;
    const layer = now && planes.current.get(index)?.pick(...at, now, { words: planeWords(), theme });
    view.setState({ pointed: layer ?? null, value: index });
  };

  return (
    <ul className="sweep-planes" onPointerLeave={() => view.setState({ pointed: null, value: null })}>
      {cells.map((cell, index) => (
        <li key={cell.value.text} data-marked={value === index}>
          <Head
            cell={cell}
            name={names[index] ?? ''}
            path={paths[index] ?? null}
            onOpen={() => onOpen(index)}
          />
          <Picture
            label={labelOf(names[index] ?? '', data[index] ?? null)}
            mount={(host) => mount(index, host)}
            onPoint={(event) => point(index, event)}
          />
        </li>
      ))}
    </ul>
  );
}

interface HeadProps {
  readonly cell: SweepCell;
  readonly name: string;
  readonly path: SweepPath | null;
  readonly onOpen: () => void;
}

function Head({ cell: { value, status, progress }, name, path, onOpen }: HeadProps) {
  const percent = Math.floor(100 * progress);
  const said = status === 'training' ? w('status.training', { percent }) : w(`status.${status}`);
  const repeats = path?.repeats ?? 1;
  const count = value.experiment.repeats;
  const mean = repeats < 2 ? '' : repeats < count ? w('meanOf', { repeats, count }) : w('mean', { repeats });
  return (
    <div className="sweep-head">
      <b>{name}</b>
      <span className="muted">{[mean, said].filter(Boolean).join(t('mark.comma'))}</span>
      <button
        type="button"
        className="small icon-only quiet"
        aria-label={w('open', { value: name })}
        title={w('open', { value: name })}
        onClick={onOpen}
      >
        <ArrowUpRight aria-hidden="true" />
      </button>
    </div>
  );
}

interface PictureProps {
  readonly label: string;
  readonly mount: (host: HTMLElement) => () => void;
  readonly onPoint: (event: PointerEvent<HTMLElement>) => void;
}

function Picture({ label, mount, onPoint }: PictureProps) {
  const host = useRef<HTMLDivElement>(null);
  const made = useRef(mount);
  useEffect(() => (host.current ? made.current(host.current) : undefined), []);
  return <div ref={host} className="sweep-plane" role="img" aria-label={label} onPointerMove={onPoint} />;
}

/** Each layer's two values at the epoch of the slider. */
function labelOf(value: string, now: SmallPlaneData | null): string {
  if (!now || now.view.head < 0) return w('planeNone', { value });
  const { columns, rows, shown } = now.data;
  const { head } = now.view;
  const layers = shown.map((row, layer) =>
    w('planeLayer', {
      layer: layerName(layer),
      ixt: decimals(valueAt(columns.ixt, rows, row, head), 2),
      ity: decimals(valueAt(columns.ity, rows, row, head), 2),
    }),
  );
  return w('plane', {
    value,
    epoch: columns.epoch[Math.floor(head)] ?? 0,
    layers: layers.join(w('between')),
  });
}
