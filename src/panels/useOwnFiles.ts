import { useRef, useState } from 'react';
import type { TaskName } from '../core/tasks/task-name.ts';
import { askFiles, type FilesOutcome, type KeepOutcome, type Reading } from '../store/own-files.ts';

/** Reads files of own data, and says what came of it. A newer question makes the answer to an older one void. */
export function useOwnFiles() {
  const [outcome, setOutcome] = useState<FilesOutcome | null>(null);
  const [busy, setBusy] = useState(0);
  const [noRoom, setNoRoom] = useState(false);
  const newest = useRef(0);
  const ask = async (question: () => Promise<FilesOutcome>): Promise<FilesOutcome> => {
    const own = ++newest.current;
    setBusy((count) => count + 1);
    setNoRoom(false);
    let answer: FilesOutcome;
    try {
      answer = await question();
    } catch (error) {
      answer = { kind: 'refused', message: error instanceof Error ? error.message : String(error) };
    }
    setBusy((count) => count - 1);
    if (own === newest.current) setOutcome(answer);
    return answer;
  };
  return {
    outcome,
    /** Makes what was read last ready for runs; undefined if there is no room for it, or the worker died. */
    keep: async (): Promise<TaskName | undefined> => {
      setNoRoom(false);
      try {
        const kept = await askFiles<KeepOutcome>((worker) => worker.keep());
        if (kept.kind === 'kept') return kept.task;
        setNoRoom(true);
      } catch (error) {
        setOutcome({ kind: 'refused', message: error instanceof Error ? error.message : String(error) });
      }
      return undefined;
    },
    noRoom,
    busy: busy > 0,
    read: (files: readonly File[]) => ask(() => askFiles<FilesOutcome>((worker) => worker.read([...files]))),
    again: (reading: Reading) => ask(() => askFiles<FilesOutcome>((worker) => worker.again(reading))),
    /** Reads files, and looks for the data of that name in them. */
    readAs: (files: readonly File[], task: TaskName) =>
      ask(() =>
        askFiles<FilesOutcome>(async (worker) => {
          const read = await worker.read([...files]);
          return read.kind === 'refused' ? read : worker.find(task);
        }),
      ),
  };
}
