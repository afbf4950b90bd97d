import type { Member } from './member.ts';
import type { RepeatSummary } from './repeats.ts';

/** The list of repeats. */
export class Summaries {
  private last: readonly RepeatSummary[] = [];

  /** The same array as before if nothing in it has changed: progress alone draws no list anew. */
  of(members: readonly Member[]): readonly RepeatSummary[] {
    const before = this.last;
    const same = members.length === before.length && members.every((member, i) => isAs(member, before[i]));
    if (!same) {
      this.last = members.map(({ repeat, attempt, isBadFit, facts }) => {
        const { status, fingerprint, trouble, violations } = facts;
        return { repeat, attempt, isBadFit, status, fingerprint, trouble, violations };
      });
    }
    return this.last;
  }
}

function isAs({ repeat, attempt, isBadFit, facts }: Member, summary: RepeatSummary | undefined): boolean {
  return (
    summary?.repeat === repeat &&
    summary.attempt === attempt &&
    summary.isBadFit === isBadFit &&
    summary.status === facts.status &&
    summary.fingerprint === facts.fingerprint &&
    summary.trouble === facts.trouble &&
    summary.violations === facts.violations
  );
}
