/** What stands still behind the paths: grid, ticks, titles, the limits H(X) and H(Y), and I(T;Y) = I(X;T). */
import { ticks } from 'd3';
import type { Palette } from '../colours.ts';
import type { PlaneWords } from './data.ts';
import type { PlaneFrame } from './frame.ts';
import type { Mark, TextMark } from './marks.ts';

const dash = [3, 4];

export function axisMarks(frame: PlaneFrame, words: PlaneWords, palette: Palette): Mark[] {
  const { box, font, limits, size } = frame;
  const marks: Mark[] = [];
  const small = Math.round(font * 0.92);
  const crisp = (px: number): number => Math.round(px) + 0.5;
  const text = (
    role: TextMark['role'],
    label: string,
    x: number,
    y: number,
    more: Partial<TextMark>,
  ): void => {
    marks.push({
      kind: 'text',
      role,
      text: label,
      x,
      y,
      size: small,
      weight: 400,
      anchor: 'start',
      fill: palette.mute,
      ...more,
    });
  };
  const grid: number[] = [];
  const wide = box.right - box.left;
  const tall = box.bottom - box.top;
  const ticksX = ticks(frame.bitsX(box.left), frame.bitsX(box.right), Math.max(3, Math.min(8, wide / 80)));
  const ticksY = ticks(frame.bitsY(box.bottom), frame.bitsY(box.top), Math.max(3, Math.min(7, tall / 70)));
  for (const tick of ticksX) {
    const x = crisp(frame.x(tick));
    grid.push(x, box.top, x, box.bottom);
    text('tick', label(tick, ticksX), x, box.bottom + small * 1.5, { anchor: 'middle' });
  }
  for (const tick of ticksY) {
    const y = crisp(frame.y(tick));
    grid.push(box.left, y, box.right, y);
    text('tick', label(tick, ticksY), box.left - small * 0.75, y + small * 0.35, { anchor: 'end' });
  }
  marks.unshift({ kind: 'segments', role: 'grid', points: grid, stroke: palette.grid, width: 1 });

  const limit = { kind: 'path', stroke: palette.mute, width: 1, dash } as const;
  const diagonal = clipDiagonal(frame);
  if (diagonal) marks.push({ ...limit, role: 'diagonal', points: diagonal });
  const x = crisp(frame.x(limits.hx));
  if (x >= box.left && x <= box.right) {
    marks.push({ ...limit, role: 'limit', points: [x, box.top, x, box.bottom] });
    text('limit', words.hx, x + 5, box.bottom - 7, {});
  }
  const y = crisp(frame.y(limits.hy));
  if (y >= box.top && y <= box.bottom) {
    marks.push({ ...limit, role: 'limit', points: [box.left, y, box.right, y] });
    text('limit', words.hy, box.left + 6, y - 6, {});
  }
  const ink = { fill: palette.ink, size: font };
  text('title', words.yTitle, Math.max(4, box.left - font * 3), box.top - font * 0.9, ink);
  text('title', words.xTitle, box.right, Math.min(size.height - 4, box.bottom + font * 3), {
    ...ink,
    anchor: 'end',
  });
  return marks;
}

/** As many decimals as the ticks need, the same for all of them. */
function label(tick: number, all: readonly number[]): string {
  const step = Math.abs((all[1] ?? 1) - (all[0] ?? 0)) || 1;
  const decimals = Math.max(0, Math.min(6, -Math.floor(Math.log10(step) + 1e-9)));
  return tick.toFixed(decimals);
}

/** The part of I(T;Y) = I(X;T), up to H(Y), that lies in view: x0, y0, x1, y1. No T can lie left of it. */
function clipDiagonal(frame: PlaneFrame): number[] | null {
  const { box, limits } = frame;
  const from = Math.max(0, frame.bitsX(box.left), frame.bitsY(box.bottom));
  const to = Math.min(limits.hy, limits.hx, frame.bitsX(box.right), frame.bitsY(box.top));
  return from < to ? [frame.x(from), frame.y(from), frame.x(to), frame.y(to)] : null;
}
