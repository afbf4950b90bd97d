import { Download, X } from 'lucide-react';
import { lazy, Suspense, useEffect, useId, useRef, useState } from 'react';
import { t } from '../i18n/t.ts';

// What few need comes when it is asked for: the first load stays small.
const ExportContents = lazy(() => import('./ExportContents.tsx'));

/** Opens the exports: numbers and figures of what is on the page; and files from before. */
export function Exports() {
  const dialog = useRef<HTMLDialogElement>(null);
  const [open, setOpen] = useState(false);
  const title = useId();
  useEffect(() => {
    if (open) dialog.current?.showModal();
  }, [open]);
  const close = (): void => dialog.current?.close();
  return (
    <>
      <button type="button" className="presets-open" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <Download aria-hidden="true" />
        <span className="label">{t('files.open')}</span>
      </button>
      <dialog
        ref={dialog}
        className="presets exports"
        aria-labelledby={title}
        onClose={() => setOpen(false)}
        onClick={(event) => {
          if (event.target === event.currentTarget) close(); // The backdrop.
        }}
      >
        {open && (
          <div className="presets-inside">
            <div className="presets-head">
              <h2 id={title}>{t('files.title')}</h2>
              <button type="button" className="icon quiet" aria-label={t('files.close')} onClick={close}>
                <X aria-hidden="true" />
              </button>
            </div>
            <Suspense>
              <ExportContents onOpened={close} />
            </Suspense>
          </div>
        )}
      </dialog>
    </>
  );
}
