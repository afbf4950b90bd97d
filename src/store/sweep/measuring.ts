import type { MeasureClient } from '../measure-client.ts';
import { MeasureRequests } from '../measure-requests.ts';
import type { Member } from '../member.ts';
import { RulerPath } from '../ruler-path.ts';

interface Task {
  readonly ruler: string;
  readonly member: Member;
}

interface Job extends Task {
  readonly path: RulerPath;
  progress: number;
}

/** Lays rulers over runs that are done, one after another, on a worker of its own. */
export class SweepMeasuring {
  private readonly client: MeasureClient;
  private readonly changed: () => void;
  private readonly requests = new MeasureRequests();
  private readonly paths = new Map<string, Map<Member, RulerPath>>();
  private readonly failed = new Map<string, string>();
  private tasks: readonly Task[] = [];
  private job: Job | null = null;
  private held = false;

  /** @param changed is called whenever a ruler has come further */
  constructor(client: MeasureClient, changed: () => void) {
    this.client = client;
    this.changed = changed;
  }

  /** All that is to be measured, run by run, done or not. */
  want(rulers: readonly string[], members: readonly Member[]): void {
    this.tasks = members.flatMap((member) => rulers.map((ruler) => ({ ruler, member })));
    this.next();
  }

  /** Nothing new is begun; what is at work is ended, and begins again. */
  hold(held: boolean): void {
    if (held === this.held) return;
    this.held = held;
    if (held) this.drop();
    else this.next();
  }

  /** What failed is tried again. */
  again(): void {
    this.failed.clear();
    this.next();
  }

  pathsOf(ruler: string): ReadonlyMap<Member, RulerPath> {
    return this.paths.get(ruler) ?? new Map<Member, RulerPath>();
  }

  /** 0 to 1, over all runs that it is to be laid over. */
  progressOf(ruler: string): number {
    const tasks = this.tasks.filter((task) => task.ruler === ruler);
    if (tasks.length === 0) return 0;
    const whole = tasks.filter((task) => this.isDone(task)).length;
    return (whole + (this.job?.ruler === ruler ? this.job.progress : 0)) / tasks.length;
  }

  isAtWork(ruler: string): boolean {
    return this.job?.ruler === ruler;
  }

  failureOf(ruler: string): string | null {
    return this.failed.get(ruler) ?? null;
  }

  dispose(): void {
    this.drop();
    this.tasks = [];
    this.client.dispose();
  }

  private isDone({ ruler, member }: Task): boolean {
    return this.paths.get(ruler)?.get(member)?.isWhole ?? false;
  }

  private drop(): void {
    if (!this.job) return;
    this.paths.get(this.job.ruler)?.delete(this.job.member);
    this.job = null;
    this.client.cancel();
  }

  private next(): void {
    if (this.held || this.job) return;
    const task = this.tasks.find((each) => !this.isDone(each) && !this.failed.has(each.ruler));
    if (task) void this.measure(task);
  }

  private async measure({ ruler, member }: Task): Promise<void> {
    const { trajectory, experiment } = member.facts;
    if (!trajectory || !experiment) return;
    const path = new RulerPath(trajectory.rows - 1, `${ruler} ${member.repeat}`);
    const job: Job = { ruler, member, path, progress: 0 };
    this.job = job;
    const known = this.paths.get(ruler) ?? new Map<Member, RulerPath>();
    this.paths.set(ruler, known.set(member, path));
    this.changed();
    const { checkpoints } = member;
    const sheet = { trajectory, experiment, checkpoints, grows: false };
    const epochs = checkpoints.epochs();
    const request = this.requests.write(sheet, ruler, epochs, this.client.generation);
    const outcome = await this.client.measure(request, {
      progress: (parts, progress) => {
        if (this.job !== job) return;
        for (const part of parts) path.add(part);
        job.progress = progress;
        this.changed();
      },
    });
    if (this.job !== job) return;
    this.job = null;
    if (outcome.kind === 'done') path.isWhole = true;
    else known.delete(member);
    if (outcome.kind === 'failed') this.failed.set(ruler, outcome.message);
    this.changed();
    this.next();
  }
}
