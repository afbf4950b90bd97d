import { leastCompression, type PhaseVerdict } from '../../core/information/phases.ts';
import type { Interval } from '../../core/statistics/interval.ts';
import type { SetDocument } from '../../share/set-document.ts';
import { align } from '../table.ts';

/** What came out of several repeats: a line for each layer and ruler, its verdict, then accuracy and fingerprint. */
export function setTable(set: SetDocument, folder: string | null, name = ''): string {
  const { outcome, repeats, missing, failed, discarded, violations, fingerprint } = set;
  const outcomes = [
    ...(outcome?.rows ?? []).map((row) => ({ ...row, ruler: row.output ?? '' })),
    ...set.readings.flatMap(({ ruler, rows: read }) => read.map((row) => ({ ...row, ruler }))),
  ];
  const rows = outcomes.map(({ layer, ruler, values }) => [
    `T${layer + 1}`,
    ruler,
    spread(values.ixtStart),
    spread(values.ixtEnd),
    spread(values.fall),
    spread(values.ityEnd),
  ]);
  const head = ['layer', 'ruler', 'I(X;T) start', 'end', 'fall', 'I(T;Y) end'];
  const verdicts = outcomes.map(({ layer, ruler, phases }) => [
    `T${layer + 1}`,
    ruler,
    interval(phases.compression),
    interval(phases.net),
    verdictText(phases),
  ]);
  const verdictHead = ['layer', 'ruler', 'compression', 'net of rebound', 'verdict'];
  return [
    `${name === '' ? '' : `${name}: `}${set.link}`,
    `${repeats.length - failed.length} of ${set.settings.repeats} repeats, mean ± sd in bits; start: after the first epoch on true labels`,
    '',
    ...align([head, ...rows], [0, 1]),
    '',
    'I(X;T) after fitting, mean and 95% interval in bits',
    '',
    ...align([verdictHead, ...verdicts], [0, 1, 4]),
    '',
    ...rule,
    '',
    ...(outcome
      ? [`accuracy ${percent(outcome.trainAccuracy)} train (running), ${percent(outcome.testAccuracy)} test`]
      : []),
    ...(missing.length > 0 ? [`missing: ${missing.join(', ')}`] : []),
    ...(failed.length > 0 ? [`failed: ${failed.join(', ')}`] : []),
    ...repeats.flatMap(({ repeat, failure }) => (failure ? [`  repeat ${repeat}: ${failure.message}`] : [])),
    ...(discarded.length > 0 ? badFitLines(set) : []),
    ...(violations.length > 0 ? [`broken invariants: ${violations.length}`] : []),
    fingerprint === null
      ? 'no fingerprint of the set while repeats are missing or have failed'
      : `fingerprint ${fingerprint} (arithmetic version ${set.arithmeticVersion})`,
    ...(folder === null ? [] : [`files in ${folder}`]),
    '',
  ].join('\n');
}

const rule = [
  `A layer compresses if both intervals lie above ${leastCompression} bits, and does not if that of compression lies at or`,
  'below it. Rebound is how far I(X;T) came up again by the end.',
];

function verdictText({ verdict, openFor }: PhaseVerdict): string {
  if (openFor === null) return verdict;
  const what = openFor === 'net' ? 'net of rebound' : 'compression';
  return `${verdict}: ${what} reaches ${leastCompression}`;
}

function interval({ mean, low, high }: Interval): string {
  const text = mean.toFixed(2);
  return Number.isFinite(low) ? `${text} (${low.toFixed(2)} to ${high.toFixed(2)})` : text;
}

/** With all that names their random numbers: a repeat's bad fits are its first attempts. */
function badFitLines({ settings, discarded }: SetDocument): string[] {
  const counts = new Map<number, number>();
  for (const { repeat } of discarded) counts.set(repeat, (counts.get(repeat) ?? 0) + 1);
  return [
    `bad fits thrown away: ${discarded.length}, of seed ${settings.seed}`,
    ...[...counts].map(([repeat, count]) => {
      return `  repeat ${repeat}: ${count === 1 ? 'attempt 1' : `attempts 1 to ${count}`}`;
    }),
  ];
}

interface Spread extends Interval {
  readonly sd: number;
}

function spread({ mean, sd }: Spread): string {
  return Number.isFinite(sd) ? `${mean.toFixed(2)} ± ${sd.toFixed(2)}` : mean.toFixed(2);
}

function percent({ mean, low, high }: Interval): string {
  const [text, from, to] = [mean, low, high].map((value) => (100 * value).toFixed(1));
  return Number.isFinite(low) ? `${text}% (95% interval ${from} to ${to})` : `${text}%`;
}
