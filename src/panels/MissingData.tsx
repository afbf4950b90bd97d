import { useEffect, useState } from 'react';
import type { TaskName } from '../core/tasks/task-name.ts';
import { t } from '../i18n/tasks.ts';
import { reasonText } from '../i18n/reasons.ts';
import { useStores } from '../store/hooks.ts';
import { askFiles } from '../store/own-files.ts';
import { FileChoice } from './FileChoice.tsx';
import { sentence } from './sentence.ts';
import { useOwnFiles } from './useOwnFiles.ts';

/** Asks for the file of a task whose data a link names only, if it is not on this device; then the run begins. */
export default function MissingData({ task, digest }: { readonly task: TaskName; readonly digest: string }) {
  const { session } = useStores();
  const { outcome, busy, noRoom, readAs, keep } = useOwnFiles();
  const [missing, setMissing] = useState<TaskName | null>(null);
  useEffect(() => {
    void askFiles((worker) => worker.has(task)).then(
      (isThere) => setMissing(isThere ? null : task),
      () => setMissing(task),
    );
  }, [task]);
  if (missing !== task) return null;
  const take = async (files: readonly File[]): Promise<void> => {
    const found = await readAs(files, task);
    if (found.kind !== 'samples' && found.kind !== 'images') return;
    if ((await keep()) === undefined) return;
    setMissing(null);
    session.reset();
  };
  const wrong =
    outcome?.kind === 'refused' || outcome?.kind === 'columns' ? sentence(reasonText(outcome.message)) : null;
  return (
    <div className="missing-data">
      <p>{t('own.missing', { digest })}</p>
      <FileChoice text={t('own.chooseMissing')} onFiles={(files) => void take(files)} />
      <p role="status" className={wrong || noRoom ? 'bad' : 'note'}>
        {busy ? t('own.reading') : noRoom ? t('own.noRoom') : (wrong ?? '')}
      </p>
    </div>
  );
}
