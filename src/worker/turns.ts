/** Who may use what can be used by one at a time: in the order in which they asked. */
export class Turns {
  private readonly waiting: (() => void)[] = [];
  private isTaken = false;

  /** Does anybody wait? */
  get isWanted(): boolean {
    return this.waiting.length > 0;
  }

  /** Resolves when it is one's turn; `leave` ends it. */
  async take(): Promise<void> {
    if (!this.isTaken) this.isTaken = true;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  leave(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.isTaken = false;
  }
}
