/** Which parts of a plot the paths run through, in coarse cells: labels and callouts keep off them. */
import type { Box, Size } from './frame.ts';

const cell = 6;

export class Occupancy {
  private readonly columns: number;
  private readonly rows: number;
  private readonly taken: Uint8Array;

  constructor(size: Size) {
    this.columns = Math.max(1, Math.ceil(size.width / cell));
    this.rows = Math.max(1, Math.ceil(size.height / cell));
    this.taken = new Uint8Array(this.columns * this.rows);
  }

  point(x: number, y: number): void {
    const column = Math.floor(x / cell);
    const row = Math.floor(y / cell);
    if (column < 0 || row < 0 || column >= this.columns || row >= this.rows) return;
    this.taken[row * this.columns + column] = 1;
  }

  line(x0: number, y0: number, x1: number, y1: number): void {
    const steps = Math.min(400, Math.ceil(Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0)) / cell));
    for (let i = 0; i <= steps; i++) {
      const part = steps === 0 ? 0 : i / steps;
      this.point(x0 + (x1 - x0) * part, y0 + (y1 - y0) * part);
    }
  }

  /** Part of the box that is taken, 0..1. */
  share(box: Box): number {
    const left = Math.max(0, Math.floor(box.left / cell));
    const right = Math.min(this.columns - 1, Math.floor(box.right / cell));
    const top = Math.max(0, Math.floor(box.top / cell));
    const bottom = Math.min(this.rows - 1, Math.floor(box.bottom / cell));
    let taken = 0;
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++)
        taken += this.taken[row * this.columns + column] ?? 0;
    }
    const cells = (right - left + 1) * (bottom - top + 1);
    return cells <= 0 ? 0 : taken / cells;
  }

  copy(): Occupancy {
    const other = new Occupancy({ width: this.columns * cell, height: this.rows * cell });
    other.taken.set(this.taken);
    return other;
  }
}
