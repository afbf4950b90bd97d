/** Runs a task once a frame for as long as it asks for another one, and then when it is invalidated. */
export class Frames {
  private readonly task: (now: number) => boolean;
  private handle: number | null = null;

  /** @param task gets the frame's time in milliseconds; says whether it wants the next frame too */
  constructor(task: (now: number) => boolean) {
    this.task = task;
  }

  invalidate(): void {
    this.handle ??= requestAnimationFrame((now) => this.frame(now));
  }

  stop(): void {
    if (this.handle !== null) cancelAnimationFrame(this.handle);
    this.handle = null;
  }

  private frame(now: number): void {
    this.handle = null;
    if (this.task(now)) this.invalidate();
  }
}
