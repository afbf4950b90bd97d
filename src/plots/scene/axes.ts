/** What stands still behind the paths: grid, ticks, titles, the limits H(X), H(Y) and I(X;Y), and I(T;Y) = I(X;T). */
import { ticks } from 'd3';
import { isRoomy, type PlaneFrame } from './frame.ts';
import type { Mark, TextMark } from './marks.ts';
import type { PlaneStage } from './data.ts';
import { prefitLeft } from './prefit.ts';

type AxisStage = Pick<PlaneStage, 'data' | 'frame' | 'words' | 'palette' | 'measure'>;

const dash = [3, 4];
/** Ticks and limits are this much smaller than the titles. */
const smaller = 0.92;
/** Px for a tick, at least. */
const tickX = 45;
const tickY = 70;

/** Lines of one px are sharp between two pixels' edges. */
const crisp = (px: number): number => Math.round(px) + 0.5;

export function axisMarks(stage: AxisStage): Mark[] {
  return [...tickMarks(stage), ...limitMarks(stage), ...titleMarks(stage)];
}

function tickMarks({ frame, palette }: AxisStage): Mark[] {
  const { box } = frame;
  const size = Math.round(frame.font * smaller);
  const many = (px: number, each: number, most: number): number => Math.max(3, Math.min(most, px / each));
  const alongX = ticks(frame.bitsX(box.left), frame.bitsX(box.right), many(box.right - box.left, tickX, 8));
  const alongY = ticks(frame.bitsY(box.bottom), frame.bitsY(box.top), many(box.bottom - box.top, tickY, 7));
  const grid: number[] = [];
  const look = { kind: 'text', role: 'tick', size, weight: 400, fill: palette.mute } as const;
  const texts: TextMark[] = [];
  for (const tick of alongX) {
    const x = crisp(frame.x(tick));
    grid.push(x, box.top, x, box.bottom);
    texts.push({ ...look, anchor: 'middle', x, y: box.bottom + size * 1.5, text: tickText(tick, alongX) });
  }
  for (const tick of alongY) {
    const y = crisp(frame.y(tick));
    grid.push(box.left, y, box.right, y);
    const [x, base] = [box.left - size * 0.75, y + size * 0.35];
    texts.push({ ...look, anchor: 'end', x, y: base, text: tickText(tick, alongY) });
  }
  return [{ kind: 'segments', role: 'grid', points: grid, stroke: palette.grid, width: 1 }, ...texts];
}

/** As many decimals as the ticks need, the same for all of them. */
function tickText(tick: number, all: readonly number[]): string {
  const step = Math.abs((all[1] ?? 1) - (all[0] ?? 0)) || 1;
  const decimals = Math.max(0, Math.min(6, -Math.floor(Math.log10(step) + 1e-9)));
  return tick.toFixed(decimals);
}

function limitMarks({ frame, words, palette, measure }: AxisStage): Mark[] {
  const { box, limits } = frame;
  const marks: Mark[] = [];
  const size = Math.round(frame.font * smaller);
  const line = { kind: 'path', stroke: palette.mute, width: 1, dash } as const;
  const look = { kind: 'text', role: 'limit', size, weight: 400, fill: palette.mute } as const;
  const diagonal = clipDiagonal(frame);
  if (diagonal) {
    marks.push({ ...line, role: 'diagonal', points: diagonal });
    marks.push(...diagonalName(diagonal, { frame, words, palette, measure }));
  }
  const x = crisp(frame.x(limits.hx));
  if (x >= box.left && x <= box.right) {
    marks.push({ ...line, role: 'limit', points: [x, box.top, x, box.bottom] });
    marks.push({ ...look, anchor: 'start', x: x + 5, y: box.bottom - 7, text: words.hx });
  }
  const y = crisp(frame.y(limits.hy));
  if (y >= box.top && y <= box.bottom) {
    marks.push({ ...line, role: 'limit', points: [box.left, y, box.right, y] });
    marks.push({ ...look, anchor: 'start', x: box.left + 6, y: y - 6, text: words.hy });
  }
  // Below H(Y) where labels have noise, or equal inputs different ones: its name under the line keeps clear of that one.
  const bound = crisp(frame.y(limits.ixy ?? limits.hy));
  if (limits.ixy !== undefined && bound >= box.top && bound <= box.bottom) {
    marks.push({ ...line, role: 'limit', points: [box.left, bound, box.right, bound] });
    const at = { x: box.left + 6, y: bound + size * 1.1 };
    marks.push({ ...look, anchor: 'start', ...at, text: words.ixy ?? '', halo: palette.background });
  }
  return marks;
}

