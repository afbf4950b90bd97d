/** How many measurements were looked through, of all that have to be. */
export class MeasureProgress {
  private done = 0;
  private steps = 0;

  add(steps: number): void {
    this.steps += steps;
  }

  /** @returns the part that is done, 0 to 1 */
  step(): { readonly kind: 'measured'; readonly progress: number } {
    return { kind: 'measured', progress: ++this.done / this.steps };
  }
}
