import { arithmeticVersion } from '../core/experiment/arithmetic-version.ts';
import type { Experiment } from '../core/experiment/experiment.ts';
import { SettingsError } from '../core/experiment/problems.ts';
import { fromQueryStrict, queryOf } from '../share/link.ts';
import { compareResult, type Agreement } from '../share/agreement.ts';
import { readClaim, type Chain, type ClaimedResult } from '../share/result-link.ts';
import { UsageError } from './usage-error.ts';

/** A result that a link names, to be compared with what comes out. */
export interface ToVerify {
  readonly experiment: Experiment;
  readonly result: ClaimedResult;
}

/**
 * The result that a link names; null if it names none.
 *
 * @param what as `planOf` takes it
 * @param experiment what is to be run
 * @throws UsageError if what is named is not the result of that, or of another arithmetic; SettingsError
 */
export function toVerify(what: string, experiment: Experiment): ToVerify | null {
  if (!/(^|[?&])(result|arithmetic)=/.test(what)) return null;
  const query = queryOf(what);
  const linked = fromQueryStrict(query);
  const { claim, problems } = readClaim(query, linked, arithmeticVersion);
  if (problems.length > 0) throw new SettingsError(problems);
  if (!claim) return null;
  const { arithmetic, result } = claim;
  if (arithmetic !== arithmeticVersion) {
    throw new UsageError(
      `the link was made with version ${arithmetic} of the arithmetic, and this program has version ${arithmeticVersion}: ` +
        'its run need not be the same',
    );
  }
  if (!result) return null;
  const { repeats } = linked;
  if (repeats !== experiment.repeats) {
    throw new UsageError(
      `--repeats: the link names the result of ${countOf(repeats)}, not of ${experiment.repeats}`,
    );
  }
  return { experiment, result };
}

/**
 * Says how a run that has ended stands to what was named.
 *
 * @param columns of its only repeat; null of several
 * @param fingerprint null where repeats are missing or have failed
 */
export function verdictOf(
  { experiment, result }: ToVerify,
  columns: Chain | null,
  fingerprint: string | null,
): { readonly isReproduced: boolean; readonly text: string } {
  const many = experiment.repeats > 1;
  if (fingerprint === null) {
    return {
      isReproduced: false,
      text: 'not compared with the result that the link names: there is none here',
    };
  }
  const agreement = compareResult(result, experiment, many ? null : columns, fingerprint);
  return {
    isReproduced: agreement.kind === 'reproduced',
    text: textOf(agreement, result, experiment, fingerprint),
  };
}

function textOf(
  agreement: Agreement,
  { fingerprint: claimed, settings, bits }: ClaimedResult,
  { repeats }: Experiment,
  found: string,
): string {
  const ends = `the link names ${claimed}, this is ${found}`;
  const unchecked =
    settings === null
      ? '; or its settings were changed after the link was made, which has no check of them'
      : '';
  if (agreement.kind === 'reproduced') {
    const whose = repeats > 1 ? ` of the ${repeats} repeats together` : '';
    return `reproduced: the result${whose} is the one that the link names`;
  }
  if (agreement.kind === 'changed') {
    const { at, end } = agreement;
    const said = `what the link says of epoch ${at}`;
    const blame = 'the link was changed or damaged';
    return end === 'same'
      ? `the result at the end is the one that the link names, but ${said} is not of that run: ${blame}`
      : `not reproduced: ${ends}; ${said} does not belong to its other epochs: ${blame}`;
  }
  if (agreement.kind === 'open' || bits.length === 0) return `not reproduced: ${ends}${unchecked}`;
  const { after, by } = agreement;
  const agrees = after === null ? '' : `agrees with the link's result up to epoch ${after}, `;
  return `not reproduced: ${agrees}differs by epoch ${by}${unchecked}`;
}

const countOf = (repeats: number): string => (repeats === 1 ? 'one repeat' : `${repeats} repeats`);
