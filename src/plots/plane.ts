/** The information plane in a host element: the paths on a canvas, axes, present points and names as SVG. */
import type { PlaneRegion } from '../core/experiment/trajectory.ts';
import { createSurface, drawWithin } from './canvas.ts';
import { palettes, type Theme } from './colours.ts';
import { measureWith } from './measure.ts';
import { FaintLayer } from './faint.ts';
import { moveFocus, pickPoint } from './pick.ts';
import type { FocusMove, PointRef } from './pick.ts';
import { followPointer } from './pointer.ts';
import { findRoom } from './room.ts';
import { axisMarks } from './scene/axes.ts';
import { planeFrame, regionBox, regionInSight, unzoomed } from './scene/frame.ts';
import type { Box, PlaneFrame, Size, Transform } from './scene/frame.ts';
import { faintMarks } from './scene/faint.ts';
import type { LabelMemory } from './scene/labels.ts';
import type { Mark, Measure } from './scene/marks.ts';
import { nameMarks } from './scene/names.ts';
import { textBoxes } from './scene/plane.ts';
import { headPoints, jointMarks, pointMarks } from './scene/points.ts';
import type { HeadPoint } from './scene/points.ts';
import { prefitMarks } from './scene/prefit.ts';
import { ringMarks } from './scene/ring.ts';
import { boundsOf, measuredUpTo } from './scene/data.ts';
import type { PlaneData, PlaneStage, PlaneView, PlaneWords } from './scene/data.ts';
import { chanceStripMarks } from './scene/chance.ts';
import { spreadMarks } from './scene/spread.ts';
import { continueTrail, newTrail } from './scene/trail.ts';
import type { TrailState } from './scene/trail.ts';
import { followScale, plotScale } from './scale.ts';
import { SvgLayer } from './svg.ts';
import { frameTicker } from './ticker.ts';
import { zoomControl, type WheelUse } from './zoom.ts';

export interface PlaneOptions {
  readonly words: PlaneWords;
  readonly theme: Theme;
  /** Text size in px that all others follow; 13 unless told. */
  readonly font?: number;
  /** The pointer is over a point, or (null) no longer. */
  readonly onHover?: (point: PointRef | null) => void;
  /** A point was clicked or tapped; null: clicked where none is. `hovered`: its path was hovered
   * over, or tapped, before. */
  readonly onSelect?: (point: PointRef | null, hovered: boolean) => void;
  readonly onZoom?: (transform: Transform) => void;
  /** It zooms unless told; read once. */
  readonly wheel?: WheelUse;
}

/** Px from the host's upper left corner. */
export interface ScreenPoint {
  readonly x: number;
  readonly y: number;
}

/** Drawn at most once a frame; what is costly, the paths, is only continued while the head moves on. */
export class PlanePlot {
  private readonly host: HTMLElement;
  private options: PlaneOptions;
  private readonly back: SvgLayer;
  private readonly faint: FaintLayer;
  private readonly paths: ReturnType<typeof createSurface>;
  private readonly front: SvgLayer;
  private readonly zoom: ReturnType<typeof zoomControl>;
  private readonly ticker = frameTicker(() => {
    this.draw();
  });
  private readonly observer: ResizeObserver;
  private readonly abort = new AbortController();
  private readonly memory: LabelMemory = new Map();
  private readonly family: string;
  private readonly measure: Measure;
  private data: PlaneData | null = null;
  private view: PlaneView | null = null;
  /** In units of `scale` px, as all that is drawn; the zoom, the pointer and the host have px. */
  private size: Size = { width: 0, height: 0 };
  private scale = 1;
  private trail: TrailState | null = null;
  /** What the drawn paths and axes depend on; they are drawn anew when it differs. */
  private trailKey = '';
  private axesKey = '';
  private axisTexts: readonly Box[] = [];
  private head: readonly HeadPoint[] = [];
  private focus: PointRef | null = null;
  private hover: PointRef | null = null;
  /** What to zoom to as soon as there is something to see. */
  private wanted: PlaneRegion | null = null;

  constructor(host: HTMLElement, options: PlaneOptions) {
    this.host = host;
    this.options = options;
    if (getComputedStyle(host).position === 'static') host.style.position = 'relative';
    this.family = getComputedStyle(host).fontFamily || 'system-ui, sans-serif';
    this.back = new SvgLayer(host, this.family);
    this.faint = new FaintLayer(host);
    this.paths = createSurface(host);
    this.front = new SvgLayer(host, this.family);
    this.measure = measureWith(this.paths.context, this.family);
    const zoomed = (transform: Transform): void => {
      this.ticker.request();
      this.options.onZoom?.(transform);
    };
    this.zoom = zoomControl(host, zoomed, options.wheel ?? 'zooms');
    const use = {
      pick: (x: number, y: number) => this.pick(x, y),
      hover: (point: PointRef | null) => {
        this.hover = point;
        this.ticker.request();
        this.options.onHover?.(point);
      },
      select: (point: PointRef | null) => this.select(point),
    };
    followPointer(host, use, this.abort.signal);
    this.observer = new ResizeObserver(() => {
      this.resize();
    });
    this.observer.observe(host);
    followScale(() => this.resize(), this.abort.signal);
    this.resize();
  }

