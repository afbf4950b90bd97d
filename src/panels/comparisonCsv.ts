import { formatField } from '../core/experiment/fields.ts';
import { toQuery } from '../share/link.ts';
import { numberText } from '../share/json.ts';
import type { OtherRun } from '../store/other-run.ts';
import type { SettingDifference } from './differenceText.ts';
import type { Compared } from './useCompared.ts';

/**
 * The table of differences: a line for each setting that differs, as links write it, and for each outcome, unrounded,
 * with its difference (compared minus page), compression in bits before its verdict. Outputs of networks of different
 * depth are of layer `output`. Lines of `run` have each run's query and fingerprint; what a run does not have is empty.
 */
export function comparisonCsv(
  one: OtherRun,
  other: OtherRun,
  settings: readonly SettingDifference[],
  compared: Compared | null,
): string {
  const lines: (readonly string[])[] = [
    ['kind', 'layer', 'name', 'page', 'compared', 'difference'],
    ['run', '', 'link', `?${toQuery(one.experiment)}`, `?${toQuery(other.experiment)}`],
    ['run', '', 'shown', String(one.shown), String(other.shown)],
    ['run', '', 'fingerprint', one.facts.fingerprint ?? '', other.facts.fingerprint ?? ''],
    ['run', '', 'ruler', compared?.ruler ?? 'counted', compared?.ruler ?? 'counted'],
  ];
  for (const { field } of settings) {
    const [a, b] = [one, other].map(({ experiment }) => formatField(field, experiment[field]));
    lines.push(['setting', '', field, a ?? '', b ?? '']);
  }
  for (const { key, layer, outputs, one: a, other: b, difference } of compared?.lines ?? []) {
    const name = key.slice(key.indexOf(' ') + 1);
    const number = (side: typeof a): string =>
      side === null || Number.isNaN(side.value) ? '' : numberText(side.value);
    const of = layer !== null ? String(layer + 1) : outputs ? 'output' : '';
    const numbers = [number(a), number(b), difference === null ? '' : numberText(difference)];
    lines.push(['outcome', of, namesInFile[name] ?? name, ...numbers]);
    if (name === 'verdict') lines.push(['outcome', of, name, a?.plain ?? '', b?.plain ?? '']);
  }
  const width = lines[0]?.length ?? 0;
  const line = (cells: readonly string[]): string[] =>
    Array.from({ length: width }, (_, i) => cells[i] ?? '');
  return lines.map((cells) => `${line(cells).map(quoted).join(',')}\n`).join('');
}

/** Names that say more in a file: the line of a verdict begins with the bits, and this accuracy is the running one. */
const namesInFile: Readonly<Record<string, string>> = {
  verdict: 'compression',
  trainAccuracy: 'trainAccuracyRunning',
};

const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
