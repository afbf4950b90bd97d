import type { Experiment } from '../core/experiment/experiment.ts';
import { quote, type Problem, type ProblemCode } from '../core/experiment/problems.ts';
import { Fingerprint } from '../core/experiment/fingerprint.ts';
import { measuredEpochs, totalEpochs } from '../core/experiment/schedule.ts';
import type { TrajectoryColumns } from '../core/experiment/trajectory.ts';
import { LINK_VERSION, toQuery } from './link.ts';
import { decode, piecesOf } from './query-text.ts';

/**
 * What a link claims of its run: which version of the arithmetic it was made with, and, of a verified link, what came
 * out. In the link `result=1.7f3a91c2e05b1234.5c3d-0123456789ab`, or, without a result, `arithmetic=1`.
 */
export interface ResultClaim {
  readonly arithmetic: number;
  readonly result: ClaimedResult | null;
}

export interface ClaimedResult {
  /** `7f3a 91c2 e05b 1234`; of several repeats the name of all of them. */
  readonly fingerprint: string;
  /** `settingsCheck` of what it is the result of; null where it is not known, as in the first links. */
  readonly settings: string | null;
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

/**
 * Tells, but for one time in 65,536, whether a result is of these settings: four hexadecimal digits, the first of a
 * fingerprint of the characters of their link.
 */
export function settingsCheck(experiment: Experiment): string {
  const chain = new Fingerprint(LINK_VERSION);
  chain.add(Uint32Array.from(toQuery(experiment), (character) => character.codePointAt(0) ?? 0));
  return chain.text().slice(0, 4);
}

/** The epochs of a run, and its chain after them. */
export type Chain = Pick<TrajectoryColumns, 'epoch' | 'chain'>;

/** What a run that has ended lets a link claim. @param columns of its only repeat; null of several */
export function claimOf(
  experiment: Experiment,
  arithmetic: number,
  fingerprint: string,
  columns: Chain | null,
): ResultClaim {
  const words = columns ? wordsAt(columns, checkedEpochs(experiment)) : [];
  const known = words.every((word) => word !== null);
  const settings = settingsCheck(experiment);
  return { arithmetic, result: { fingerprint, settings, bits: known ? words.map(bitsOf) : [] } };
}

/** A claim as a piece of a query. */
export function claimToQuery({ arithmetic, result }: ResultClaim): string {
  if (result === null) return `arithmetic=${arithmetic}`;
  const bits = result.bits.map((each) => each.toString(16).padStart(digits, '0')).join('');
  const settings = result.settings === null ? '' : `.${result.settings}`;
  const end = result.fingerprint.replaceAll(' ', '');
  return `result=${arithmetic}.${end}${settings}${bits === '' ? '' : `-${bits}`}`;
}

/**
 * Reads what a query claims; null if it claims nothing that can be read. Never throws; what cannot be used is reported by
 * its name, and left out, a result of other settings too.
 *
 * @param experiment the settings of the query
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
    const unread = name === 'result' ? 'notResult' : 'notVersion';
    const code = claim === null ? unread : faultOf(claim, experiment, arithmetic);
    found.set(name, code === null ? claim : null);
    if (code === null) continue;
    report(name, text === undefined ? 'encoding' : text === '' ? 'empty' : code, text ?? raw);
  }
  return { claim: found.get('result') ?? found.get('arithmetic') ?? null, problems };
}

/** The chain at these epochs, ascending; null where it is not known. */
export function wordsAt({ epoch, chain }: Chain, epochs: readonly number[]): (number | null)[] {
  return epochs.map((wanted) => chain[epoch.indexOf(wanted)] || null);
}

/** The first bits of a word. */
export const bitsOf = (word: number): number => word >>> (32 - bitsPerEpoch);

function parseResult(text: string): ResultClaim | null {
  const [, arithmetic, end, settings, bits = ''] =
    /^([1-9]\d{0,8})\.([0-9a-f]{16})(?:\.([0-9a-f]{4}))?(?:-((?:[0-9a-f]{3}){1,12}))?$/i.exec(text) ?? [];
  if (arithmetic === undefined || end === undefined) return null;
  const fingerprint = end.toLowerCase().replace(/(.{4})(?=.)/g, '$1 ');
  const groups = bits.match(/.{3}/g) ?? [];
  return {
    arithmetic: Number(arithmetic),
    result: {
      fingerprint,
      settings: settings?.toLowerCase() ?? null,
      bits: groups.map((group) => parseInt(group, 16)),
    },
  };
}

function parseVersion(text: string): ResultClaim | null {
  return /^[1-9]\d{0,8}$/.test(text) ? { arithmetic: Number(text), result: null } : null;
}

/** Why it can be no result of these settings, or null. The first links say it by the number of their bits alone. */
function faultOf(
  { arithmetic, result }: ResultClaim,
  experiment: Experiment,
  own: number,
): ProblemCode | null {
  if (result === null || arithmetic !== own) return null;
  const { settings, bits } = result;
  if (settings !== null && settings !== settingsCheck(experiment)) return 'otherSettings';
  if (bits.length === 0 || bits.length === checkedEpochs(experiment).length) return null;
  return settings === null ? 'otherSettings' : 'notResult'; // It is of these settings, and was cut.
}
