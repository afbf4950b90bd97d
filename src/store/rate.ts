/** Epochs a second over the last second and a half of work. */
export class Rate {
  private points: { ms: number; epochs: number }[] = [];

  /** @param ms milliseconds of work so far @param epochs epochs trained so far */
  add(ms: number, epochs: number): void {
    this.points.push({ ms, epochs });
    while (this.points.length > 2 && ms - (this.points[1]?.ms ?? ms) > 1500) this.points.shift();
  }

  /** Null until there are 200 ms to go by. */
  perSecond(): number | null {
    const first = this.points[0];
    const last = this.points.at(-1);
    if (!first || !last || last.ms - first.ms < 200) return null;
    return ((last.epochs - first.epochs) / (last.ms - first.ms)) * 1000;
  }
}
