/** A chart by epoch in a host element. */
import { createSurface, drawMarks } from './canvas.ts';
import type { Surface } from './canvas.ts';
import { palettes } from './colours.ts';
import type { Palette, Theme } from './colours.ts';
import { FaintLayer } from './faint.ts';
import { measureWith } from './measure.ts';
import { measurementAt } from '../core/experiment/epoch-scale.ts';
import {
  aheadOpacity,
  chartAxes,
  chartFrame,
  chartHead,
  chartLines,
  chartNames,
  headEpoch,
} from './scene/chart.ts';
import type { ChartData, ChartFrame } from './scene/chart.ts';
import { entry } from './scene/decimate.ts';
import { faintLines } from './scene/faint-lines.ts';
import type { Size } from './scene/frame.ts';
import type { Measure } from './scene/marks.ts';
import { followScale, plotScale } from './scale.ts';
import { SvgLayer } from './svg.ts';
import { frameTicker } from './ticker.ts';

export interface ChartOptions {
  readonly theme: Theme;
  /** Text size, px; 11 unless told. */
  readonly font?: number;
  /** Names a run of layers whose lines end together, from the names of its first and last. */
  join(first: string, last: string): string;
  /** The measurement nearest to the pointer's epoch; null: the pointer has left. */
  readonly onHover?: (index: number | null) => void;
  /** A press (or drag) at a measurement: the host may move the viewing head there. */
  readonly onSelect?: (index: number) => void;
}

/** While measurements come in, lines are drawn anew this often at most, ms. */
const redrawMs = 80;

/**
 * Lines on canvases, axes and names as SVG; drawn at most once a frame. The lines lie on two canvases, one as they
 * are up to the viewing head and one as ahead of it; when only the head moves, only where they are cut does.
 */
export class LineChart {
  private readonly host: HTMLElement;
  private options: ChartOptions;
  private readonly back: SvgLayer;
  private readonly faint: FaintLayer;
  private readonly ahead: Surface;
  private readonly seen: Surface;
  private readonly front: SvgLayer;
  private readonly measure: Measure;
  private readonly family: string;
  private readonly observer: ResizeObserver;
  private readonly abort = new AbortController();
  private readonly ticker = frameTicker(() => {
    this.draw();
  });
  private data: ChartData | null = null;
  private frame: ChartFrame | null = null;
  /** In units of `scale` px, as all that is drawn; the pointer and the host have px. */
  private size: Size = { width: 0, height: 0 };
  private scale = 1;
  /** What the drawn lines depend on, and when they were drawn. */
  private linesKey = '';
  private linesLength = 0;
  private linesDrawn = -Infinity;

  constructor(host: HTMLElement, options: ChartOptions) {
    this.host = host;
    this.options = options;
    if (getComputedStyle(host).position === 'static') host.style.position = 'relative';
    this.family = getComputedStyle(host).fontFamily || 'system-ui, sans-serif';
    this.back = new SvgLayer(host, this.family);
    this.faint = new FaintLayer(host);
    this.ahead = createSurface(host);
    this.ahead.canvas.style.opacity = String(aheadOpacity);
    this.seen = createSurface(host);
    this.front = new SvgLayer(host, this.family);
    this.measure = measureWith(this.seen.context, this.family);
    this.observer = new ResizeObserver(() => {
      this.resize();
    });
    this.observer.observe(host);
    followScale(() => this.resize(), this.abort.signal);
    this.listen();
    this.resize();
  }

  setOptions(options: Partial<ChartOptions>): void {
    this.options = { ...this.options, ...options };
    this.invalidate();
  }

