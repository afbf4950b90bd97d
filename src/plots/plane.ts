/** The information plane in a host element: SVG axes, canvas paths and points, SVG names. */
import { createSurface, drawMarks } from './canvas.ts';
import type { Palette } from './colours.ts';
import { palettes } from './colours.ts';
import type { Theme } from './colours.ts';
import { measureWith } from './measure.ts';
import { moveFocus, pickPoint } from './pick.ts';
import type { FocusMove, PointRef } from './pick.ts';
import { axisMarks } from './scene/axes.ts';
import { measuredUpTo } from './scene/data.ts';
import type { PlaneData, PlaneView, PlaneWords } from './scene/data.ts';
import { planeFrame } from './scene/frame.ts';
import type { PlaneFrame, Size, Transform } from './scene/frame.ts';
import type { LabelMemory } from './scene/labels.ts';
import type { Mark, Measure } from './scene/marks.ts';
import { headPoints, nameMarks, pointMarks } from './scene/points.ts';
import type { HeadPoint } from './scene/points.ts';
import { continueTrail, newTrail } from './scene/trail.ts';
import type { TrailState } from './scene/trail.ts';
import { findRoom } from './room.ts';
import { SvgLayer } from './svg.ts';
import { frameTicker } from './ticker.ts';
import { zoomControl } from './zoom.ts';

export interface PlaneOptions {
  readonly words: PlaneWords;
  readonly theme: Theme;
  /** Text size in px that all others follow; 13 unless told. */
  readonly font?: number;
  /** The pointer is over a point, or (null) no longer. */
  onHover?(point: PointRef | null): void;
  /** A point was clicked or tapped; null: clicked where none is. */
  onSelect?(point: PointRef | null): void;
  onZoom?(transform: Transform): void;
}

export interface ScreenPoint {
  /** Px from the host's upper left corner. */
  readonly x: number;
  readonly y: number;
}

/** Drawn at most once a frame; what is costly (the paths) is only continued while the head moves on. */
export class PlanePlot {
  private readonly host: HTMLElement;
  private options: PlaneOptions;
  private palette: Palette;
  private readonly back: SvgLayer;
  private readonly trailSurface: ReturnType<typeof createSurface>;
  private readonly pointSurface: ReturnType<typeof createSurface>;
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
  private size: Size = { width: 0, height: 0 };
  private frame: PlaneFrame | null = null;
  private trail: TrailState | null = null;
  private trailKey = '';
  private axesKey = '';
  private head: readonly HeadPoint[] = [];
  private focus: PointRef | null = null;
  private hover: PointRef | null = null;

  constructor(host: HTMLElement, options: PlaneOptions) {
    this.host = host;
    this.options = options;
    this.palette = palettes[options.theme];
    if (getComputedStyle(host).position === 'static') host.style.position = 'relative';
    this.family = getComputedStyle(host).fontFamily || 'system-ui, sans-serif';
    this.back = new SvgLayer(host);
    this.trailSurface = createSurface(host);
    this.pointSurface = createSurface(host);
    this.front = new SvgLayer(host);
    this.measure = measureWith(this.pointSurface.context, this.family);
    this.zoom = zoomControl(host, (transform) => {
      this.ticker.request();
      this.options.onZoom?.(transform);
    });
    this.observer = new ResizeObserver(() => {
      this.resize();
    });
    this.observer.observe(host);
    this.listen();
    this.resize();
  }

  /** Words, theme, text size or callbacks that differ from now on. */
  setOptions(options: Partial<PlaneOptions>): void {
    this.options = { ...this.options, ...options };
    this.palette = palettes[this.options.theme];
    this.invalidate();
  }

  update(data: PlaneData, view: PlaneView): void {
    this.data = data;
    this.view = view;
    this.ticker.request();
  }

  /** Follows the host's size; called by itself when that changes. */
  resize(): void {
    const { clientWidth: width, clientHeight: height } = this.host;
    if (width === this.size.width && height === this.size.height) return;
    this.size = { width, height };
    this.invalidate();
  }

