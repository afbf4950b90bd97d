import type { Streams } from '../main.ts';

/** Milliseconds between two looks of the bar. */
const pause = 200;
const barWidth = 24;

/**
 * How far several repeats are: on a terminal one line that is rewritten in place, elsewhere nothing but the lines it
 * is told.
 */
export class SetProgress {
  private readonly streams: Streams;
  private readonly repeats: number;
  private readonly start = performance.now();
  /** Part done, 0 to 1, of each repeat that is being run. */
  private readonly parts = new Map<number, number>();
  private done = 0;
  private last = -Infinity;

  /** @param repeats how many are to be run */
  constructor(streams: Streams, repeats: number) {
    this.streams = streams;
    this.repeats = repeats;
  }

  /** @param part of a repeat that is trained, 0 to 1 */
  advance(repeat: number, part: number): void {
    this.parts.set(repeat, part);
    this.draw(false);
  }

  /** A repeat has ended, with or without a result; `text` says how, in one line. */
  end(repeat: number, text: string): void {
    this.parts.delete(repeat);
    this.done++;
    this.line(`${text} (${this.done} of ${this.repeats}${this.left()})`);
  }

  /** Writes a line of its own. */
  line(text: string): void {
    this.clear();
    this.streams.error(`${text}\n`);
    this.draw(true);
  }

  clear(): void {
    if (this.streams.isTerminal) this.streams.error('\r\u001b[K');
  }

  private draw(must: boolean): void {
    if (!this.streams.isTerminal || this.done === this.repeats) return;
    const now = performance.now();
    if (!must && now - this.last < pause) return;
    this.last = now;
    const full = Math.round(this.part() * barWidth);
    const bar = '#'.repeat(full) + '.'.repeat(barWidth - full);
    const percent = Math.floor(100 * this.part());
    this.streams.error(
      `\r\u001b[K[${bar}] ${percent}%, ${this.done} of ${this.repeats} repeats${this.left()}`,
    );
  }

  private part(): number {
    let sum = this.done;
    for (const part of this.parts.values()) sum += part;
    return sum / this.repeats;
  }

  private left(): string {
    const part = this.part();
    if (part === 0 || part >= 1) return '';
    return `, ${durationText(((performance.now() - this.start) / 1000) * (1 / part - 1))} left`;
  }
}

/** `45 s`, `12 min`, `3 h 20 min`. */
export function durationText(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 120) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
