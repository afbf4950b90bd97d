import { TriangleAlert } from 'lucide-react';
import { useRef } from 'react';
import { t } from '../i18n/study.ts';
import { plural } from '../i18n/t.ts';
import { useRepeats, useSampled, useStores } from '../store/hooks.ts';
import { flagsOf } from './flags.ts';
import { failedOfMany } from './repeatsText.ts';
import { flagReason, flagSentence } from './flagSentences.ts';
import { useDismiss } from './useDismiss.ts';

/** On the plane: which bounds the ruler's values break, with a list, and which repeats are left out of it. */
export default function PlaneFlags() {
  const { session } = useStores();
  const note = useRef<HTMLDetailsElement>(null);
  useDismiss(note);
  const discarded = useRepeats((repeats) => repeats.discarded.length);
  const failed = useRepeats(failedOfMany);
  const flags = useSampled((run, view) => flagsOf(run, view, session.set));
  const count = flags?.breaches.length ?? 0;
  const left = [
    ...(discarded > 0 ? [t(`flags.discarded.${plural(discarded)}`, { discarded })] : []),
    ...(failed > 0 ? [t(`flags.failed.${plural(failed)}`, { failed })] : []),
  ];
  if (count === 0 && left.length === 0) return null;
  return (
    <div className="plane-flags">
      {flags && count > 0 && (
        <details ref={note}>
          <summary>
            <TriangleAlert aria-hidden="true" />
            {flags.isInvariant ? t('flags.invariant') : t(`flags.broken.${plural(count)}`, { count })}
          </summary>
          <div className="flag-list" role="region" aria-label={t('flags.list')} tabIndex={0}>
            <p>{flagReason(flags)}</p>
            <ul>
              {flags.breaches.map((breach) => (
                <li key={`${breach.layer} ${breach.bound}`}>{flagSentence(breach)}</li>
              ))}
            </ul>
          </div>
        </details>
      )}
      {left.length > 0 && <span>{left.join(' · ')}</span>}
    </div>
  );
}