  resetZoom(): void {
    this.zoom.reset();
  }

  zoomBy(factor: number): void {
    this.zoom.by(factor);
  }

  /** The shown point nearest to a place in the host, px. */
  pick(x: number, y: number): PointRef | null {
    const { data, view, frame } = this.current();
    return data && view && frame ? pickPoint(x, y, data, view, frame, this.head) : null;
  }

  /** Rings a point (null: none) and tells where it is; brings it into view if the plane is zoomed past it. */
  focusPoint(point: PointRef | null): ScreenPoint | null {
    this.focus = point;
    this.ticker.request();
    if (!point) return null;
    let place = this.placeOf(point);
    const { frame } = this.current();
    if (!place || !frame) return place;
    const { box } = frame;
    if (place.x < box.left || place.x > box.right || place.y < box.top || place.y > box.bottom) {
      this.zoom.centre(place.x, place.y);
      place = this.placeOf(point);
    }
    return place;
  }

  /** Where a point is drawn, px in the host. */
  placeOf(point: PointRef): ScreenPoint | null {
    const { data, view, frame } = this.current();
    if (!data || !view || !frame) return null;
    const large = this.head.find(({ row }) => row === point.row);
    if (large && view.head === point.index) return { x: large.shownX, y: large.shownY };
    const at = point.index * data.rows + point.row;
    const x = frame.x(data.columns.ixt[at] ?? NaN);
    const y = frame.y(data.columns.ity[at] ?? NaN);
    return Number.isNaN(x + y) ? null : { x, y };
  }

  /** The point focus goes to from `from` (or, without, the last layer at the head); does not move it itself. */
  nextFocus(from: PointRef | null, move: FocusMove, step = 1): PointRef | null {
    const { data, view } = this;
    if (!data || !view || view.head < 0) return null;
    if (from) return moveFocus(from, move, data, view, step);
    return { row: data.shown[data.shown.length - 1] ?? 0, index: measuredUpTo(data, view) - 1 };
  }

  /** Upper left corner of the emptiest place for a box of this size inside the plane, px in the host. */
  findRoom(width: number, height: number): ScreenPoint | null {
    const { frame } = this.current();
    return frame && this.trail ? findRoom(width, height, frame, this.trail.occupancy, this.head) : null;
  }

  destroy(): void {
    this.ticker.cancel();
    this.observer.disconnect();
    this.abort.abort();
    this.zoom.destroy();
    for (const element of [
      this.back.element,
      this.trailSurface.canvas,
      this.pointSurface.canvas,
      this.front.element,
    ]) {
      element.remove();
    }
  }

  private invalidate(): void {
    this.axesKey = '';
    this.trailKey = '';
    this.ticker.request();
  }

  private current(): { data: PlaneData | null; view: PlaneView | null; frame: PlaneFrame | null } {
    const { data, view, size } = this;
    if (!data || size.width === 0) return { data, view, frame: null };
    this.frame = planeFrame(size, data.limits, this.zoom.transform, this.options.font);
    return { data, view, frame: this.frame };
  }

  private draw(): void {
    if (this.data && this.size.width > 0) {
      this.zoom.fit(planeFrame(this.size, this.data.limits, undefined, this.options.font).box);
    }
    const { data, view, frame } = this.current();
    if (!data || !view || !frame) return;
    this.drawAxes(frame);
    this.drawTrail(data, view, frame);
    this.drawPoints(data, view, frame);
  }

  private drawAxes(frame: PlaneFrame): void {
    const { k, x, y } = this.zoom.transform;
    const key = [k, x, y, frame.limits.hx, frame.limits.hy, this.size.width, this.size.height].join(' ');
    if (key === this.axesKey) return;
    this.axesKey = key;
    this.back.draw(axisMarks(frame, this.options.words, this.palette));
  }

