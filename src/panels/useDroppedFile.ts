import { useEffect, useState } from 'react';

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/** What is dragged or was dropped anywhere on the page. */
export interface DroppedFile {
  /** A file is over the page. */
  readonly over: boolean;
  /** The last that was dropped. */
  readonly file: File | null;
}

/**
 * Listens from the first frame on, long before what opens files has arrived: a browser leaves a page that does not listen
 * for the file that is dropped on it, and all that was computed would be lost.
 */
export function useDroppedFile(): DroppedFile {
  const [over, setOver] = useState(false);
  const [file, setFile] = useState<File | null>(null);
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
      setFile(event.dataTransfer?.files[0] ?? null);
    };
    addEventListener('dragover', drag);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', drag);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
    };
  }, []);
  return { over, file };
}
