import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { t } from '../i18n/t.ts';
import { useOpenFile } from './openFile.ts';

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/** Opens a file that is dropped anywhere on the page, and says what came of it. */
export function DropFile() {
  const { open, message, dismiss } = useOpenFile();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const drag = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      // What is dropped on a dialog may be for that.
      if (event.defaultPrevented) return setOver(false);
      event.preventDefault(); // Without this the browser would leave the page for the file.
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      setOver(false);
      if (event.defaultPrevented) return;
      event.preventDefault();
      const [file] = event.dataTransfer?.files ?? [];
      if (file) void open(file);
    };
    addEventListener('dragover', drag);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', drag);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
    };
  });
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
