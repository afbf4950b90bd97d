import { Maximize2, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { t } from '../../i18n/share.ts';
import { QrCode } from './QrCode.tsx';

/** The QR code over the whole screen, for a projector. */
export function LargeQr({ link }: { readonly link: string }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const show = async (): Promise<void> => {
    setOpen(true);
    try {
      await document.documentElement.requestFullscreen();
    } catch {
      // Where the browser has none, or a page around this one does not allow it, the window is filled alone.
    }
    dialog.current?.showModal();
  };
  const end = (): void => {
    setOpen(false);
    if (document.fullscreenElement) void document.exitFullscreen();
    // A browser gives it back only to what had it, which a button that was clicked has not in all of them.
    opener.current?.focus();
  };
  return (
    <>
      <button ref={opener} type="button" onClick={() => void show()}>
        <Maximize2 aria-hidden="true" /> {t('share.qrLarge')}
      </button>
      <dialog ref={dialog} className="qr-large" aria-label={t('share.qrLabel')} onClose={end}>
        {open && (
          <>
            <QrCode text={link} />
            <p>{t('share.qrHint', { host: new URL(link).host })}</p>
            <button
              type="button"
              className="icon"
              aria-label={t('share.qrClose')}
              onClick={() => dialog.current?.close()}
            >
              <X aria-hidden="true" />
            </button>
          </>
        )}
      </dialog>
    </>
  );
}
