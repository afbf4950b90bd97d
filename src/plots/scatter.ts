/** A scatter of samples in a host element: one canvas, drawn at most once a frame. */
import { createSurface, drawMarks, type Surface } from './canvas.ts';
import { palettes, type Theme } from './colours.ts';
import type { Size } from './scene/frame.ts';
import { nearestSample, scatterMarks, type ScatterData } from './scene/scatter.ts';
import { plotScale } from './scale.ts';
import { frameTicker } from './ticker.ts';

export class ScatterPlot {
  private readonly host: HTMLElement;
  private readonly surface: Surface;
  private readonly family: string;
  private readonly observer: ResizeObserver;
  private readonly ticker = frameTicker(() => {
    this.draw();
  });
  private theme: Theme;
  private data: ScatterData | null = null;

  constructor(host: HTMLElement, theme: Theme) {
    this.host = host;
    this.theme = theme;
    if (getComputedStyle(host).position === 'static') host.style.position = 'relative';
    this.family = getComputedStyle(host).fontFamily || 'system-ui, sans-serif';
    this.surface = createSurface(host);
    this.observer = new ResizeObserver(() => {
      this.ticker.request();
    });
    this.observer.observe(host);
  }

  setTheme(theme: Theme): void {
    this.theme = theme;
    this.ticker.request();
  }

  update(data: ScatterData | null): void {
    this.data = data;
    this.ticker.request();
  }

  /** A sample whose mark is under a point of the window, or near it; null if there is none. */
  sampleAt(clientX: number, clientY: number): number | null {
    const { host, data } = this;
    const { left, top } = host.getBoundingClientRect();
    const scale = plotScale();
    const size: Size = { width: host.clientWidth / scale, height: host.clientHeight / scale };
    return data && nearestSample(data, size, (clientX - left) / scale, (clientY - top) / scale);
  }

  destroy(): void {
    this.ticker.cancel();
    this.observer.disconnect();
    this.surface.canvas.remove();
  }

  private draw(): void {
    const scale = plotScale();
    const [width, height] = [this.host.clientWidth / scale, this.host.clientHeight / scale];
    const size: Size = { width, height };
    if (width === 0 || height === 0) return;
    this.surface.fit(width, height, scale);
    this.surface.clear();
    if (this.data)
      drawMarks(this.surface.context, scatterMarks(this.data, size, palettes[this.theme]), this.family);
  }
}
