import { formatField } from '../core/experiment/fields.ts';
import { toQuery } from '../share/link.ts';
import { numberText } from '../share/json.ts';
import type { OtherRun } from '../store/other-run.ts';
import type { SettingDifference } from './differenceText.ts';
import type { Compared } from './useCompared.ts';

/**
 * The table of differences: a line for each setting that differs, as links write it, and for each outcome, unrounded.
 * Lines of `run` have each run's query and fingerprint; what a run does not have is empty.
 */
export function comparisonCsv(
  one: OtherRun,
  other: OtherRun,
  settings: readonly SettingDifference[],
  compared: Compared | null,
): string {
  const lines: (readonly string[])[] = [
    ['kind', 'layer', 'name', 'page', 'compared'],
    ['run', '', 'link', `?${toQuery(one.experiment)}`, `?${toQuery(other.experiment)}`],
    ['run', '', 'shown', String(one.shown), String(other.shown)],
    ['run', '', 'fingerprint', one.facts.fingerprint ?? '', other.facts.fingerprint ?? ''],
    ['run', '', 'ruler', compared?.ruler ?? 'counted', compared?.ruler ?? 'counted'],
  ];
  for (const { field } of settings) {
    const [a, b] = [one, other].map(({ experiment }) => formatField(field, experiment[field]));
    lines.push(['setting', '', field, a ?? '', b ?? '']);
  }
  for (const { key, layer, one: a, other: b } of compared?.lines ?? []) {
    const name = key.slice(key.indexOf(' ') + 1);
    const cell = (side: typeof a): string =>
      side === null ? '' : Number.isNaN(side.value) ? (side.plain ?? side.text) : numberText(side.value);
    lines.push(['outcome', layer === null ? '' : String(layer + 1), name, cell(a), cell(b)]);
  }
  return lines.map((cells) => `${cells.map(quoted).join(',')}\n`).join('');
}

const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
