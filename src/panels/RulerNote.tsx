import { TriangleAlert } from 'lucide-react';
import type { SplitPart } from '../core/information/chosen-samples.ts';
import type { Ruler } from '../core/information/ruler.ts';
import { t } from '../i18n/study.ts';
import { decimals, inARow } from '../i18n/t.ts';
import { reasonText } from '../i18n/reasons.ts';
import { useRepeats, useRun, useSampled, useView } from '../store/hooks.ts';
import {
  densityLimit,
  densityLimitOfMany,
  pathOf,
  shownPath,
  type RepeatsLaid,
  type RulerStatus,
} from '../store/rulers.ts';
import { rulerSentence } from './rulerSentence.ts';
import { drawnRuler, isOwnCount } from './rulerWords.ts';
import { sentence } from './sentence.ts';

/** Beside a ruler: what it is, where it comes from, and how far it has been laid. */
export function RulerNote() {
  const text = useView((view) => view.rulers[0]);
  const ruler = drawnRuler(text === undefined ? [] : [text]);
  const isFloat = useRun((run) => run.experiment?.bits === 'float');
  if (!ruler || text === undefined) return null;
  const bins = ruler.strategy !== 'kde';
  return (
    <p className="ruler-note">
      {rulerSentence(ruler) + t('mark.gap')}
      {ruler.samples && <SamplesSentence strategy={ruler.strategy} samples={ruler.samples} />}
      {!isOwnCount(ruler) && t(bins && isFloat ? 'ruler.cautionFloat' : 'ruler.caution') + t('mark.gap')}
      <Status text={text} />
    </p>
  );
}

/** Over which samples it is laid, and what the limits are there. */
function SamplesSentence({
  strategy,
  samples,
}: {
  readonly strategy: Ruler['strategy'];
  readonly samples: SplitPart;
}) {
  const count = useRun(({ start }) => (samples === 'test' ? start?.testSamples : start?.trainSamples) ?? 0);
  const limits = useSampled((run, view) => {
    const path = shownPath(run, view);
    return path?.ruler
      ? t('ruler.over.limits', { hx: decimals(path.limits.hx, 3), hy: decimals(path.limits.hy, 4) })
      : '';
  });
  const how = strategy === 'kde' ? 'pairs' : 'codes';
  return (
    <>{inARow(t(`ruler.over.${how}`, { count, part: t(`ruler.part.${samples}`) }), limits) + t('mark.gap')}</>
  );
}

function Status({ text }: { readonly text: string }) {
  const status = useView((view) => view.laid[text]);
  const isMean = useRepeats((repeats) => repeats.shown === 'mean');
  const shown = useView((view) => (view.laid[text] ? wordsOf(view.laid[text]) : t('ruler.status.waiting')));
  const some = useSampled((run) => {
    const path = pathOf(run, text);
    const isPart = status?.kind === 'done' && path && path.length < run.measurements;
    if (!isPart) return '';
    const values = { laid: path.length, all: run.measurements };
    return text.startsWith('kde') ? t('ruler.status.someDensity', values) : t('ruler.status.some', values);
  });
  const begun = useRun((run) => run.measurements > 0);
  if (!begun) return null;
  const bad = status && !['measuring', 'done'].includes(status.kind);
  return (
    <span className={bad ? 'ruler-status bad' : 'ruler-status'} role="status">
      {bad && <TriangleAlert aria-hidden="true" />}
      {inARow(shown, status?.repeats && repeatsText(status.repeats, isMean), some)}
    </span>
  );
}

/** How far the repeats have come, as long as it is news; of a mean, what it is a mean of. */
function repeatsText({ laid, of, done }: RepeatsLaid, isMean: boolean): string {
  const rest = done > of && t('ruler.status.lost', { lost: done - of });
  if (laid < of) return inARow(t('ruler.status.repeats', { laid, of }), rest);
  return isMean ? inARow(t('ruler.status.mean', { laid }), rest) : '';
}

function wordsOf({ kind, progress, provisional, detail }: RulerStatus): string {
  switch (kind) {
    case 'pairs':
      return t('ruler.status.pairs', { most: densityLimitOfMany });
    case 'none':
      return t('ruler.status.none');
    case 'large':
      return t('ruler.status.large', { most: densityLimit });
    case 'failed':
      return t('ruler.status.failed', { detail: sentence(reasonText(detail)) });
    case 'measuring':
      if (provisional) return t('ruler.status.provisional');
      return t('ruler.status.measuring', { percent: Math.floor(10 * progress) * 10 });
    case 'done':
      return provisional ? t('ruler.status.provisional') : '';
  }
}
