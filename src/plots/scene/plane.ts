/** The whole plane as one list of marks, back to front: what the page draws in layers and an export draws at once. */
import { axisMarks } from './axes.ts';
import { chanceStripMarks } from './chance.ts';
import { textBox } from './labels.ts';
import type { Box } from './frame.ts';
import type { Mark, Measure } from './marks.ts';
import { nameMarks } from './names.ts';
import { headPoints, jointMarks, pointMarks } from './points.ts';
import { measuredUpTo } from './data.ts';
import type { PlaneStage } from './data.ts';
import { faintMarks } from './faint.ts';
import { prefitMarks } from './prefit.ts';
import { spreadMarks } from './spread.ts';
import { continueTrail, newTrail } from './trail.ts';

export interface PlaneScene {
  readonly axes: readonly Mark[];
  /** Other repeats, and a run that is compared; to be clipped to the plane's box. */
  readonly others: readonly Mark[];
  /** To be clipped to the plane's box. */
  readonly paths: readonly Mark[];
  readonly points: readonly Mark[];
  readonly names: readonly Mark[];
}

export function planeScene(stage: PlaneStage): PlaneScene {
  const { data, view, frame, measure } = stage;
  const axes = [...axisMarks(stage), ...prefitMarks(stage)];
  const trail = newTrail(data, frame);
  const paths = continueTrail(trail, measuredUpTo(data, view), stage);
  const head = headPoints(data, view, frame);
  return {
    axes,
    others: [
      ...(data.ghost?.paths(stage) ?? []),
      ...(data.others?.runs ?? []).flatMap((run) => faintMarks(run, stage)),
    ],
    paths,
    points: [
      ...chanceStripMarks(stage),
      ...(data.ghost?.points(stage) ?? []),
      ...spreadMarks(stage),
      ...jointMarks(head, stage),
      ...pointMarks(head, stage),
    ],
    names: nameMarks(head, stage, textBoxes(axes, measure), trail.occupancy, new Map()),
  };
}

/** Boxes of all texts among the marks. */
export function textBoxes(marks: readonly Mark[], measure: Measure): readonly Box[] {
  return marks.flatMap((mark) => (mark.kind === 'text' ? [textBox(mark, measure)] : []));
}