/** The diagonal's name, along its left side, where no T can be; left out where that is too narrow. */
function diagonalName(
  line: readonly number[],
  { frame, words, palette, measure }: Omit<AxisStage, 'data'>,
): TextMark[] {
  const { diagonal: text } = words;
  if (text === undefined) return [];
  const size = Math.round(frame.font * smaller * 0.92);
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = line;
  const length = Math.hypot(x1 - x0, y1 - y0);
  const long = measure(text, size, 400);
  const beside = 5;
  const part = 1 - (long / 2 + 2 * size) / length;
  const low = part - long / 2 / length;
  if (low < 0 || x0 + low * (x1 - x0) - beside - size < frame.box.left) return [];
  const x = x0 + part * (x1 - x0) + (beside * (y1 - y0)) / length;
  const y = y0 + part * (y1 - y0) - (beside * (x1 - x0)) / length;
  const rotate = (Math.atan2(y1 - y0, x1 - x0) * 180) / Math.PI;
  const look = { size, weight: 400, fill: palette.mute, halo: palette.background } as const;
  return [{ kind: 'text', role: 'diagonal', anchor: 'middle', x, y, rotate, text, ...look }];
}

/** The part of I(T;Y) = I(X;T), up to I(X;Y), that lies in view: x0, y0, x1, y1. No T can lie left of it. */
function clipDiagonal(frame: PlaneFrame): number[] | null {
  const { box, limits } = frame;
  const from = Math.max(0, frame.bitsX(box.left), frame.bitsY(box.bottom));
  const to = Math.min(limits.ixy ?? limits.hy, limits.hx, frame.bitsX(box.right), frame.bitsY(box.top));
  return from < to ? [frame.x(from), frame.y(from), frame.x(to), frame.y(to)] : null;
}

/** The axes' titles; where there is little room, their short form. */
function titleMarks(stage: AxisStage): Mark[] {
  const { frame, words, palette, measure } = stage;
  const { box, font, size } = frame;
  const edge = 4;
  const look = { kind: 'text', role: 'title', size: font, weight: 400, fill: palette.ink } as const;
  const fit = (long: string, short = long, right = size.width): { text: string; width: number } => {
    const whole = measure(long, font, 400);
    if (isRoomy(size) && whole <= right - 2 * edge) return { text: long, width: whole };
    return { text: short, width: measure(short, font, 400) };
  };
  // Beside the upper title stands what is grey, if anything is.
  const right = prefitLeft(stage);
  const indent = right < size.width ? Math.max(0, box.left - font * 3) : 0;
  const y = fit(words.yTitle, words.yShort, right - indent);
  const yLeft = Math.max(edge, Math.min(box.left - font * 3, size.width - edge - y.width));
  const x = fit(words.xTitle, words.xShort);
  const xRight = Math.min(size.width - edge, Math.max(box.right, edge + x.width));
  const base = Math.min(size.height - edge, box.bottom + font * 3);
  return [
    { ...look, anchor: 'start', x: yLeft, y: box.top - font * 0.9, text: y.text },
    { ...look, anchor: 'end', x: xRight, y: base, text: x.text },
  ];
}