  /** Words, theme, text size or callbacks that differ from now on. */
  setOptions(options: Partial<PlaneOptions>): void {
    const { words, theme, font } = this.options;
    this.options = { ...this.options, ...options };
    const { words: newWords, theme: newTheme, font: newFont } = this.options;
    if (words !== newWords || theme !== newTheme || font !== newFont) this.invalidate();
  }

  update(data: PlaneData, view: PlaneView): void {
    this.data = data;
    this.view = view;
    this.ticker.request();
  }

  /** Follows the host's size and the page's scale; called by itself when they change. */
  resize(): void {
    const scale = plotScale();
    const [width, height] = [this.host.clientWidth / scale, this.host.clientHeight / scale];
    if (width === this.size.width && height === this.size.height && scale === this.scale) return;
    this.size = { width, height };
    this.scale = scale;
    for (const layer of [this.back, this.front]) layer.setScale(scale);
    this.invalidate();
  }

  resetZoom(): void {
    this.zoom.reset();
  }

  /** Where the plane lies in its host, and how bits become px there; null before there is something to show. */
  frame(): PlaneFrame | null {
    return this.stage()?.frame ?? null;
  }

  zoomBy(factor: number): void {
    this.zoom.by(factor);
  }

  /** Zooms to a part of the plane, once its limits are known: all of the part is in sight. */
  zoomTo(region: PlaneRegion): void {
    this.wanted = region;
    this.ticker.request();
  }

  /** The part in sight; null if it is all of the plane. */
  region(): PlaneRegion | null {
    const stage = this.stage();
    return stage && this.zoom.transform.k > 1 ? regionInSight(stage.frame) : null;
  }

  /** The shown point nearest to a place in the host (px), if one is near. */
  pick(x: number, y: number): PointRef | null {
    const stage = this.stage();
    return stage && pickPoint(x / this.scale, y / this.scale, stage, this.head);
  }

  /**
   * Rings a point (null: none) and tells where it is; brings it into view if the plane is zoomed past it. The page
   * knows of it only what the host says: announce it there.
   */
  focusPoint(point: PointRef | null): ScreenPoint | null {
    this.focus = point;
    this.ticker.request();
    const place = point && this.unscaled(point);
    const box = this.stage()?.frame.box;
    if (!place || !box) return null;
    const seen = place.x >= box.left && place.x <= box.right && place.y >= box.top && place.y <= box.bottom;
    if (!seen) this.zoom.centre(place.x * this.scale, place.y * this.scale);
    return this.placeOf(point);
  }

  /** Where a point is drawn. */
  placeOf(point: PointRef): ScreenPoint | null {
    return this.inPx(this.unscaled(point));
  }

  private inPx(place: ScreenPoint | null): ScreenPoint | null {
    return place && { x: place.x * this.scale, y: place.y * this.scale };
  }

  private unscaled(point: PointRef): ScreenPoint | null {
    const stage = this.stage();
    if (!stage) return null;
    const { data, view, frame } = stage;
    const large = this.head.find(({ row }) => row === point.row);
    if (large && Math.floor(view.head) === point.index) return { x: large.shownX, y: large.shownY };
    const at = point.index * data.rows + point.row;
    const x = frame.x(data.columns.ixt[at] ?? NaN);
    const y = frame.y(data.columns.ity[at] ?? NaN);
    return Number.isNaN(x + y) ? null : { x, y };
  }

  /** The point that focus goes to from `from`, or (from null) the output at the head; does not move it itself. */
  nextFocus(from: PointRef | null, move: FocusMove, step = 1): PointRef | null {
    const { data, view } = this;
    if (!data || !view || measuredUpTo(data, view) === 0) return null;
    if (from) return moveFocus(from, move, data, view, step);
    return { row: data.shown[data.shown.length - 1] ?? 0, index: measuredUpTo(data, view) - 1 };
  }

  /** Upper left corner of the emptiest place for a box of this size (px) inside the plane; null if none is free. */
  findRoom(width: number, height: number): ScreenPoint | null {
    const stage = this.stage();
    return this.inPx(stage && findRoom(width / this.scale, height / this.scale, stage, this.head));
  }

  destroy(): void {
    this.ticker.cancel();
    this.observer.disconnect();
    this.abort.abort();
    this.zoom.destroy();
    this.back.element.remove();
    this.faint.destroy();
    this.paths.canvas.remove();
    this.front.element.remove();
  }

