import type { Experiment } from '../core/experiment/experiment.ts';
import { totalEpochs } from '../core/experiment/schedule.ts';
import { bitsOf, checkedEpochs, wordsAt, type Chain, type ClaimedResult } from './result-link.ts';

/** How a run stands to what a link claims of it. Epochs are completed ones. */
export type Agreement =
  /** It agrees as far as it was compared: up to that epoch; null: nothing is compared yet. */
  | { readonly kind: 'open'; readonly until: number | null }
  /**
   * They agree at `after` (null: at no epoch that can be compared) and differ at `by`: `parts` while the run goes on, for
   * its end may show that the link was changed, `differs` once it has ended.
   */
  | { readonly kind: 'parts' | 'differs'; readonly after: number | null; readonly by: number }
  | { readonly kind: 'reproduced' }
  /**
   * The link contradicts itself: what it has for epoch `at` is not of the run that the rest of it is of. `end`: are the
   * ends the same? Null before there is one.
   */
  | { readonly kind: 'changed'; readonly at: number; readonly end: 'same' | 'other' | null };

/**
 * So many epochs that agree behind one that differs are no chance: each is one in 4096 where two runs have parted, and
 * two of at most eleven one in 300,000.
 */
const noChance = 2;

/**
 * Compares a run of the same settings and the same arithmetic with what is claimed of it. A fingerprint is that of a
 * chain: where it agrees, all before it does, so that the end has the last word.
 *
 * @param columns what it has measured so far, of its only repeat; null of several
 * @param fingerprint at its end; null before
 */
export function compareResult(
  { fingerprint: claimed, bits }: ClaimedResult,
  experiment: Experiment,
  columns: Chain | null,
  fingerprint: string | null,
): Agreement {
  const epochs = bits.length > 0 ? checkedEpochs(experiment) : [];
  const words = columns ? wordsAt(columns, epochs) : [];
  let until: number | null = null;
  let differs: number | null = null;
  let agreeLater = 0;
  for (const [index, word] of words.entries()) {
    if (word === null) continue;
    const agrees = bitsOf(word) === bits[index];
    if (differs !== null) agreeLater += agrees ? 1 : 0;
    else if (agrees) until = epochs[index] ?? 0;
    else differs = epochs[index] ?? 0;
  }
  const end = fingerprint === null ? null : fingerprint === claimed ? 'same' : 'other';
  if (differs !== null && (end === 'same' || agreeLater >= noChance)) {
    return { kind: 'changed', at: differs, end };
  }
  if (end === 'same') return { kind: 'reproduced' };
  if (end === 'other') return { kind: 'differs', after: until, by: differs ?? totalEpochs(experiment) };
  return differs === null ? { kind: 'open', until } : { kind: 'parts', after: until, by: differs };
}
