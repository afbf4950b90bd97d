import type { RowOutcome } from '../core/experiment/presets/outcome.ts';
import { leastCompression, type VerdictName } from '../core/information/phases.ts';
import { t } from '../i18n/study.ts';
import { clauses, decimals, plural } from '../i18n/t.ts';
import { layerName, nameLayers, noteworthyGain, noteworthyLoss, type Sentence } from './sentences.ts';

/**
 * What the rule for phases says of what has ended, in the numbers of its panel: of one repeat how much each layer lost
 * after fitting, of several which layers compress.
 *
 * @param rows T1 ... TL, the output as it is shown
 */
export function ruleSentences(rows: readonly RowOutcome[]): readonly Sentence[] {
  const output = rows.at(-1);
  const said: Sentence[] = [];
  if (output && output.phases.verdict !== 'cannot be judged') {
    said.push({ text: aboutLabel(output), minor: false });
  }
  const isOne = output?.phases.repeats === 1;
  return [...said, ...(isOne ? ofOne(rows) : ofSeveral(rows)), ...unjudged(rows, isOne)];
}

function aboutLabel({ layer, values: { ityStart, ityEnd } }: RowOutcome): string {
  const learned = ityEnd.mean - ityStart.mean;
  const name = layerName(layer);
  if (learned <= -noteworthyGain) return t('say.outputForgot', { layer: name, less: decimals(-learned, 2) });
  if (learned < noteworthyGain) {
    return t('say.outputFlat', { layer: name, known: decimals(ityEnd.mean, 2) });
  }
  return t('say.learned', { layer: name, learned: decimals(learned, 2) });
}

function ofOne(rows: readonly RowOutcome[]): Sentence[] {
  const judged = rows.filter(({ phases }) => phases.verdict === 'one repeat');
  const isLarge = ({ phases }: RowOutcome): boolean => phases.compression.mean > leastCompression;
  const fallen = judged.filter(isLarge);
  const losses = amounts(fallen, 'say.lostFirst', 'say.lostNext');
  const layers = nameLayers(judged.filter((row) => !isLarge(row)).map(({ layer }) => layer));
  const limit = decimals(leastCompression, 1);
  return [
    ...(losses ? [{ text: t('say.afterFitting', { losses }), minor: false }] : []),
    ...(layers ? [{ text: t('say.lostLittle', { layers, limit }), minor: fallen.length > 0 }] : []),
  ];
}

function ofSeveral(rows: readonly RowOutcome[]): Sentence[] {
  const compressing = rows.filter(({ phases }) => phases.verdict === 'compresses');
  const compressions = amounts(compressing, 'say.compressesFirst', 'say.compressesNext');
  return [
    ...(compressions ? [{ text: t('say.byRule', { compressions }), minor: false }] : []),
    ...about(rows, 'undecided', 'say.open', false),
    ...about(rows, 'does not compress', 'say.not', compressing.length > 0),
  ];
}

function unjudged(rows: readonly RowOutcome[], isOne: boolean): Sentence[] {
  return about(rows, 'cannot be judged', isOne ? 'say.saturated' : 'say.unjudged', false);
}

/** One sentence for all layers with this verdict. */
function about(
  rows: readonly RowOutcome[],
  verdict: VerdictName,
  key: 'say.open' | 'say.not' | 'say.saturated' | 'say.unjudged',
  minor: boolean,
): Sentence[] {
  const layers = rows.filter(({ phases }) => phases.verdict === verdict).map(({ layer }) => layer);
  if (layers.length === 0) return [];
  const number = plural(layers.length);
  return [{ text: t(`${key}.${number}`, { layers: nameLayers(layers) }), minor }];
}

/**
 * "T6 lost 0.31 bits of I(X;T), T5 2.40", the output first. Of one repeat also what was lost since the largest value,
 * of which the sentences of a run that goes on speak, where that is far more: it was lost while the layer still fitted.
 */
function amounts(
  rows: readonly RowOutcome[],
  first: 'say.lostFirst' | 'say.compressesFirst',
  next: 'say.lostNext' | 'say.compressesNext',
): string {
  return clauses(
    rows.toReversed().map(({ layer, phases, values }, i) => {
      const lost = phases.compression.mean;
      const clause = t(i === 0 ? first : next, { layer: layerName(layer), lost: decimals(lost, 2) });
      const fall = values.fall.mean;
      if (phases.repeats > 1 || fall - lost < noteworthyLoss) return clause;
      return t('say.sinceLargest', { clause, fall: decimals(fall, 2) });
    }),
  );
}
