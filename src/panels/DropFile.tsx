import { X } from 'lucide-react';
import { useEffect, useEffectEvent } from 'react';
import { t } from '../i18n/t.ts';
import { useOpenFile } from './openFile.ts';
import type { DroppedFile } from './useDroppedFile.ts';

/** Opens a file that was dropped on the page, and says what came of it. */
export function DropFile({ over, file }: DroppedFile) {
  const { open, message, dismiss } = useOpenFile();
  const opened = useEffectEvent((dropped: File) => void open(dropped));
  useEffect(() => {
    if (file) opened(file);
  }, [file]);
  return (
    <>
      {over && (
        <div className="drop-here">
          <p>{t('files.drop')}</p>
        </div>
      )}
      <div className="notices" role="status">
        {message && (
          <div className={`notice ${message.good ? 'warn' : 'bad'}`}>
            <div>{message.text}</div>
            <button type="button" className="icon quiet" aria-label={t('notice.close')} onClick={dismiss}>
              <X aria-hidden="true" />
            </button>
          </div>
        )}
      </div>
    </>
  );
}