  private select(point: PointRef | null): void {
    const hovered = point?.row === this.hover?.row; // While it plays, points move on under the pointer.
    this.hover = point;
    this.ticker.request();
    this.options.onSelect?.(point, hovered);
  }

  private invalidate(): void {
    this.axesKey = '';
    this.trailKey = '';
    this.ticker.request();
  }

  private stage(): PlaneStage | null {
    const { data, view, size, measure } = this;
    if (!data || !view || size.width === 0 || size.height === 0) return null;
    const { words, theme, font } = this.options;
    const frame = planeFrame(size, data.limits, this.transform, font, data.extent);
    return { data, view, frame, words, palette: palettes[theme], measure };
  }

  /** The zoom in units of the size. */
  private get transform(): Transform {
    const { k, x, y } = this.zoom.transform;
    return { k, x: x / this.scale, y: y / this.scale };
  }

  private draw(): void {
    const box = this.stage()?.frame.box;
    if (!box) return;
    this.zoom.fit(this.boxInPx(box));
    this.zoomToWanted();
    const stage = this.stage();
    if (!stage) return;
    this.drawAxes(stage);
    this.drawOthers(stage);
    this.drawPaths(stage);
    this.drawPoints(stage);
  }

  private boxInPx({ left, top, right, bottom }: Box): Box {
    const { scale } = this;
    return { left: left * scale, top: top * scale, right: right * scale, bottom: bottom * scale };
  }

  private zoomToWanted(): void {
    const { wanted, data, size } = this;
    if (!wanted || !data) return;
    this.wanted = null;
    const frame = planeFrame(size, data.limits, unzoomed, this.options.font, data.extent);
    this.zoom.to(this.boxInPx(regionBox(wanted, frame)));
  }

  private drawAxes(stage: PlaneStage): void {
    const { measure } = stage;
    const { k, x, y } = this.transform;
    const { width, height } = this.size;
    const { prefit = 0 } = stage.data;
    const key = [k, x, y, boundsOf(stage.data), width, height, prefit].join(' ');
    if (key === this.axesKey) return;
    this.axesKey = key;
    const marks = [...axisMarks(stage), ...prefitMarks(stage)];
    this.axisTexts = textBoxes(marks, measure);
    this.back.draw(marks);
  }

  private drawOthers(stage: PlaneStage): void {
    const { data, view, frame } = stage;
    const { size } = this;
    const { others, ghost, shown } = data;
    const look = [view.colourBy, view.highlight, this.options.theme, boundsOf(data), size.width];
    const left = this.faint.draw({
      key: [others?.key, ghost?.key, shown.join(), ...look, size.height].join('|'),
      size,
      runs: [...(ghost ? [ghost] : []), ...(others?.runs ?? [])],
      scale: this.scale,
      transform: this.transform,
      box: frame.box,
      draw: (context, run) =>
        this.clipped(context, frame, 'paths' in run ? run.paths(stage) : faintMarks(run, stage)),
    });
    if (left) this.ticker.request();
  }

  private drawPaths(stage: PlaneStage): void {
    const { data, view, frame } = stage;
    const cleared = this.paths.fit(this.size.width, this.size.height, this.scale);
    const scale = `${view.scale.kind} ${view.scale.last}`;
    const key = [this.axesKey, data.key, data.shown.join(), view.colourBy, view.highlight, scale].join('|');
    const end = measuredUpTo(data, view);
    if (cleared || key !== this.trailKey || !this.trail || this.trail.next > end) {
      this.trailKey = key;
      this.trail = newTrail(data, frame);
      this.paths.clear();
    }
    if (this.trail.next < end) this.clipped(this.paths.context, frame, continueTrail(this.trail, end, stage));
  }

  private drawPoints(stage: PlaneStage): void {
    const { data, view, frame, palette } = stage;
    this.head = headPoints(data, view, frame);
    const rings = [
      { point: this.hover, width: 1.5 },
      { point: this.focus, width: 2.5 },
    ].flatMap(({ point, width }) => {
      const place = point && this.unscaled(point);
      return place ? ringMarks(place.x, place.y, width, palette) : [];
    });
    const names = nameMarks(this.head, stage, this.axisTexts, this.trail?.occupancy ?? null, this.memory);
    this.front.draw([
      ...chanceStripMarks(stage),
      ...(data.ghost?.points(stage) ?? []),
      ...spreadMarks(stage),
      ...jointMarks(this.head, stage),
      ...pointMarks(this.head, stage),
      ...names,
      ...rings,
    ]);
  }

  /** Draws nothing outside the plane, but for markers on its very edge. */
  private clipped(context: CanvasRenderingContext2D, { box }: PlaneFrame, marks: readonly Mark[]): void {
    drawWithin(context, box, this.zoom.transform.k === 1 ? 8 : 0, marks, this.family);
  }
}
