import type { Experiment } from '../core/experiment/experiment.ts';
import { quote, type Problem, type ProblemCode } from '../core/experiment/problems.ts';
import { measuredEpochs, totalEpochs } from '../core/experiment/schedule.ts';
import type { TrajectoryColumns } from '../core/experiment/trajectory.ts';
import { decode, piecesOf } from './query-text.ts';

/**
 * What a link claims of its run: which version of the arithmetic it was made with, and, of a verified link, what came
 * out. In the link `result=1.7f3a91c2e05b1234-0123456789ab`, or, without a result, `arithmetic=1`.
 */
export interface ResultClaim {
  readonly arithmetic: number;
  readonly result: ClaimedResult | null;
}

export interface ClaimedResult {
  /** `7f3a 91c2 e05b 1234`; of several repeats the name of all of them. */
  readonly fingerprint: string;
  /**
   * The first 12 bits of the fingerprint at each of the checked epochs, of one repeat; empty where they are not known.
   * Once two runs have parted, one that is still taken for equal at such an epoch is one in 4096.
   */
  readonly bits: readonly number[];
}

/** Epochs at which a link carries bits, at most. */
const mostChecked = 12;
const bitsPerEpoch = 12;
const digits = bitsPerEpoch / 4;

/**
 * The epochs at which a link carries bits, ascending: the first measured ones from floor(E^(j/12)) on, j = 0 ... 11 and E
 * the last epoch, without that, whose fingerprint the link has in full. Of several repeats none.
 */
export function checkedEpochs(experiment: Experiment): readonly number[] {
  let epochs = checked.get(experiment);
  if (!epochs) checked.set(experiment, (epochs = findEpochs(experiment)));
  return epochs;
}

const checked = new WeakMap<Experiment, readonly number[]>();

function findEpochs(experiment: Experiment): readonly number[] {
  if (experiment.repeats > 1) return [];
  const end = totalEpochs(experiment);
  const measured = [...measuredEpochs(experiment)];
  const epochs = Array.from({ length: mostChecked }, (_, j) => {
    const from = floorRoot(power(end, j), mostChecked);
    return measured.find((epoch) => epoch >= from) ?? end;
  });
  return [...new Set(epochs)].filter((epoch) => epoch < end);
}

/** The largest whole number whose power of `degree` is at most `value`. */
function floorRoot(value: bigint, degree: number): number {
  let low = 1;
  let high = 2;
  while (power(high, degree) <= value) high *= 2;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (power(middle, degree) <= value) low = middle;
    else high = middle;
  }
  return low;
}

/** Exact, as whole numbers are multiplied. */
function power(base: number, exponent: number): bigint {
  let product = 1n;
  for (let i = 0; i < exponent; i++) product *= BigInt(base);
  return product;
}

/** What a run that has ended lets a link claim. @param columns of its only repeat; null of several */
export function claimOf(
  experiment: Experiment,
  arithmetic: number,
  fingerprint: string,
  columns: Pick<TrajectoryColumns, 'epoch' | 'chain'> | null,
): ResultClaim {
  const words = columns ? wordsAt(columns, checkedEpochs(experiment)) : [];
  const known = words.every((word) => word !== null);
  return { arithmetic, result: { fingerprint, bits: known ? words.map(bitsOf) : [] } };
}

/** A claim as a piece of a query. */
export function claimToQuery({ arithmetic, result }: ResultClaim): string {
  if (result === null) return `arithmetic=${arithmetic}`;
  const bits = result.bits.map((each) => each.toString(16).padStart(digits, '0')).join('');
  return `result=${arithmetic}.${result.fingerprint.replaceAll(' ', '')}${bits === '' ? '' : `-${bits}`}`;
}

/**
 * Reads what a query claims; null if it claims nothing that can be read. Never throws; what cannot be used is reported by
 * its name, and left out.
 *
 * @param arithmetic this program's version: the bits of another are not its own to judge
 */
