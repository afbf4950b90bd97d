import { LibraryBig, X } from 'lucide-react';
import { lazy, Suspense, useId, useRef, useState } from 'react';
import { slowness } from '../core/experiment/presets/cost.ts';
import { totalEpochs } from '../core/experiment/schedule.ts';
import { t } from '../i18n/t.ts';
import { useStores } from '../store/hooks.ts';
import type { Session } from '../store/session.ts';
import type { Machine } from './PresetsContents.tsx';

const Contents = lazy(() => import('./PresetsContents.tsx'));

/** Opens the list of presets: the study's experiments, and some beyond it. */
export function Presets() {
  const { session } = useStores();
  const dialog = useRef<HTMLDialogElement>(null);
  const [machine, setMachine] = useState<Machine | null>(null);
  const title = useId();

  const open = (): void => {
    const factor = slownessHere(session);
    setMachine((before) => ({ factor: factor ?? before?.factor ?? null, atOnce: session.pool.workers }));
    dialog.current?.showModal();
  };
  const close = (): void => dialog.current?.close();
  return (
    <>
      <button type="button" className="presets-open" aria-haspopup="dialog" onClick={open}>
        <LibraryBig aria-hidden="true" />
        <span className="label">{t('presets.open')}</span>
      </button>
      <dialog
        ref={dialog}
        className="presets"
        aria-labelledby={title}
        onClick={(event) => {
          if (event.target === event.currentTarget) close(); // The backdrop.
        }}
      >
        {machine && (
          <div className="presets-inside">
            <div className="presets-head">
              <h2 id={title}>{t('presets.title')}</h2>
              <button type="button" className="icon quiet" aria-label={t('presets.close')} onClick={close}>
                <X aria-hidden="true" />
              </button>
            </div>
            <Suspense>
              <Contents machine={machine} onLoad={close} />
            </Suspense>
          </div>
        )}
      </dialog>
    </>
  );
}

/** From the repeat on the page that has come furthest. */
function slownessHere({ set }: Session): number | null {
  if (!set) return null;
  const epochs = totalEpochs(set.experiment);
  const [furthest] = set.members.map(({ facts }) => facts).sort((a, b) => b.trainedEpochs - a.trainedEpochs);
  return furthest ? slowness(set.experiment, furthest.elapsedMs, furthest.trainedEpochs / epochs) : null;
}
