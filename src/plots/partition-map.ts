/** A partition map in a host element: one canvas whose inputs are whole device pixels, drawn at most once a frame. */
import { channels, palettes, type Theme } from './colours.ts';
import { borderColour } from './map-colours.ts';
import { packed } from './oklab.ts';
import { mapPixels, type MapData } from './scene/map-pixels.ts';
import { frameTicker } from './ticker.ts';

const packedHex = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = channels(hex);
  return packed([r, g, b]);
};

export class PartitionMap {
  private readonly host: HTMLElement;
  private readonly canvas = document.createElement('canvas');
  private readonly ring = document.createElement('div');
  private readonly context: CanvasRenderingContext2D;
  private readonly observer: ResizeObserver;
  private readonly ticker = frameTicker(() => {
    this.draw();
  });
  private theme: Theme = 'light';
  private data: MapData | null = null;
  private cursor: number | null = null;
  /** CSS px of an input. */
  private step = 1;

  constructor(host: HTMLElement) {
    this.host = host;
    const context = this.canvas.getContext('2d');
    if (!context) throw new Error('Plots: this browser gives no 2d canvas');
    this.context = context;
    this.canvas.setAttribute('aria-hidden', 'true');
    this.ring.className = 'map-ring';
    this.ring.hidden = true;
    host.append(this.canvas, this.ring);
    this.observer = new ResizeObserver(() => {
      this.ticker.request();
    });
    this.observer.observe(host);
  }

  /** @param cursor the place with a ring around it */
  update(data: MapData | null, theme: Theme, cursor: number | null): void {
    this.data = data;
    this.theme = theme;
    this.cursor = cursor;
    this.ticker.request();
  }

  /** The place under a point of the window; null beside the map. */
  placeAt(clientX: number, clientY: number): number | null {
    if (!this.data) return null;
    const { left, top } = this.canvas.getBoundingClientRect();
    const { rows, columns } = this.data.layout;
    const column = Math.floor((clientX - left) / this.step);
    const row = Math.floor((clientY - top) / this.step);
    return column >= 0 && row >= 0 && column < columns && row < rows ? row * columns + column : null;
  }

  destroy(): void {
    this.ticker.cancel();
    this.observer.disconnect();
    this.canvas.remove();
    this.ring.remove();
  }

  private draw(): void {
    const { host, data, canvas, context } = this;
    if (!data || host.clientWidth === 0) return;
    const { rows, columns } = data.layout;
    const ratio = window.devicePixelRatio || 1;
    const room = Math.min(host.clientWidth, host.clientHeight);
    const side = Math.max(1, Math.floor((room * ratio) / Math.max(rows, columns)));
    const [width, height] = [columns * side, rows * side];
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width;
      canvas.height = height;
    }
    this.step = side / ratio;
    canvas.style.width = `${width / ratio}px`;
    canvas.style.height = `${height / ratio}px`;
    const pixels = mapPixels(data, side, packedHex(palettes[this.theme].panel), packedHex(borderColour));
    context.putImageData(new ImageData(pixels, width, height), 0, 0);
    this.placeRing(columns);
  }

  private placeRing(columns: number): void {
    const { ring, cursor, step } = this;
    ring.hidden = cursor === null;
    if (cursor === null) return;
    const size = Math.max(step, 6);
    ring.style.width = ring.style.height = `${size}px`;
    ring.style.left = `${(cursor % columns) * step + (step - size) / 2}px`;
    ring.style.top = `${Math.floor(cursor / columns) * step + (step - size) / 2}px`;
  }
}
