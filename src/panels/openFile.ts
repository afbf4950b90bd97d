import { useState } from 'react';
import { wordsOfTheRest } from '../i18n/load.ts';
import { useStores } from '../store/hooks.ts';

/** What came of a file. */
export interface FileMessage {
  readonly good: boolean;
  readonly text: string;
}

/** Opens files, and says what came of it. */
export function useOpenFile() {
  const stores = useStores();
  const [message, setMessage] = useState<FileMessage | null>(null);
  const open = async (file: File): Promise<boolean> => {
    // Few open files: what reads them comes when it is needed.
    const [{ openRuns }] = await Promise.all([import('./openRuns.ts'), wordsOfTheRest()]);
    const found = await openRuns(stores, file);
    setMessage(found);
    return found.good;
  };
  return { open, message, dismiss: () => setMessage(null) };
}
