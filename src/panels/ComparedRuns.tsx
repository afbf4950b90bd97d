import { useState } from 'react';
import { c } from '../i18n/compare.ts';
import { t } from '../i18n/t.ts';
import { comparisonOf } from '../store/comparison.ts';
import { useCompare, useRun, useStores } from '../store/hooks.ts';
import { standing } from './CompareLine.tsx';
import { nameBeside } from './differenceText.ts';
import { sentenceOf } from './names.ts';

/** Which two runs they are, and the pin. */
export function ComparedRuns() {
  const { session } = useStores();
  const other = useCompare((state) => state.other);
  const present = useRun((run) => run.experiment);
  const busy = useRun(({ status }) => status === 'running' || status === 'paused');
  const [empty, setEmpty] = useState(false);
  const pin = (): void => setEmpty(!comparisonOf(session).pin());
  return (
    <section>
      <dl className="compared">
        <dt>{c('thisRun')}</dt>
        <dd>{present ? sentenceOf(present) : '–'}</dd>
        <dt>{c('otherRun')}</dt>
        <dd>
          {other ? (
            <>
              <b>{nameBeside(present, other)}</b>
              {t('mark.colon') + sentenceOf(other.experiment)}{' '}
              <span className="muted">{standing(other, busy)}</span>
            </>
          ) : (
            c('nothingCompared')
          )}
        </dd>
      </dl>
      <div className="compare-buttons">
        <button type="button" onClick={pin}>
          {c('pinThis')}
        </button>
        {other && (
          <button type="button" aria-label={c('removeLabel')} onClick={() => comparisonOf(session).end()}>
            {c('remove')}
          </button>
        )}
      </div>
      <p className="note">{empty ? c('nothing') : c('pinNote')}</p>
    </section>
  );
}
