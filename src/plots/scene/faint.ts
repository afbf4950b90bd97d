/** Other repeats' paths, thin and faint, behind the one that is looked at. */
import { layerColour } from '../colours.ts';
import type { TrajectoryColumns } from '../../core/experiment/trajectory.ts';
import { inside } from './frame.ts';
import type { Mark } from './marks.ts';
import type { PlaneStage } from './data.ts';

/** Lines shorter than this are drawn together with the next one; px. */
const shortest = 2;
const width = { one: 1.4, several: 0.8 };
/** Of layers that step back, beside the others. */
const faded = 0.25;

/** Of so many lines each: together they stay behind what lies over them. One alone is to be compared with it. */
export function faintOpacity(planned: number): number {
  return planned === 1 ? 0.75 : Math.max(0.1, Math.min(0.4, 0.9 / Math.sqrt(planned)));
}

export const faintWidth = (planned: number): number => (planned === 1 ? width.one : width.several);

/** One run's paths, a mark a layer: grey where colours stand for epochs, else in the layer's colour. */
export function faintMarks(columns: TrajectoryColumns, stage: PlaneStage): Mark[] {
  const { data, view, frame, palette } = stage;
  const planned = data.others?.planned ?? 1;
  const opacity = faintOpacity(planned);
  return data.shown.flatMap((row, layer): Mark[] => {
    const points: number[] = [];
    let [lastX, lastY] = [NaN, NaN];
    for (let at = row; at < columns.ixt.length; at += data.rows) {
      const x = frame.x(columns.ixt[at] ?? NaN);
      const y = frame.y(columns.ity[at] ?? NaN);
      if (Number.isNaN(x + y)) continue;
      const far = Math.abs(x - lastX) + Math.abs(y - lastY);
      if (far < shortest) continue;
      if (far >= 0 && (inside(frame.box, x, y, 20) || inside(frame.box, lastX, lastY, 20) || far > 40))
        points.push(lastX, lastY, x, y);
      [lastX, lastY] = [x, y];
    }
    if (points.length === 0) return [];
    const stroke = view.colourBy === 'epoch' ? palette.mute : layerColour(palette, layer);
    const back = view.highlight !== null && view.highlight !== layer;
    return [
      {
        ...{ kind: 'segments', role: 'faint', points, stroke, width: faintWidth(planned) },
        opacity: back ? opacity * faded : opacity,
      },
    ];
  });
}
