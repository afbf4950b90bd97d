import { epochScale } from '../../core/experiment/epoch-scale.ts';
import type { Experiment } from '../../core/experiment/experiment.ts';
import { totalEpochs } from '../../core/experiment/schedule.ts';
import type { Limits, OutputRuler, TrajectoryColumns } from '../../core/experiment/trajectory.ts';
import { palettes } from '../../plots/colours.ts';
import { shownRows } from '../../plots/rows.ts';
import type { PlaneData } from '../../plots/scene/data.ts';
import { planeFrame } from '../../plots/scene/frame.ts';
import { roughMeasure } from '../../plots/scene/marks.ts';
import { planeScene } from '../../plots/scene/plane.ts';
import { svgDocument } from '../../plots/svg-document.ts';
import { planeWords } from './words.ts';

const size = { width: 760, height: 640 };

export interface PlaneFigure {
  readonly experiment: Experiment;
  readonly limits: Limits;
  readonly columns: TrajectoryColumns;
  readonly output: OutputRuler;
  readonly title: string;
  readonly source: string;
  /** Other repeats, drawn faint behind. */
  readonly others?: readonly TrajectoryColumns[];
  /** Where the columns are means. */
  readonly sd?: PlaneData['sd'];
}

/** The information plane at the end of training, colour by epoch, as a file. */
export function planeFigure(figure: PlaneFigure): string {
  const { experiment, limits, columns, output, others, sd } = figure;
  const rows = experiment.net.length + 2;
  const palette = palettes.light;
  const frame = planeFrame(size, limits);
  const {
    axes,
    others: faint,
    paths,
    points,
    names,
  } = planeScene({
    data: {
      key: figure.title,
      columns,
      rows,
      shown: shownRows(rows, output),
      limits,
      prefit: experiment.prefit,
      ...(others ? { others: { key: figure.title, runs: others, planned: others.length } } : {}),
      ...(sd ? { sd } : {}),
    },
    view: {
      head: columns.epoch.length - 1,
      colourBy: 'epoch',
      scale: epochScale('log', totalEpochs(experiment)),
      highlight: null,
    },
    frame,
    words: planeWords,
    palette,
    measure: roughMeasure,
  });
  return svgDocument({
    size,
    palette,
    title: figure.title,
    source: figure.source,
    layers: [
      { marks: axes },
      { marks: faint, clip: frame.box },
      { marks: paths, clip: frame.box },
      { marks: points },
      { marks: names },
    ],
  });
}
