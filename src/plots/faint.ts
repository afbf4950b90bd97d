/** A canvas that is filled run by run, a little in each frame, so that no frame is long. */
import { createSurface, type Surface } from './canvas.ts';
import type { Size } from './scene/frame.ts';

/** Milliseconds of drawing in one frame. */
const stretch = 5;

export class FaintLayer {
  private readonly surface: Surface;
  private key = '';
  private drawn = 0;

  constructor(host: HTMLElement) {
    this.surface = createSurface(host);
  }

  /**
   * Draws what is not there yet of `runs`; with another key, all anew. Returns whether something is left for the next
   * frame.
   */
  draw<Run>(
    key: string,
    size: Size,
    runs: readonly Run[],
    draw: (context: CanvasRenderingContext2D, run: Run) => void,
  ): boolean {
    const cleared = this.surface.fit(size.width, size.height);
    if (cleared || key !== this.key || this.drawn > runs.length) {
      this.surface.clear();
      this.key = key;
      this.drawn = 0;
    }
    const begun = performance.now();
    for (const run of runs.slice(this.drawn)) {
      if (performance.now() - begun > stretch) return true;
      draw(this.surface.context, run);
      this.drawn++;
    }
    return false;
  }

  destroy(): void {
    this.surface.canvas.remove();
  }
}