export function readClaim(
  query: string,
  experiment: Experiment,
  arithmetic: number,
): { readonly claim: ResultClaim | null; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const report = (field: string, code: ProblemCode, given: string): void => {
    problems.push({ field, code, given: quote(given), used: null, values: {} });
  };
  const found = new Map<string, ResultClaim | null>();
  for (const { name, raw } of piecesOf(query)) {
    if (name !== 'result' && name !== 'arithmetic') continue;
    const text = decode(raw);
    if (found.has(name)) {
      report(name, 'duplicate', text ?? raw);
      continue;
    }
    const claim = text === undefined ? null : name === 'result' ? parseResult(text) : parseVersion(text);
    const fits = claim !== null && hasBitsOf(claim, experiment, arithmetic);
    found.set(name, fits ? claim : null);
    if (fits) continue;
    const code = name === 'result' ? 'notResult' : 'notVersion';
    report(name, text === undefined ? 'encoding' : text === '' ? 'empty' : code, text ?? raw);
  }
  return { claim: found.get('result') ?? found.get('arithmetic') ?? null, problems };
}

/** How a run stands to what a link claims of it. Epochs are completed ones. */
export type Agreement =
  /** It agrees as far as it was compared: up to that epoch; null: nothing is compared yet. */
  | { readonly kind: 'open'; readonly until: number | null }
  | { readonly kind: 'reproduced' }
  /** They agree at `after` (null: at no epoch that can be compared) and differ at `by`. */
  | { readonly kind: 'differs'; readonly after: number | null; readonly by: number };

/**
 * Compares a run of the same settings and the same arithmetic with what is claimed of it.
 *
 * @param columns what it has measured so far, of its only repeat; null of several
 * @param fingerprint at its end; null before
 */
export function compareResult(
  { fingerprint: claimed, bits }: ClaimedResult,
  experiment: Experiment,
  columns: Pick<TrajectoryColumns, 'epoch' | 'chain'> | null,
  fingerprint: string | null,
): Agreement {
  if (fingerprint === claimed) return { kind: 'reproduced' };
  const epochs = bits.length > 0 ? checkedEpochs(experiment) : [];
  const words = columns ? wordsAt(columns, epochs) : [];
  let until: number | null = null;
  for (const [index, word] of words.entries()) {
    const epoch = epochs[index] ?? 0;
    if (word === null) continue;
    if (bitsOf(word) !== bits[index]) return { kind: 'differs', after: until, by: epoch };
    until = epoch;
  }
  return fingerprint === null
    ? { kind: 'open', until }
    : { kind: 'differs', after: until, by: totalEpochs(experiment) };
}

/** The chain at these epochs, ascending; null where it is not known. */
function wordsAt(
  { epoch, chain }: Pick<TrajectoryColumns, 'epoch' | 'chain'>,
  epochs: readonly number[],
): (number | null)[] {
  return epochs.map((wanted) => chain[epoch.indexOf(wanted)] || null);
}

/** The first bits of a word. */
const bitsOf = (word: number): number => word >>> (32 - bitsPerEpoch);

function parseResult(text: string): ResultClaim | null {
  const [, arithmetic, end, bits = ''] =
    /^([1-9]\d{0,8})\.([0-9a-f]{16})(?:-((?:[0-9a-f]{3}){1,12}))?$/i.exec(text) ?? [];
  if (arithmetic === undefined || end === undefined) return null;
  const fingerprint = end.toLowerCase().replace(/(.{4})(?=.)/g, '$1 ');
  const groups = bits.match(/.{3}/g) ?? [];
  return {
    arithmetic: Number(arithmetic),
    result: { fingerprint, bits: groups.map((group) => parseInt(group, 16)) },
  };
}

function parseVersion(text: string): ResultClaim | null {
  return /^[1-9]\d{0,8}$/.test(text) ? { arithmetic: Number(text), result: null } : null;
}

function hasBitsOf({ arithmetic, result }: ResultClaim, experiment: Experiment, own: number): boolean {
  if (result === null || arithmetic !== own || result.bits.length === 0) return true;
  return result.bits.length === checkedEpochs(experiment).length;
}
