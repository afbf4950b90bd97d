/** A chart by epoch in a host element. */
import { createSurface, drawMarks } from './canvas.ts';
import type { Surface } from './canvas.ts';
import { layerColour, palettes } from './colours.ts';
import type { Theme } from './colours.ts';
import { measureWith } from './measure.ts';
import { measurementAt } from './scale.ts';
import { chartFrame, chartMarks } from './scene/chart.ts';
import type { ChartData, ChartFrame } from './scene/chart.ts';
import type { Size } from './scene/frame.ts';
import type { Measure } from './scene/marks.ts';
import { SvgLayer } from './svg.ts';
import { frameTicker } from './ticker.ts';

export interface ChartOptions {
  readonly theme: Theme;
  /** Text size, px; 11 unless told. */
  readonly font?: number;
  /** Names a run of layers whose lines end together, from the names of its first and last. */
  join(first: string, last: string): string;
  /** The measurement nearest to the pointer's epoch; null: the pointer has left. */
  onHover?(index: number | null): void;
  /** A press (or drag) at a measurement: the host may move the viewing head there. */
  onSelect?(index: number): void;
}

/** Lines on a canvas, axes and names as SVG; drawn at most once a frame. */
export class LineChart {
  private readonly host: HTMLElement;
  private options: ChartOptions;
  private readonly surface: Surface;
  private readonly svg: SvgLayer;
  private readonly measure: Measure;
  private readonly family: string;
  private readonly observer: ResizeObserver;
  private readonly abort = new AbortController();
  private readonly ticker = frameTicker(() => {
    this.draw();
  });
  private data: ChartData | null = null;
  private frame: ChartFrame | null = null;
  private size: Size = { width: 0, height: 0 };

  constructor(host: HTMLElement, options: ChartOptions) {
    this.host = host;
    this.options = options;
    if (getComputedStyle(host).position === 'static') host.style.position = 'relative';
    this.family = getComputedStyle(host).fontFamily || 'system-ui, sans-serif';
    this.surface = createSurface(host);
    this.svg = new SvgLayer(host);
    this.svg.element.style.fontFamily = this.family;
    this.measure = measureWith(this.surface.context, this.family);
    this.observer = new ResizeObserver(() => {
      this.resize();
    });
    this.observer.observe(host);
    this.listen();
    this.resize();
  }

  setOptions(options: Partial<ChartOptions>): void {
    this.options = { ...this.options, ...options };
    this.ticker.request();
  }

  update(data: ChartData): void {
    this.data = data;
    this.ticker.request();
  }

  resize(): void {
    const { clientWidth: width, clientHeight: height } = this.host;
    if (width === this.size.width && height === this.size.height) return;
    this.size = { width, height };
    this.ticker.request();
  }

  /** Index of the measurement nearest to a place in the host; null if there is none. */
  indexAt(x: number): number | null {
    const { data, frame } = this;
    if (!data || !frame || data.epochs.length === 0) return null;
    const { left, right } = frame.box;
    const position = Math.max(0, Math.min(1, (x - left) / (right - left)));
    return Math.round(measurementAt(data.epochs, data.scale.epoch(position)));
  }

  destroy(): void {
    this.ticker.cancel();
    this.observer.disconnect();
    this.abort.abort();
    this.surface.canvas.remove();
    this.svg.element.remove();
  }

  private draw(): void {
    const { data, size } = this;
    if (!data || size.width === 0 || size.height === 0) return;
    const palette = palettes[this.options.theme];
    const font = this.options.font ?? 11;
    const names = data.series.map(({ name }) => this.measure(name, font, 600));
    const run = this.measure(this.options.join('T1', 'T9'), font, 600);
    this.frame = chartFrame(data, size, Math.max(run, ...names), font);
    const marks = chartMarks(
      data,
      this.frame,
      palette,
      (layer) => (layer === null ? palette.ink : layerColour(palette, layer)),
      (first, last) => this.options.join(first, last),
    );
    this.surface.fit(size.width, size.height);
    this.surface.clear();
    const onCanvas = marks.filter(
      (mark) => mark.role === 'series' || mark.role === 'head' || mark.role === 'grid',
    );
    drawMarks(this.surface.context, onCanvas, this.family);
    this.svg.draw(marks.filter((mark) => !onCanvas.includes(mark)));
  }

  private listen(): void {
    const { signal } = this.abort;
    const at = (event: PointerEvent): number | null =>
      this.indexAt(event.clientX - this.host.getBoundingClientRect().left);
    this.host.addEventListener(
      'pointermove',
      (event) => {
        const index = at(event);
        this.options.onHover?.(index);
        if (event.buttons === 1 && index !== null) this.options.onSelect?.(index);
      },
      { signal },
    );
    this.host.addEventListener(
      'pointerdown',
      (event) => {
        const index = at(event);
        if (index !== null) this.options.onSelect?.(index);
      },
      { signal },
    );
    this.host.addEventListener(
      'pointerleave',
      () => {
        this.options.onHover?.(null);
      },
      { signal },
    );
  }
}
