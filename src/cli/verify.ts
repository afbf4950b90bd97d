import { arithmeticVersion } from '../core/experiment/arithmetic-version.ts';
import type { Experiment } from '../core/experiment/experiment.ts';
import { SettingsError } from '../core/experiment/problems.ts';
import type { TrajectoryColumns } from '../core/experiment/trajectory.ts';
import { fromQueryStrict, queryOf } from '../share/link.ts';
import { compareResult, readClaim, type ClaimedResult } from '../share/result-link.ts';
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
  const { claim, problems } = readClaim(query, experiment, arithmeticVersion);
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
  const { repeats } = fromQueryStrict(query);
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
  columns: Pick<TrajectoryColumns, 'epoch' | 'chain'> | null,
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
  if (agreement.kind === 'reproduced') {
    const whose = many ? ` of the ${experiment.repeats} repeats together` : '';
    return { isReproduced: true, text: `reproduced: the result${whose} is the one that the link names` };
  }
  if (agreement.kind === 'open' || result.bits.length === 0) {
    return {
      isReproduced: false,
      text: `not reproduced: the link names ${result.fingerprint}, this is ${fingerprint}`,
    };
  }
  const { after, by } = agreement;
  const agrees = after === null ? '' : `agrees with the link's result up to epoch ${after}, `;
  return { isReproduced: false, text: `not reproduced: ${agrees}differs by epoch ${by}` };
}

const countOf = (repeats: number): string => (repeats === 1 ? 'one repeat' : `${repeats} repeats`);
