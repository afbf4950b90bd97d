/** A canvas that is filled run by run, a little in each frame, so that no frame is long. */
import { createSurface, type Surface } from './canvas.ts';
import { unzoomed, type Box, type Size, type Transform } from './scene/frame.ts';

/** Milliseconds of drawing in one frame. */
const stretch = 5;

/** What there is to draw, and how. */
export interface FaintDrawing<Run> {
  /** Names the runs and all that they look by, but for the zoom; with another one what is drawn goes at once. */
  readonly key: string;
  readonly size: Size;
  /** CSS px of a unit of the size, the zoom and the box. */
  readonly scale: number;
  readonly runs: readonly Run[];
  readonly transform?: Transform;
  /** What is drawn stays inside it while it is zoomed. */
  readonly box?: Box;
  draw(context: CanvasRenderingContext2D, run: Run): void;
}

/** Two surfaces: while the hidden one is drawn for another zoom, the one in sight is stretched to it. */
export class FaintLayer {
  private readonly clip: HTMLElement;
  private shown: Surface;
  private hidden: Surface;
  private key = '';
  /** Runs on the surface in sight, and the zoom they were drawn at. */
  private drawn = 0;
  private pose: Transform = unzoomed;
  /** The same of the hidden one, while it is being drawn. */
  private next: { drawn: number; pose: Transform } | null = null;

  constructor(host: HTMLElement) {
    this.clip = document.createElement('div');
    this.clip.style.cssText = 'position:absolute;inset:0;pointer-events:none';
    host.append(this.clip);
    this.shown = createSurface(this.clip);
    this.hidden = createSurface(this.clip);
    for (const { canvas } of [this.shown, this.hidden]) canvas.style.transformOrigin = '0 0';
    this.hidden.canvas.style.visibility = 'hidden';
  }

  /** Draws what is not there yet; returns whether something is left for the next frame. */
  draw<Run>(drawing: FaintDrawing<Run>): boolean {
    const { key, size, scale, runs, transform = unzoomed } = drawing;
    const cleared = [this.shown, this.hidden]
      .map((surface) => surface.fit(size.width, size.height, scale))
      .some(Boolean);
    if (cleared || key !== this.key || this.drawn > runs.length) {
      this.shown.clear();
      this.next = null;
      this.key = key;
      this.drawn = 0;
      this.pose = transform;
    }
    if (isSame(transform, this.pose)) this.next = null;
    else if (this.drawn === 0) this.pose = transform;
    else if (!this.next || !isSame(transform, this.next.pose)) {
      this.hidden.clear();
      this.next = { drawn: 0, pose: transform };
    }
    const left = this.next ? this.drawHidden(this.next, drawing) : this.drawShown(drawing);
    this.place(transform, drawing);
    return left;
  }

  destroy(): void {
    this.clip.remove();
  }

  private drawShown<Run>(drawing: FaintDrawing<Run>): boolean {
    this.drawn = fill(this.shown, this.drawn, drawing);
    return this.drawn < drawing.runs.length;
  }

  private drawHidden<Run>(next: { drawn: number; pose: Transform }, drawing: FaintDrawing<Run>): boolean {
    next.drawn = fill(this.hidden, next.drawn, drawing);
    if (next.drawn < drawing.runs.length) return true;
    [this.shown, this.hidden] = [this.hidden, this.shown];
    this.shown.canvas.style.visibility = '';
    this.hidden.canvas.style.visibility = 'hidden';
    ({ drawn: this.drawn, pose: this.pose } = next);
    this.next = null;
    return false;
  }

  /** Stretches the surface in sight from the zoom it was drawn at to the present one. */
  private place(
    { k, x, y }: Transform,
    { size, box, scale: unit }: Pick<FaintDrawing<unknown>, 'size' | 'box' | 'scale'>,
  ): void {
    const { pose } = this;
    const scale = k / pose.k;
    const px = (length: number): number => unit * length;
    const same = isSame({ k, x, y }, pose);
    this.shown.canvas.style.transform = same
      ? ''
      : `matrix(${scale}, 0, 0, ${scale}, ${px(x - scale * pose.x)}, ${px(y - scale * pose.y)})`;
    this.clip.style.clipPath =
      same || !box
        ? ''
        : `inset(${[box.top, size.width - box.right, size.height - box.bottom, box.left].map((side) => `${px(side)}px`).join(' ')})`;
  }
}

/** How many runs are drawn after what fits into one frame. */
function fill<Run>(surface: Surface, drawn: number, drawing: FaintDrawing<Run>): number {
  const begun = performance.now();
  let at = drawn;
  for (const run of drawing.runs.slice(drawn)) {
    if (performance.now() - begun > stretch) break;
    drawing.draw(surface.context, run);
    at++;
  }
  return at;
}

function isSame(a: Transform, b: Transform): boolean {
  return a.k === b.k && a.x === b.x && a.y === b.y;
}
