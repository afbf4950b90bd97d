/** Runs one piece of work at a time; of those that are asked for meanwhile only the latest runs. */
export class LatestOnly {
  private wanted: (() => Promise<void>) | null = null;
  private busy = false;

  /** @param work must not reject */
  ask(work: () => Promise<void>): void {
    this.wanted = work;
    if (!this.busy) void this.run();
  }

  private async run(): Promise<void> {
    this.busy = true;
    for (let work = this.take(); work; work = this.take()) await work();
    this.busy = false;
  }

  private take(): (() => Promise<void>) | null {
    const { wanted } = this;
    this.wanted = null;
    return wanted;
  }
}
