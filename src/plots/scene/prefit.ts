/** Says what is grey on the plane, at its upper right corner. */
import { isRoomy } from './frame.ts';
import type { PlaneStage } from './data.ts';
import type { Mark } from './marks.ts';

/** Px of the line that shows what is grey, and between it and the words. */
const sample = 18;
const gap = 6;

type PrefitStage = Pick<PlaneStage, 'data' | 'frame' | 'words' | 'palette' | 'measure'>;

const sizeOf = ({ frame }: PrefitStage): number =>
  Math.round(frame.font * (isRoomy(frame.size) ? 0.92 : 0.85));

/** Px from the left where it begins; the host's right edge where nothing is said. */
export function prefitLeft(stage: PrefitStage): number {
  const { data, frame, words, measure } = stage;
  if (!data.prefit || words.prefit === undefined) return frame.size.width;
  return frame.box.right - measure(words.prefit, sizeOf(stage), 400) - gap - sample;
}

export function prefitMarks(stage: PrefitStage): Mark[] {
  const { data, frame, words, palette } = stage;
  if (!data.prefit || words.prefit === undefined) return [];
  const { box, font } = frame;
  const size = sizeOf(stage);
  const y = box.top - font * 0.9;
  const left = prefitLeft(stage);
  const line = [left, y - size * 0.35, left + sample, y - size * 0.35];
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
