import { m } from '../i18n/maps.ts';
import { useEffect, useMemo, useRef, type KeyboardEvent, type MouseEvent, type PointerEvent } from 'react';
import { placesOf } from '../core/tasks/map-layout.ts';
import { PartitionMap } from '../plots/partition-map.ts';
import { useTheme } from '../store/theme.ts';
import { cellColours, useMaps } from './mapsContext.ts';
import { mapLabel } from './mapText.ts';
import { layerName } from './sentences.ts';

interface Props {
  readonly layer: number;
  /** The input pointed at. */
  readonly sample: number | null;
  readonly onPoint: (sample: number | null) => void;
  /** 1 for each sample that stands out as long as none is pointed at. */
  readonly marked?: Uint8Array | null;
  /** An input was pressed. */
  readonly onPick?: (sample: number) => void;
  /** Reached and moved over by keys too. */
  readonly keys?: boolean;
}

const moves: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** One layer's map. What is pointed at stands out, with all that share its code. */
export function MapPicture({ layer, sample, onPoint, marked = null, onPick, keys = false }: Props) {
  const { at, layout, colouring, rowOf } = useMaps();
  const theme = useTheme();
  const host = useRef<HTMLDivElement>(null);
  const map = useRef<PartitionMap | null>(null);
  const row = at.rows[rowOf[layer] ?? layer];
  const places = useMemo(() => placesOf(layout), [layout]);
  const data = useMemo(() => {
    if (!row) return null;
    const { cellOf } = row.cells;
    const cell = sample === null ? null : (cellOf[sample] ?? null);
    const out = cell === null ? marked : Uint8Array.from(cellOf, (own) => (own === cell ? 1 : 0));
    return { layout, cellOf, colours: cellColours(row, colouring), marked: out };
  }, [row, layout, colouring, sample, marked]);

  useEffect(() => {
    if (!host.current) return;
    const created = new PartitionMap(host.current);
    map.current = created;
    return () => created.destroy();
  }, []);
  useEffect(() => {
    map.current?.update(data, theme, sample === null ? null : (places[sample] ?? null));
  }, [data, theme, sample, places]);

  const sampleAt = (event: MouseEvent): number | null => {
    const place = map.current?.placeAt(event.clientX, event.clientY) ?? null;
    return place === null ? null : (layout.sampleAt[place] ?? null);
  };
  const point = (event: PointerEvent): void => onPoint(sampleAt(event));
  const pick = (event: MouseEvent): void => {
    const picked = sampleAt(event);
    if (picked !== null) onPick?.(picked);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && sample !== null) onPick?.(sample);
    const move = moves[event.key];
    if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const { rows, columns } = layout;
    const place = sample === null ? null : (places[sample] ?? 0);
    const to = (now: number, by: number, end: number): number => Math.min(end - 1, Math.max(0, now + by));
    const next =
      place === null
        ? 0
        : to(Math.floor(place / columns), move[0], rows) * columns + to(place % columns, move[1], columns);
    onPoint(layout.sampleAt[next] ?? null);
  };
  if (!row) return null;
  const pointing = { onPointerMove: point, onPointerDown: point, onPointerLeave: () => onPoint(null) };
  const picking = onPick ? { onClick: pick } : {};
  if (!keys) {
    return (
      <div
        ref={host}
        className="map"
        role="img"
        aria-label={mapLabel(layer, at.epoch, row.cells)}
        {...pointing}
        {...picking}
      />
    );
  }
  return (
    <div
      ref={host}
      className="map"
      role="application"
      aria-label={m('map', { layer: layerName(layer) })}
      tabIndex={0}
      onKeyDown={press}
      onBlur={() => onPoint(null)}
      {...pointing}
      {...picking}
    />
  );
}
