import { useState } from 'react';
import type { TaskName } from '../core/tasks/task-name.ts';
import { t } from '../i18n/tasks.ts';
import { reasonText } from '../i18n/reasons.ts';
import { FileChoice } from './FileChoice.tsx';
import { ImagesFound } from './ImagesFound.tsx';
import { ColumnChoice, SamplesFound } from './SamplesFound.tsx';
import { sentence } from './sentence.ts';
import { useOwnFiles } from './useOwnFiles.ts';

/** Own samples and images: chosen or dropped, looked at, and trained on. */
export function OwnData({ onChoose }: { readonly onChoose: (task: TaskName) => void }) {
  const { outcome, busy, noRoom, read, again, keep } = useOwnFiles();
  const [names, setNames] = useState('');
  const use = async (): Promise<void> => {
    const task = await keep();
    if (task !== undefined) onChoose(task);
  };
  const isReady = outcome?.kind === 'samples' || outcome?.kind === 'images';
  const wrong =
    outcome?.kind === 'refused' || outcome?.kind === 'columns' ? sentence(reasonText(outcome.message)) : null;
  return (
    <div className="own-data">
      <p className="note">{t('own.about')}</p>
      <FileChoice
        text={t('own.choose')}
        onFiles={(files) => {
          setNames(files.map(({ name }) => name).join(', '));
          void read(files);
        }}
      />
      {names !== '' && <p className="own-name">{names}</p>}
      <p role="status" className={wrong || noRoom ? 'bad' : 'note'}>
        {busy ? t('own.reading') : noRoom ? t('own.noRoom') : (wrong ?? '')}
      </p>
      {(outcome?.kind === 'samples' || outcome?.kind === 'columns') && (
        <ColumnChoice {...outcome} onChange={(reading) => void again(reading)} />
      )}
      {outcome?.kind === 'samples' && <SamplesFound preview={outcome.preview} />}
      {outcome?.kind === 'images' && <ImagesFound preview={outcome.preview} />}
      {isReady && (
        <button type="button" className="primary" disabled={busy} onClick={() => void use()}>
          {t('own.use')}
        </button>
      )}
    </div>
  );
}
