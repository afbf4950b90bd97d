import type { Experiment } from '../core/experiment/experiment.ts';
import { fingerprintOfRepeats } from '../core/experiment/fingerprint.ts';
import { arithmeticVersion } from '../core/experiment/run.ts';
import { totalEpochs } from '../core/experiment/schedule.ts';
import { memberBudget } from './checkpoints.ts';
import { DiscardedFits } from './discarded-fits.ts';
import type { KeptSet } from './kept-sets.ts';
import { LatestStatistics } from './latest-statistics.ts';
import { Member, restartsBadFits } from './member.ts';
import type { Job, Pool } from './pool.ts';
import type { RepeatsState } from './repeats.ts';
import type { RunStatus } from './run.ts';
import type { Statistics } from './statistics.ts';
import { Summaries } from './summaries.ts';
import { secondsLeft } from './time-left.ts';

let sets = 0;

/** All repeats of one experiment: which are done, which are being trained, what they say together. */
export class RepeatSet {
  /** Names this set. */
  readonly id = ++sets;
  private now: Experiment;
  private readonly pool: Pool;
  private readonly changed: (member: Member) => void;
  private readonly all = new Map<number, Member>();
  private readonly jobs = new Map<Member, Job>();
  private readonly thrown: DiscardedFits;
  private ended: readonly Member[] = [];
  private generation = 0;
  private paused = false;
  private version = 0;
  private readonly summaries = new Summaries();
  private readonly latest = new LatestStatistics();

  /** @param changed is called whenever a repeat has come further, or stands otherwise */
  constructor(
    experiment: Experiment,
    pool: Pool,
    changed: (member: Member) => void,
    kept: KeptSet | null = null,
  ) {
    this.now = experiment;
    this.pool = pool;
    this.changed = changed;
    for (const member of kept?.members ?? []) {
      if (this.counts(member)) this.all.set(member.repeat, member);
    }
    this.thrown = new DiscardedFits(kept?.discarded);
    this.fill();
    this.ended = this.members.filter((member) => member.isDone);
  }

  get experiment(): Experiment {
    return this.now;
  }

  /** The repeats that are wanted, the first first. */
  get members(): readonly Member[] {
    return Array.from({ length: this.now.repeats }, (_, i) => this.all.get(i + 1)).filter(
      (m) => m !== undefined,
    );
  }

  /** The repeats that are done, in the order in which they ended; within one generation, further ones only ever follow. */
  get finished(): { readonly generation: number; readonly members: readonly Member[] } {
    return { generation: this.generation, members: this.ended };
  }

  member(repeat: number): Member | undefined {
    return repeat <= this.now.repeats ? this.all.get(repeat) : undefined;
  }

  /** Is there a repeat that is on its way, or was stopped or lost? */
  get hasMissing(): boolean {
    return this.members.some((member) => !member.isSettled);
  }

  /** Trains what is missing, in place of whatever the workers were at. */
  start(): void {
    this.paused = false;
    this.jobs.clear();
    this.pool.replace(this.enlist(this.missing()));
  }

  /** Leaves what is missing as it is, until it is asked for. */
  rest(): void {
    this.pool.replace([]);
    for (const member of this.missing()) member.wait(false);
  }

  /** Trains what was stopped or lost, beside what is on its way. */
  trainRest(): void {
    this.paused = false;
    this.pool.add(this.enlist(this.missing()));
    this.pool.resume();
  }

  /** The same settings in all that is trained, with perhaps more repeats or fewer: trains only what is missing. */
  resize(experiment: Experiment): void {
    this.now = experiment;
    for (const [repeat, member] of this.all) {
      // One that is on its way is judged by its end.
      if (!this.jobs.has(member) && !this.counts(member)) this.all.delete(repeat);
    }
    this.fill();
    const wanted = new Set(this.members);
    const surplus = [...this.jobs].filter(([member]) => !wanted.has(member));
    for (const [member] of surplus) {
      this.jobs.delete(member);
      member.wait(false);
    }
    this.pool.withdraw(surplus.map(([, job]) => job));
    this.version++;
    this.generation++;
    this.ended = this.members.filter((member) => member.isDone);
    this.pool.add(this.enlist(this.missing()));
    const [first] = this.members;
    if (first) this.changed(first);
  }

  hold(): void {
    this.paused = true;
    this.pool.pause();
    for (const member of this.members) member.hold();
  }

  resume(): void {
    this.paused = false;
    for (const member of this.members) member.release();
    this.pool.resume();
  }

  /** While held: a repeat goes on to its next measurement. */
  step(member: Member): void {
    const job = this.jobs.get(member);
    if (job) this.pool.step(job);
  }

  /** Ends what is being trained or waits; what is done stays. */
  async cancel(): Promise<void> {
    for (const [member] of this.jobs) {
      if (member.facts.status !== 'waiting') continue;
      this.jobs.delete(member);
      member.wait(false);
      this.changed(member);
    }
    this.paused = false;
    await this.pool.cancel();
  }

