import type { Experiment } from '../core/experiment/experiment.ts';
import { summarizeRow, type RowSummary } from '../core/experiment/summary.ts';
import type { OutputRuler, TrajectoryColumns } from '../core/experiment/trajectory.ts';
import type { ActivationName } from '../core/network/activations.ts';
import { decimals, plural, t } from '../i18n/t.ts';
import { bitsName, layerName, nameLayers } from './layerNames.ts';

export { bitsName, layerName, nameLayers };

/** A change of I(X;T) below this, in bits, is not spoken of. */
export const noteworthyLoss = 0.3;
/** A change of I(T;Y) below this, in bits, is not spoken of. */
export const noteworthyGain = 0.05;

export interface Reading {
  readonly columns: TrajectoryColumns;
  /** Rows of a measurement: layers + 1. */
  readonly rows: number;
  /** The measurement looked at. */
  readonly index: number;
  /** The first measurement that counts for what was learned. */
  readonly from: number;
  /** H(X) in bits. */
  readonly hx: number;
  readonly output: OutputRuler;
}

/** A summary for each layer T1 ... TL, the output with the ruler that is shown. */
export function summarizeLayers({ columns, rows, index, from, hx, output }: Reading): readonly RowSummary[] {
  const last = output === 'grid' ? rows - 2 : rows - 1;
  return Array.from({ length: rows - 1 }, (_, layer) =>
    summarizeRow(columns, rows, layer === rows - 2 ? last : layer, index, from, hx),
  );
}

/** One sentence; a minor one may be left out where there is little room. */
export interface Sentence {
  readonly text: string;
  readonly minor: boolean;
}

/**
 * What the numbers up to one measurement say, each sentence from these numbers alone: never from a name of an
 * activation, and nothing about a layer that gives every input its own code but that it does. It describes, and judges
 * nothing: of what has ended ruleSentences speaks.
 */
export function sentences(reading: Reading): readonly Sentence[] {
  const layers = summarizeLayers(reading);
  const names = layers.map((_, layer) => layerName(layer));
  const outputLayer = layers.length - 1;
  const said: Sentence[] = [];
  const say = (text: string, minor = false): void => void said.push({ text, minor });
  let spokenOfLoss = false;
  const output = layers[outputLayer];
  if (output && !output.saturated) {
    if (reading.index === 0) {
      // Nothing has changed yet, and nothing is at its largest.
      say(t('say.outputFirst', { layer: names[outputLayer] ?? '', known: decimals(output.ity, 2) }));
    } else say(aboutOutput(names[outputLayer] ?? '', output));
    spokenOfLoss = output.lost >= noteworthyLoss;
  }
  for (let layer = outputLayer - 1; layer >= 0; layer--) {
    const summary = layers[layer];
    if (!summary || summary.saturated || summary.lost < noteworthyLoss) continue;
    const values = { layer: names[layer] ?? '', ...lossOf(summary) };
    say(spokenOfLoss ? t('say.lostToo', values) : t('say.lost', values));
    spokenOfLoss = true;
  }
  const kept = layers.flatMap(({ saturated, lost }, layer) =>
    layer < outputLayer && !saturated && lost < noteworthyLoss ? [layer] : [],
  );
  if (kept.length > 0 && reading.index > 0) {
    const values = { layers: nameLayers(kept), limit: decimals(noteworthyLoss, 1) };
    say(t(`say.kept.${plural(kept.length)}`, values), true);
  }
  const saturated = layers.flatMap((summary, layer) => (summary.saturated ? [layer] : []));
  if (saturated.length > 0) {
    const values = { layers: nameLayers(saturated) };
    say(t(`say.saturated.${plural(saturated.length)}`, values));
  }
  return said;
}

/** How much of I(X;T), and since when. */
function lossOf({ lost, largestAt }: RowSummary): { lost: string; epoch: number } {
  return { lost: decimals(lost, 1), epoch: largestAt };
}

function aboutOutput(layer: string, summary: RowSummary): string {
  const { learned, lost, ity } = summary;
  const loss = lossOf(summary);
  const hasLost = lost >= noteworthyLoss;
  if (learned <= -noteworthyGain) {
    const values = { layer, less: decimals(-learned, 2) };
    return hasLost ? t('say.outputForgotBoth', { ...values, ...loss }) : t('say.outputForgot', values);
  }
  if (learned < noteworthyGain) {
    if (hasLost) return t('say.outputLost', { layer, ...loss });
    return t('say.outputFlat', { layer, known: decimals(ity, 2) });
  }
  const learnedText = decimals(learned, 2);
  if (hasLost) return t('say.outputBoth', { layer, learned: learnedText, ...loss });
  return t('say.outputLearned', { layer, learned: learnedText, limit: decimals(noteworthyLoss, 1) });
}

/** What to try next: another way of looking at this run, or another run. */
export type NextStep =
  | { readonly kind: 'exact'; readonly label: string }
  | { readonly kind: 'edit'; readonly label: string; readonly change: Partial<Experiment> };

/**
 * What to try next, the first thing first, from the numbers of a run and its settings: tanh against ReLU is what the
 * study is about; how the output is counted decides its path more than any setting.
 */
export function nextSteps(experiment: Experiment, reading: Reading): readonly NextStep[] {
  const exact = summarizeLayers({ ...reading, output: 'exact' });
  const hidesLess =
    (summarizeLayers(reading).at(-1)?.lost ?? 0) - (exact.at(-1)?.lost ?? 0) >= noteworthyLoss;
  const all = (name: ActivationName): boolean => experiment.act.every((act) => act === name);
  const bits = experiment.bits === 'float' ? 8 : Math.max(1, Math.floor(experiment.bits / 2));
  const saysNothing = exact.slice(0, -1).every(({ saturated }) => saturated) && bits !== experiment.bits;
  const edit = (label: string, change: Partial<Experiment>): NextStep => ({ kind: 'edit', label, change });
  return [
    ...(saysNothing ? [edit(t('next.fewerBits', { bits: bitsName(bits) }), { bits })] : []),
    ...(all('tanh') ? [edit(t('next.relu'), { act: ['relu'] })] : []),
    ...(reading.output === 'grid' && hidesLess ? [{ kind: 'exact', label: t('next.exact') } as const] : []),
    ...(all('relu') ? [edit(t('next.tanh'), { act: ['tanh'] })] : []),
    edit(t('next.seed'), { seed: (experiment.seed + 1) % 2 ** 32 }),
  ];
}
