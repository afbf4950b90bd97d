import { useEffect, useRef, type KeyboardEvent, type PointerEvent } from 'react';
import type { LayerWeights } from '../../core/inspection/layer-weights.ts';
import { palettes } from '../../plots/colours.ts';
import { divergingColour } from '../../plots/diverging.ts';
import { useTheme } from '../../store/theme.ts';
import { nextPlace, type WeightPlaces } from './weightPlaces.ts';

interface Props {
  readonly weights: LayerWeights;
  readonly places: WeightPlaces;
  /** The number at the ends of the scale. */
  readonly largest: number;
  readonly label: string;
  /** The weight that is read out (see WeightPlaces). */
  readonly weight: number | null;
  readonly onWeight: (weight: number | null) => void;
}

const moves: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** CSS px of a weight: as large as the room allows, within bounds. */
function stepOf({ rows, columns }: WeightPlaces): number {
  const most = Math.floor(Math.min(480 / columns, 480 / rows));
  return Math.max(1, Math.min(26, most));
}

/** The weights as a heat map, one canvas pixel each, enlarged; by pointer and by keys each is read out. */
export function WeightPicture({ weights, places, largest, label, weight, onWeight }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useTheme();
  const { rows, columns, weightAt } = places;
  const step = stepOf(places);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const palette = palettes[theme];
    const image = context.createImageData(columns, rows);
    const all = weights.used.length;
    for (const [place, index] of weightAt.entries()) {
      if (index < 0) continue;
      const value = (index < all ? weights.used[index] : weights.bias[index - all]) ?? 0;
      image.data.set([...divergingColour(value / largest, palette), 255], 4 * place);
    }
    context.putImageData(image, 0, 0);
  }, [weights, weightAt, rows, columns, largest, theme]);

  const point = (event: PointerEvent<HTMLElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const column = Math.floor(((event.clientX - box.left) / box.width) * columns);
    const row = Math.floor(((event.clientY - box.top) / box.height) * rows);
    const index = weightAt[row * columns + column] ?? -1;
    onWeight(index < 0 ? null : index);
  };
  const press = (event: KeyboardEvent): void => {
    const move = moves[event.key];
    if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const place = weight === null ? -1 : weightAt.indexOf(weight);
    onWeight(weightAt[place < 0 ? 0 : nextPlace(places, place, move)] ?? null);
  };
  const place = weight === null ? -1 : weightAt.indexOf(weight);
  return (
    <div
      className="weights"
      style={{ width: `${columns * step}px`, aspectRatio: `${columns} / ${rows}` }}
      role="application"
      aria-label={label}
      tabIndex={0}
      onKeyDown={press}
      onBlur={() => onWeight(null)}
      onPointerMove={point}
      onPointerDown={point}
      onPointerLeave={() => onWeight(null)}
    >
      <canvas ref={canvas} width={columns} height={rows} aria-hidden="true" />
      {place >= 0 && (
        <span
          className="map-ring"
          style={{
            left: `${(100 * (place % columns)) / columns}%`,
            top: `${(100 * Math.floor(place / columns)) / rows}%`,
            width: `${100 / columns}%`,
            height: `${100 / rows}%`,
          }}
        />
      )}
    </div>
  );
}