  /** Takes back what is being trained or waits, and tells nobody; what is done stays. */
  withdraw(): void {
    const jobs = [...this.jobs.values()];
    this.jobs.clear();
    this.pool.withdraw(jobs);
  }

  /** What is worth keeping of it. */
  kept(): KeptSet {
    const members = [...this.all.values()].filter((member) => member.isSettled);
    return { experiment: this.now, members, discarded: this.thrown.list };
  }

  get status(): RunStatus {
    const statuses = this.members.map(({ facts }) => facts.status);
    const open = statuses.some(
      (status) => status === 'running' || status === 'paused' || status === 'waiting',
    );
    if (open) return this.paused ? 'paused' : 'running';
    if (statuses.includes('cancelled')) return 'cancelled';
    return statuses.includes('failed') ? 'failed' : 'done';
  }

  /** All that a list of repeats and a line of progress need. */
  state(shown: RepeatsState['shown']): RepeatsState {
    const { members } = this;
    const each = totalEpochs(this.now);
    const done = members.filter((member) => member.isDone);
    const discarded = this.thrown.of(this.now);
    return {
      status: this.status,
      members: this.summaries.of(members),
      discarded,
      done: done.length,
      fromFile: done.filter(({ facts }) => facts.fromFile).length,
      failed: members.filter(({ facts }) => facts.status === 'failed').length,
      missing: members.filter((member) => !member.isSettled).length,
      trainedEpochs: members.reduce((sum, { facts }) => sum + facts.trainedEpochs, 0),
      totalEpochs: each * members.length,
      secondsLeft: secondsLeft(
        members.map(({ attempt, facts }) => ({ ...facts, attempt })),
        this.pool.workers,
        each,
        discarded,
      ),
      fingerprint: this.fingerprint(),
      shown,
      version: this.version,
    };
  }

  /** Of all repeats, or null while one is not done. */
  private fingerprint(): string | null {
    const texts = this.members.map(({ facts }) => facts.fingerprint);
    const whole = texts.filter((text) => text !== null);
    return whole.length === texts.length ? fingerprintOfRepeats(arithmeticVersion, whole) : null;
  }

  /** Null while fewer than two repeats are done. */
  statistics(): Statistics | null {
    return this.latest.of(this.now, this.members, this.version, this.status === 'running');
  }

  /** Can it stay: is it what the settings give, or of no repeat that is wanted now? */
  private counts(member: Member): boolean {
    return member.repeat > this.now.repeats || member.isRepeatOf(this.now);
  }

  /** Members for the repeats that have none, and room for the checkpoints of all. */
  private fill(): void {
    const budget = memberBudget(this.now.repeats);
    for (let repeat = 1; repeat <= this.now.repeats; repeat++) {
      const member = this.all.get(repeat);
      if (!member) this.all.set(repeat, new Member(this.now, repeat, budget));
      else {
        member.shrink(budget);
        member.adopt(this.now);
      }
    }
  }

  /** What has still to be given to a worker. */
  private missing(): readonly Member[] {
    return this.members.filter((member) => !member.isSettled && !this.jobs.has(member));
  }

  private enlist(members: readonly Member[]): Job[] {
    return members.map((member) => {
      member.wait(true);
      return this.job(member);
    });
  }

  private job(member: Member): Job {
    const job: Job = {
      experiment: this.now,
      repeat: member.repeat,
      begun: () => {
        member.begin(this.now);
        this.changed(member);
      },
      events: {
        started: (start) => hear(() => member.started(start)),
        discarded: (fit) =>
          hear(() => {
            if (!restartsBadFits(this.now)) this.renew(member);
            else if (member.discarded(fit)) this.thrown.add(fit);
          }),
        progress: (progress) => hear(() => member.progress(progress)),
        ended: (outcome) =>
          hear(() => {
            this.jobs.delete(member);
            member.ended(outcome);
            this.version++;
            const sameRule = restartsBadFits(job.experiment) === restartsBadFits(this.now);
            if (
              outcome.kind === 'done' ? !member.isRepeatOf(this.now) : outcome.kind === 'failed' && !sameRule
            )
              this.renew(member);
            else if (outcome.kind === 'done') this.ended = [...this.ended, member];
          }),
        lost: (reason, detail) =>
          hear(() => {
            this.jobs.delete(member);
            if (member.lost(reason, detail)) this.pool.add([this.job(member)], true);
            else this.version++;
          }),
      },
    };
    const hear = (take: () => void): void => {
      if (this.jobs.get(member) !== job) return;
      take();
      this.changed(member);
    };
    this.jobs.set(member, job);
    return job;
  }

  /** Begins a repeat again whose present run is not what the settings give: they say otherwise of bad fits now. */
  private renew(member: Member): void {
    const job = this.jobs.get(member);
    this.jobs.delete(member);
    const fresh = new Member(this.now, member.repeat, memberBudget(this.now.repeats));
    this.all.set(member.repeat, fresh);
    if (job) this.pool.withdraw([job]);
    this.pool.add([this.job(fresh)], true);
    this.changed(fresh);
  }
}