  update(data: ChartData): void {
    this.data = data;
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

  /** Index of the measurement nearest to a place in the host (px); null if there is none. */
  indexAt(x: number): number | null {
    const { data, frame } = this;
    if (!data || !frame || data.epochs.length === 0) return null;
    const { left, right } = frame.box;
    const position = Math.max(0, Math.min(1, (x / this.scale - left) / (right - left)));
    return Math.round(measurementAt(data.epochs, data.scale.epoch(position)));
  }

  destroy(): void {
    this.ticker.cancel();
    this.observer.disconnect();
    this.abort.abort();
    for (const { canvas } of [this.ahead, this.seen]) canvas.remove();
    this.faint.destroy();
    for (const { element } of [this.back, this.front]) element.remove();
  }

  private invalidate(): void {
    this.linesKey = '';
    this.ticker.request();
  }

  private draw(): void {
    const { data, size } = this;
    if (!data || size.width === 0 || size.height === 0) return;
    const palette = palettes[this.options.theme];
    const key = chartKey(data);
    const length = data.epochs.length;
    if (key !== this.linesKey || length !== this.linesLength || !this.frame) {
      const grown = length > this.linesLength && key === this.linesKey;
      if (grown && performance.now() - this.linesDrawn < redrawMs) this.ticker.request();
      else {
        this.drawLines(data, palette);
        this.linesKey = key;
        this.linesLength = length;
        this.linesDrawn = performance.now();
      }
    }
    this.drawOthers(data, palette);
    this.drawHead(data, palette);
  }

  private drawOthers(data: ChartData, palette: Palette): void {
    const { frame, size } = this;
    if (!frame) return;
    const { others, ghost, scale, highlight, series } = data;
    const kind = [scale.kind, scale.last, highlight, series.length];
    const key = [others?.key, ghost?.key, ...kind, ...frame.domain].join('|');
    const look = `${key}|${this.options.theme}|${frame.box.right}`;
    const left = this.faint.draw({
      key: look,
      size,
      scale: this.scale,
      runs: [...(ghost ? [ghost] : []), ...(others?.runs ?? [])],
      draw: (context, run) => {
        const marks =
          'lines' in run ? run.lines(data, frame, palette) : faintLines(run, data, frame, palette);
        drawMarks(context, marks, this.family);
      },
    });
    if (left) this.ticker.request();
  }

  private drawLines(data: ChartData, palette: Palette): void {
    const { size, family } = this;
    const font = this.options.font ?? 11;
    const names = [...data.series.map(({ name }) => name), this.options.join('T1', 'T9')];
    const width = Math.max(...names.map((name) => this.measure(name, font, 600)));
    const frame = chartFrame(data, size, width, font);
    this.frame = frame;
    const join = (first: string, last: string): string => this.options.join(first, last);
    this.back.draw([...chartAxes(data, frame, palette), ...chartNames(data, frame, palette, join)]);
    for (const part of ['seen', 'ahead'] as const) {
      const surface = this[part];
      surface.fit(size.width, size.height, this.scale);
      surface.clear();
      drawMarks(surface.context, chartLines(data, frame, palette, part), family);
    }
  }

  /** Cuts both canvases at the viewing head. */
  private drawHead(data: ChartData, palette: Palette): void {
    const { frame, size } = this;
    if (!frame) return;
    this.front.draw(chartHead(data, frame, palette));
    const all = data.head < 0 || data.head >= data.epochs.length - 1;
    const at = all ? size.width : frame.x(headEpoch(data.epochs, data.head));
    this.seen.canvas.style.clipPath = `inset(0 ${(this.scale * (size.width - at)).toFixed(1)}px 0 0)`;
    this.ahead.canvas.style.clipPath = `inset(0 0 0 ${(this.scale * at).toFixed(1)}px)`;
  }

  private listen(): void {
    const { signal } = this.abort;
    const at = (event: PointerEvent): number | null =>
      this.indexAt(event.clientX - this.host.getBoundingClientRect().left);
    const select = (event: PointerEvent): void => {
      const index = at(event);
      if (index !== null) this.options.onSelect?.(index);
    };
    const move = (event: PointerEvent): void => {
      this.options.onHover?.(at(event));
      if (event.buttons === 1) select(event);
    };
    const leave = (): void => this.options.onHover?.(null);
    this.host.addEventListener('pointerdown', select, { signal });
    this.host.addEventListener('pointermove', move, { signal });
    this.host.addEventListener('pointerleave', leave, { signal });
  }
}

/**
 * What the lines depend on beside their length. Where no key names the run, its first values do: columns only ever
 * grow, and those of another run begin differently.
 */
function chartKey({ key, series, scale, domain, highlight, prefit, chance }: ChartData): string {
  const lines = series.map((line) => `${line.name} ${entry(line, 0)} ${entry(line, 1)} ${line.offset}`);
  return [key, scale.kind, scale.last, ...domain, highlight, prefit, chance?.key, ...lines].join('|');
}
