/** Milliseconds between two lines. */
const PAUSE = 100;

/** One line that says how far training is, rewritten in place. */
export class Progress {
  private readonly epochs: number;
  private readonly write: (text: string) => void;
  private readonly start = performance.now();
  private last = -Infinity;

  constructor(epochs: number, write: (text: string) => void) {
    this.epochs = epochs;
    this.write = write;
  }

  /** @param trained epochs so far, with the place inside an epoch as fraction */
  show(trained: number): void {
    const now = performance.now();
    if (now - this.last < PAUSE) return;
    this.last = now;
    const seconds = (now - this.start) / 1000;
    const left = trained > 0 ? `, ${((seconds / trained) * (this.epochs - trained)).toFixed(0)} s left` : '';
    const percent = Math.floor((100 * trained) / this.epochs);
    this.write(`\r\u001b[Kepoch ${Math.floor(trained)} of ${this.epochs}, ${percent}%${left}`);
  }

  /** Leaves an empty line. */
  clear(): void {
    if (this.last > -Infinity) this.write('\r\u001b[K');
  }
}