  private drawTrail(data: PlaneData, view: PlaneView, frame: PlaneFrame): void {
    const cleared = this.trailSurface.fit(this.size.width, this.size.height);
    const scale = `${view.scale.kind} ${view.scale.last}`;
    const key = [this.axesKey, data.key, data.shown.join(), view.colourBy, view.highlight, scale].join('|');
    const end = measuredUpTo(data, view);
    if (cleared || key !== this.trailKey || !this.trail || this.trail.next > end) {
      this.trailKey = key;
      this.trail = newTrail(data, frame);
      this.trailSurface.clear();
    }
    if (this.trail.next < end) {
      const marks = continueTrail(this.trail, end, data, view, frame, this.palette);
      this.clipped(this.trailSurface.context, frame, marks);
    }
  }

  private drawPoints(data: PlaneData, view: PlaneView, frame: PlaneFrame): void {
    const { palette } = this;
    this.head = headPoints(data, view, frame);
    this.pointSurface.fit(this.size.width, this.size.height);
    this.pointSurface.clear();
    const marks = pointMarks(this.head, view, frame, palette);
    const joint = marks.filter((mark) => mark.role === 'joint');
    this.clipped(this.pointSurface.context, frame, joint);
    const rest = marks.filter((mark) => mark.role !== 'joint');
    drawMarks(this.pointSurface.context, [...rest, ...this.ringMarks()], this.family);
    this.front.element.style.fontFamily = this.family;
    this.front.draw(
      nameMarks(
        this.head,
        data,
        view,
        frame,
        this.options.words,
        palette,
        this.measure,
        this.trail?.occupancy ?? null,
        this.memory,
      ),
    );
  }

  /** Rings around the focused point and the one under the pointer. */
  private ringMarks(): Mark[] {
    const rings: Mark[] = [];
    for (const [point, width] of [
      [this.hover, 1.5],
      [this.focus, 2.5],
    ] as const) {
      const place = point && this.placeOf(point);
      if (!place) continue;
      const circle = Array.from({ length: 33 }, (_, i) => (i * Math.PI) / 16).flatMap((angle) => [
        place.x + 11 * Math.cos(angle),
        place.y + 11 * Math.sin(angle),
      ]);
      rings.push({
        kind: 'path',
        role: 'focus',
        points: circle,
        stroke: this.palette.background,
        width: width + 2.5,
      });
      rings.push({ kind: 'path', role: 'focus', points: circle, stroke: this.palette.accent, width });
    }
    return rings;
  }

  /** Draws nothing outside the plane, but for markers on its very edge. */
  private clipped(context: CanvasRenderingContext2D, frame: PlaneFrame, marks: readonly Mark[]): void {
    const { box } = frame;
    const slack = this.zoom.transform.k === 1 ? 8 : 0;
    context.save();
    context.beginPath();
    context.rect(
      box.left - slack,
      box.top - slack,
      box.right - box.left + 2 * slack,
      box.bottom - box.top + 2 * slack,
    );
    context.clip();
    drawMarks(context, marks, this.family);
    context.restore();
  }

  private listen(): void {
    const { signal } = this.abort;
    const at = (event: PointerEvent | MouseEvent): PointRef | null => {
      const { left, top } = this.host.getBoundingClientRect();
      return this.pick(event.clientX - left, event.clientY - top);
    };
    const hover = (point: PointRef | null): void => {
      if (point?.row === this.hover?.row && point?.index === this.hover?.index) return;
      this.hover = point;
      this.ticker.request();
      this.options.onHover?.(point);
    };
    this.host.addEventListener(
      'pointermove',
      (event) => {
        if (event.buttons === 0) hover(at(event));
      },
      { signal },
    );
    this.host.addEventListener(
      'pointerleave',
      () => {
        hover(null);
      },
      { signal },
    );
    this.host.addEventListener(
      'click',
      (event) => {
        this.options.onSelect?.(at(event));
      },
      { signal },
    );
  }
}
