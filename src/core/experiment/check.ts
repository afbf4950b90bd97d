import type { Experiment } from './experiment.ts';
import { defaults, fieldNames, fieldTable, formatField, isFieldName, type FieldName } from './fields.ts';
import { fitImageBatch, fitImageLayers } from './image-layers.ts';
import { fitTestShare } from './test-share.ts';
import type { Fault, Verdict } from './kinds/kind.ts';
import { quote, SettingsError, type Problem } from './problems.ts';

export interface Clamped {
  /** Passes `check`. */
  readonly experiment: Experiment;
  readonly problems: readonly Problem[];
}

/** Settings while they are read. */
export type Draft = { -readonly [Name in FieldName]: Experiment[Name] };

/** All that is wrong with an experiment; nothing if it may be run. */
export function check(experiment: Experiment): Problem[] {
  return clampExperiment(experiment).problems.map((problem) => ({ ...problem, used: null }));
}

/** @throws SettingsError naming every bad field */
export function assertValid(experiment: Experiment): void {
  const problems = check(experiment);
  if (problems.length > 0) throw new SettingsError(problems);
}

/** The nearest experiment that may be run: bad values become the nearest allowed ones, or else the default. */
export function clampExperiment(experiment: Experiment): Clamped {
  const draft: Draft = { ...defaults };
  const problems: Problem[] = [];
  for (const name of Object.keys(experiment)) {
    if (!isFieldName(name))
      problems.push({ field: name, code: 'unknown', given: '', used: null, values: {} });
  }
  for (const name of fieldNames) {
    const given: unknown = experiment[name];
    const problem = settle(draft, name, fieldTable[name].kind.judge(given), asText(given));
    if (problem !== undefined) problems.push(problem);
  }
  problems.push(...fitTogether(draft));
  return { experiment: draft, problems };
}

/** Makes settings fit each other that are right each by itself. */
export function fitTogether(draft: Draft): Problem[] {
  return [fitImageLayers, fitActivations, fitImageBatch, fitTestShare].flatMap((fit) => fit(draft) ?? []);
}

/** Puts what a verdict allows into the draft, which stays as it is if nothing near is allowed. */
export function settle<Name extends FieldName>(
  draft: Draft,
  name: Name,
  verdict: Verdict<Experiment[Name]>,
  given: string,
): Problem | undefined {
  if (verdict.ok) {
    draft[name] = verdict.value;
    return undefined;
  }
  if (verdict.nearest !== undefined) draft[name] = verdict.nearest;
  return problemOf(draft, name, verdict.fault, given);
}

/**
 * Hidden layers have one activation for all of them or one each: else the list is cut, or its last goes on.
 */
function fitActivations(draft: Draft): Problem | undefined {
  const { act, net } = draft;
  if (act.length === 1 || act.length === net.length) return undefined;
  const last = act.at(-1) ?? 'tanh';
  draft.act = net.map((_, layer) => act[layer] ?? last);
  const given = formatField('act', act);
  const values = { activations: String(act.length), layers: String(net.length) };
  return {
    field: 'act',
    code: 'count',
    given: quote(given),
    used: formatField('act', draft.act),
    values,
  };
}

function problemOf(draft: Draft, name: FieldName, fault: Fault, given: string): Problem {
  return { field: name, ...fault, given: quote(given), used: formatField(name, draft[name]) };
}

/** A value that may be of any type, for a message. */
function asText(value: unknown): string {
  if (Array.isArray(value)) return value.map(asText).join(', ');
  if (value !== null && typeof value === 'object') return 'object';
  return String(value);
}
