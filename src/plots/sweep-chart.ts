/** The chart of a sweep in a host element, as SVG. */
import { palettes, type Theme } from './colours.ts';
import type { Box } from './scene/frame.ts';
import { sweepChartMarks, sweepFrame, valueAtPlace, type SweepChartData } from './scene/sweep-chart.ts';
import { plotScale } from './scale.ts';
import { SvgLayer } from './svg.ts';
import { frameTicker } from './ticker.ts';

export class SweepChartPlot {
  private readonly host: HTMLElement;
  private readonly layer: SvgLayer;
  private readonly observer: ResizeObserver;
  private readonly ticker = frameTicker(() => {
    this.draw();
  });
  private data: SweepChartData | null = null;
  private theme: Theme = 'light';

  constructor(host: HTMLElement) {
    this.host = host;
    if (getComputedStyle(host).position === 'static') host.style.position = 'relative';
    this.layer = new SvgLayer(host, getComputedStyle(host).fontFamily || 'system-ui, sans-serif');
    this.observer = new ResizeObserver(() => {
      this.ticker.request();
    });
    this.observer.observe(host);
  }

  update(data: SweepChartData, theme: Theme): void {
    this.data = data;
    this.theme = theme;
    this.ticker.request();
  }

  /** Index of the value nearest to a place in the host, px from its left; null if there is none. */
  valueAt(x: number): number | null {
    const { data } = this;
    return data && valueAtPlace(data, sweepFrame(data, this.place()), x / plotScale());
  }

  destroy(): void {
    this.ticker.cancel();
    this.observer.disconnect();
    this.layer.element.remove();
  }

  private place(): Box {
    const scale = plotScale();
    const { clientWidth, clientHeight } = this.host;
    return { left: 0, top: 0, right: clientWidth / scale, bottom: clientHeight / scale };
  }

  private draw(): void {
    const { data } = this;
    const place = this.place();
    if (!data || place.right === 0) return;
    this.layer.setScale(plotScale());
    this.layer.draw(sweepChartMarks(data, sweepFrame(data, place), palettes[this.theme]));
  }
}
