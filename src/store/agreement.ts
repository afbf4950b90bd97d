import { compareResult, type Agreement } from '../share/agreement.ts';
import type { Claimed } from './claim.ts';
import type { Session } from './session.ts';
import { isSameExperiment } from './settings.ts';

const nothingYet: Agreement = { kind: 'open', until: null };

/** How what the page has trained so far stands to the result that its link claims; null if the link names none. */
export function agreementOf(
  { set, repeats }: Pick<Session, 'set' | 'repeats'>,
  { claim, experiment }: Claimed,
): Agreement | null {
  if (claim.result === null) return null;
  const { fingerprint, fromFile } = repeats.getState();
  // What comes from a file was not computed here.
  if (!set || fromFile > 0 || !isSameExperiment(set.experiment, experiment)) return nothingYet;
  const columns = experiment.repeats > 1 ? null : (set.member(1)?.facts.trajectory?.columns() ?? null);
  return compareResult(claim.result, experiment, columns, fingerprint);
}
