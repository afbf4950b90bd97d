/** A small plane in a host element: axes and paths on one canvas, the points on another. */
import { createSurface, drawMarks, drawWithin } from './canvas.ts';
import type { Theme } from './colours.ts';
import { roughMeasure, type Mark } from './scene/marks.ts';
import { measuredUpTo, type PlaneStage, type PlaneWords } from './scene/data.ts';
import {
  panelPalettes,
  smallAxes,
  smallFrame,
  smallPick,
  smallPoints,
  type SmallPlaneData,
} from './scene/small-plane.ts';
import { plotScale } from './scale.ts';
import { continueTrail, newTrail, type TrailState } from './scene/trail.ts';

export interface SmallPlaneOptions {
  readonly words: PlaneWords;
  readonly theme: Theme;
}

/** Drawn when it is told; whoever has many decides when. */
export class SmallPlane {
  private readonly host: HTMLElement;
  private readonly paths: ReturnType<typeof createSurface>;
  private readonly points: ReturnType<typeof createSurface>;
  private readonly family: string;
  private trail: TrailState | null = null;
  private key = '';

  constructor(host: HTMLElement) {
    this.host = host;
    this.family = getComputedStyle(host).fontFamily || 'system-ui, sans-serif';
    this.paths = createSurface(host);
    this.points = createSurface(host);
  }

  /** The layer nearest to a place in the host (px), if one is near. */
  pick(x: number, y: number, now: SmallPlaneData, options: SmallPlaneOptions): number | null {
    const stage = this.stage(now, options);
    const scale = plotScale();
    return stage && smallPick(x / scale, y / scale, stage);
  }

  /** While the head only moves on, the paths are continued. */
  draw(now: SmallPlaneData, options: SmallPlaneOptions): void {
    const stage = this.stage(now, options);
    if (!stage) return;
    const { data, view, frame } = stage;
    const { width, height } = frame.size;
    const { limits } = data;
    const look = [view.colourBy, view.highlight, view.scale.kind, view.scale.last, options.theme];
    const axes = [now.shared.hx, now.shared.hy, limits.hx, limits.hy, width, height];
    const key = [data.key, data.shown.join(), ...look, ...axes].join('|');
    const scale = plotScale();
    const cleared = this.paths.fit(width, height, scale);
    this.points.fit(width, height, scale);
    const end = measuredUpTo(data, view);
    if (cleared || key !== this.key || !this.trail || this.trail.next > end) {
      this.key = key;
      this.paths.clear();
      drawMarks(this.paths.context, smallAxes(stage), this.family);
      this.trail = newTrail(data, frame);
    }
    if (this.trail.next < end) this.clipped(continueTrail(this.trail, end, stage), stage);
    this.points.clear();
    drawMarks(this.points.context, smallPoints(stage), this.family);
  }

  destroy(): void {
    for (const { canvas } of [this.paths, this.points]) canvas.remove();
  }

  private stage({ data, view, shared }: SmallPlaneData, options: SmallPlaneOptions): PlaneStage | null {
    const scale = plotScale();
    const [right, bottom] = [this.host.clientWidth / scale, this.host.clientHeight / scale];
    if (right === 0 || bottom === 0) return null;
    const frame = smallFrame({ left: 0, top: 0, right, bottom }, shared, data.limits);
    return {
      data,
      view,
      frame,
      words: options.words,
      palette: panelPalettes[options.theme],
      measure: roughMeasure,
    };
  }

  private clipped(marks: readonly Mark[], { frame: { box } }: PlaneStage): void {
    drawWithin(this.paths.context, box, 4, marks, this.family);
  }
}
