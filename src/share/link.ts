import { fitTogether, settle, type Clamped, type Draft } from '../core/experiment/check.ts';
import type { Experiment } from '../core/experiment/experiment.ts';
import {
  defaults,
  fieldNames,
  fieldTable,
  formatField,
  isFieldName,
  isSameValue,
  type FieldName,
} from '../core/experiment/fields.ts';
import { quote, SettingsError, type Problem, type ProblemCode } from '../core/experiment/problems.ts';
import { isPageParameter } from './page-parameters.ts';
import { decode, encode, piecesOf } from './query-text.ts';

/** Version of the link format, the parameter `v`. A link without it is read as of this version. */
export const LINK_VERSION = 1;

/**
 * An experiment as the query of a link, without `?`: the version, then what differs from the default run, in the
 * order of the table of settings. Lossless: `fromQuery` gives the same experiment. The version stands there even
 * if nothing else does, so that an old link keeps its meaning should a default ever change.
 *
 * @param experiment a valid one
 */
export function toQuery(experiment: Experiment): string {
  const parts = [`v=${LINK_VERSION}`];
  for (const name of fieldNames) {
    const value = experiment[name];
    if (!isSameValue(name, value, defaults[name])) parts.push(`${name}=${encode(formatField(name, value))}`);
  }
  return parts.join('&');
}

/**
 * Reads a query, with or without `?`, but for what says how the page shows it. Never throws: what is unknown is ignored,
 * of duplicates the first is used, what is outside its bounds is clamped, what cannot be read becomes the default; each is
 * reported by its name.
 */
export function fromQuery(query: string): Clamped {
  const problems: Problem[] = [];
  const draft: Draft = { ...defaults };
  const seen = new Set<string>();
  for (const { name, raw, whole } of piecesOf(query)) {
    const text = decode(raw);
    if (isPageParameter(name)) continue;
    const isKnown = isFieldName(name);
    if (!isKnown && name !== 'v') {
      problems.push(problem(quote(name === '' ? whole : name), 'unknown', raw, null));
    } else if (seen.has(name)) {
      const used = isKnown ? formatField(name, draft[name]) : String(LINK_VERSION);
      problems.push(problem(name, 'duplicate', text ?? raw, used));
    } else {
      seen.add(name);
      const found = isKnown ? readField(draft, name, raw, text) : readVersion(raw, text);
      if (found !== undefined) problems.push(found);
    }
  }
  problems.push(...fitTogether(draft));
  return { experiment: draft, problems };
}

/**
 * Reads a query as the command line takes it: nothing is put right.
 *
 * @throws SettingsError naming every bad field
 */
export function fromQueryStrict(query: string): Experiment {
  const { experiment, problems } = fromQuery(query);
  if (problems.length > 0) throw new SettingsError(problems.map((bad) => ({ ...bad, used: null })));
  return experiment;
}

/** The query of a whole address, without `?`; a query alone stays as it is. */
export function queryOf(addressOrQuery: string): string {
  const [beforeHash = ''] = addressOrQuery.split('#');
  const at = beforeHash.indexOf('?');
  if (at >= 0) return beforeHash.slice(at + 1);
  return /^[a-z]+:\/\//i.test(beforeHash) ? '' : beforeHash;
}

function readField(
  draft: Draft,
  name: FieldName,
  raw: string,
  text: string | undefined,
): Problem | undefined {
  if (text === undefined) return problem(name, 'encoding', raw, formatField(name, draft[name]));
  return settle(draft, name, fieldTable[name].kind.parse(text), text);
}

function readVersion(raw: string, text: string | undefined): Problem | undefined {
  if (text === String(LINK_VERSION)) return undefined;
  const code = text === undefined ? 'encoding' : text === '' ? 'empty' : 'version';
  return problem('v', code, text ?? raw, String(LINK_VERSION));
}

function problem(field: string, code: ProblemCode, given: string, used: string | null): Problem {
  return { field, code, given: quote(given), used, values: {} };
}
