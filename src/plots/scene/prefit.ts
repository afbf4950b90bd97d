/** Says what is grey on the plane, at its upper right corner. */
import { isRoomy } from './frame.ts';
import type { PlaneStage } from './data.ts';
import type { Mark } from './marks.ts';

const sample = 18;

export function prefitMarks({ data, frame, words, palette, measure }: PlaneStage): Mark[] {
  const { prefit = 0 } = data;
  if (prefit === 0 || words.prefit === undefined) return [];
  const { box, font } = frame;
  const size = Math.round(font * (isRoomy(frame.size) ? 0.92 : 0.85));
  const y = box.top - font * 0.9;
  const left = box.right - measure(words.prefit, size, 400);
  const line = [left - sample - 6, y - size * 0.35, left - 6, y - size * 0.35];
  return [
    { kind: 'segments', role: 'prefit', points: line, stroke: palette.mute, width: 2 },
    {
      kind: 'text',
      role: 'prefit',
      text: words.prefit,
      x: box.right,
      y,
      size,
      weight: 400,
      anchor: 'end',
      fill: palette.mute,
    },
  ];
}
