import type { Experiment } from '../core/experiment/experiment.ts';
import type { Outcome, RowOutcome, RowQuantity } from '../core/experiment/presets/outcome.ts';
import type { SweepSetting } from '../core/experiment/sweep/sweep.ts';
import { jsonText, numberText } from './json.ts';
import { toQuery } from './link.ts';

export const sweepFormat = 'infoplane-sweep';
export const sweepFormatVersion = 1;

/** What came out for one value. */
export interface SweepEntry {
  /** As a link has it. */
  readonly value: string;
  readonly experiment: Experiment;
  /** Text of the ruler it was measured by; null: as the run counts itself. */
  readonly ruler: string | null;
  /** Of all its repeats; null while some are missing or have failed. */
  readonly fingerprint: string | null;
  /** Over the repeats that came to their end; null without any. */
  readonly outcome: Outcome | null;
  /** Why it, or a repeat of it, has no result. */
  readonly troubles: readonly string[];
}

/** A sweep with what has come out of it, in order of its values. */
export interface SweepResult {
  readonly setting: SweepSetting;
  readonly base: Experiment;
  readonly arithmeticVersion: number;
  readonly entries: readonly SweepEntry[];
}

/** A layer by one ruler: what a line of the table is of. */
export interface SweepRow extends RowOutcome {
  readonly ruler: string;
}

/**
 * The rows of an entry: hidden layers `exact`, the output on the `grid` and `exact`; by a ruler of its own, which reads
 * the output once, each layer once.
 */
export function sweepRows({ outcome, ruler }: Pick<SweepEntry, 'outcome' | 'ruler'>): SweepRow[] {
  if (!outcome) return [];
  if (ruler !== null) {
    const once = outcome.rows.filter(({ output }) => output !== 'exact');
    return once.map((row) => ({ ...row, output: null, ruler }));
  }
  return outcome.rows.map((row) => ({ ...row, ruler: row.output ?? 'exact' }));
}

/** As JSON. It holds no times: the same runs give the same bytes. */
export function sweepJson({ setting, base, arithmeticVersion, entries }: SweepResult): string {
  return jsonText({
    format: sweepFormat,
    version: sweepFormatVersion,
    setting,
    base: toQuery(base),
    arithmeticVersion,
    values: entries.map((entry) => ({
      value: entry.value,
      link: toQuery(entry.experiment),
      ...(entry.ruler === null ? {} : { ruler: entry.ruler }),
      fingerprint: entry.fingerprint,
      troubles: entry.troubles,
      repeats: entry.outcome?.repeats ?? 0,
      trainAccuracy: entry.outcome?.trainAccuracy ?? null,
      testAccuracy: entry.outcome?.testAccuracy ?? null,
      rows: sweepRows(entry).map(({ layer, ruler, values, phases }) => ({ layer, ruler, values, phases })),
    })),
  });
}

const quantities: readonly (readonly [RowQuantity, string])[] = [
  ['ixtStart', 'ixt_start'],
  ['ixtEnd', 'ixt_end'],
  ['fall', 'ixt_fall'],
  ['ityStart', 'ity_start'],
  ['ityEnd', 'ity_end'],
];
const spreads = ['mean', 'sd', 'low', 'high'] as const;
const intervals = ['mean', 'low', 'high'] as const;
const accuracies = [
  ['trainAccuracy', 'train_acc_running'],
  ['testAccuracy', 'test_acc'],
] as const;

const columnsOf = (name: string, parts: readonly string[]): string[] =>
  parts.map((part) => `${name}_${part}`);

const header = [
  ...['setting', 'value', 'layer', 'ruler', 'repeats'],
  ...quantities.flatMap(([, name]) => columnsOf(name, spreads)),
  ...columnsOf('compression', intervals),
  'verdict',
  ...accuracies.flatMap(([, name]) => columnsOf(name, spreads)),
  ...['fingerprint', 'link'],
];

/** A line for each value, layer and ruler; of a value without a result one line that ends with its link. */
export function sweepCsv({ setting, entries }: SweepResult): string {
  const lines = [header.join(',')];
  for (const entry of entries) {
    const { outcome, value, experiment, fingerprint } = entry;
    const end = [fingerprint ?? '', toQuery(experiment)];
    if (!outcome) {
      const empty = Array.from({ length: header.length - 4 }, () => '');
      lines.push(cells([setting, value, ...empty, ...end]));
      continue;
    }
    const fits = accuracies.flatMap(([name]) => spreads.map((part) => numberText(outcome[name][part])));
    for (const { layer, ruler, values, phases } of sweepRows(entry)) {
      const numbers = quantities.flatMap(([name]) => spreads.map((part) => numberText(values[name][part])));
      const compression = intervals.map((part) => numberText(phases.compression[part]));
      const head = [setting, value, `T${layer + 1}`, ruler, String(outcome.repeats)];
      lines.push(cells([...head, ...numbers, ...compression, phases.verdict, ...fits, ...end]));
    }
  }
  return `${lines.join('\n')}\n`;
}

/** Only a task's expression might have what CSV must quote. */
const cells = (texts: readonly string[]): string =>
  texts.map((text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(',');
