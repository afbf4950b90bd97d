import { useState } from 'react';
import type { TaskName } from '../core/tasks/task-name.ts';
import { filesWorker, type FilesOutcome, type Reading } from '../store/own-files.ts';

/** Reads files of own data, and says what came of it. A newer question makes the answer to an older one void. */
export function useOwnFiles() {
  const [outcome, setOutcome] = useState<FilesOutcome | null>(null);
  const [busy, setBusy] = useState(0);
  const ask = async (question: () => Promise<FilesOutcome>): Promise<FilesOutcome> => {
    setBusy((count) => count + 1);
    let answer: FilesOutcome;
    try {
      answer = await question();
    } catch (error) {
      answer = { kind: 'refused', message: error instanceof Error ? error.message : String(error) };
    }
    setBusy((count) => count - 1);
    setOutcome(answer);
    return answer;
  };
  return {
    outcome,
    busy: busy > 0,
    read: (files: readonly File[]) => ask(() => filesWorker().read([...files])),
    again: (reading: Reading) => ask(() => filesWorker().again(reading)),
    /** Reads files, and looks for the data of that name in them. */
    readAs: (files: readonly File[], task: TaskName) =>
      ask(async () => {
        const worker = filesWorker();
        const read = await worker.read([...files]);
        return read.kind === 'refused' ? read : worker.find(task);
      }),
  };
}
