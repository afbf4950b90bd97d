import type { Experiment } from '../core/experiment/experiment.ts';
import type { KeptSet } from './kept-sets.ts';
import { lookedAt, type LookedAt } from './looked-at.ts';
import { isAsBefore, otherRun, type OtherRun, type OtherSource } from './other-run.ts';
import type { Session } from './session.ts';

interface Held extends LookedAt {
  readonly source: OtherSource;
}

/**
 * Holds on to the run that is compared with the one on the page, whatever the page goes on to; what of it is still to
 * be trained is trained behind the page.
 */
export class Comparison {
  private readonly session: Session;
  /** Null where nothing more comes. */
  private held: Held | null = null;

  constructor(session: Session) {
    this.session = session;
    session.repeats.subscribe(() => this.refresh());
    session.followers.store.subscribe(() => this.refresh());
  }

  /** Keeps what the page shows, now or when that was asked for; false if there was nothing yet. */
  pin(shown: LookedAt | null = lookedAt(this.session)): boolean {
    if (!shown) return false;
    this.hold({ source: 'page', ...shown });
    return true;
  }

  /** Trains these settings behind the page, as far as they are not known; of several repeats their mean is compared. */
  train(experiment: Experiment): void {
    this.hold({ source: 'link', set: this.session.repeatsOf(experiment), choice: choiceOf(experiment) });
  }

  /** Takes repeats that were trained elsewhere; what is missing of them stays away. @param repeat which is compared */
  open(kept: KeptSet, repeat: number): void {
    const set = this.session.repeatsOf(kept.experiment, kept);
    this.hold({ source: 'file', set, choice: kept.members.length > 1 ? 'mean' : repeat });
  }

  end(): void {
    this.held = null;
    this.session.followers.compare(null);
    this.session.compare.setState({ other: null, beside: false, pointed: null });
  }

  private hold(held: Held): void {
    this.held = held;
    this.session.compare.setState({ other: null, pointed: null });
    this.session.followers.compare(held.source === 'file' ? null : held.set);
    this.refresh();
    this.session.goOn();
  }

  private refresh(): void {
    const { held, session } = this;
    if (!held) return;
    const before = session.compare.getState().other;
    const other = otherRun(held.set, held.choice, held.source);
    if (!isAsBefore(other, before)) session.compare.setState({ other });
    // What is complete stays as it is, also where its set is given more repeats later.
    if (other && isOver(other)) this.held = null;
  }
}

const choiceOf = ({ repeats }: Experiment): number | 'mean' => (repeats > 1 ? 'mean' : 1);

/** Is it complete? */
function isOver({ facts, shown, statistics, set }: OtherRun): boolean {
  if (facts.status !== 'done') return false;
  return shown !== 'mean' || statistics?.repeats.length === set.members.length;
}

const comparisons = new WeakMap<Session, Comparison>();

/** The one comparison of a page. */
export function comparisonOf(session: Session): Comparison {
  const known = comparisons.get(session) ?? new Comparison(session);
  comparisons.set(session, known);
  return known;
}
