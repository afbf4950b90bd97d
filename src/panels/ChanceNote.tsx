import { nullPermutations } from '../core/information/label-permutations.ts';
import { t } from '../i18n/study.ts';
import { inARow } from '../i18n/t.ts';
import { reasonText } from '../i18n/reasons.ts';
import { useRepeats, useSampled, useView } from '../store/hooks.ts';
import { chanceText } from '../store/rulers.ts';
import { chanceSentences } from './chanceSentences.ts';
import { sentence } from './sentence.ts';

/** What the bands of chance are, and which layers lie within theirs at the epoch looked at. */
export default function ChanceNote() {
  const isMean = useRepeats((repeats) => repeats.shown === 'mean');
  const text = useView(chanceText);
  const status = useView((view) => (text === null ? undefined : view.laid[text]));
  // As one text: it compares by value.
  const said = useSampled((run, view) => chanceSentences(run, view).join('\n'));
  if (isMean) return <p className="note">{t('chance.mean')}</p>;
  if (text === null) return <p className="note">{t('chance.density')}</p>;
  if (status?.kind === 'none') return <p className="note">{t('chance.none')}</p>;
  if (status?.kind === 'failed') {
    return (
      <p className="note">{t('ruler.status.failed', { detail: sentence(reasonText(status.detail)) })}</p>
    );
  }
  const percent = Math.floor(10 * (status?.progress ?? 0)) * 10;
  return (
    <div className="note chance-note">
      <p>
        {inARow(
          t('chance.what', { count: nullPermutations }),
          status?.kind === 'measuring' && t('chance.measuring', { percent }),
        )}
      </p>
      {said.split('\n').map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}
