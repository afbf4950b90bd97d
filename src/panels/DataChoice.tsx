import { Suspense } from 'react';
import { specOf } from '../core/tasks/task-name.ts';
import { t } from '../i18n/t.ts';
import { useExperiment, useStores } from '../store/hooks.ts';
import { choiceOf } from './dataSets.ts';
import { lazyPanel } from './lazyPanel.ts';
import { Segmented } from './Segmented.tsx';
import { taskText } from './taskNames.ts';
import { Tasks } from './Tasks.tsx';

const MissingData = lazyPanel(() => import('./MissingData.tsx'));

const licence = 'https://creativecommons.org/licenses/by-sa/3.0/';

/** What is learned from; what a larger data set costs, where it comes from and under which terms. */
export function DataChoice() {
  const { settings } = useStores();
  const { task } = useExperiment();
  return (
    <div className="data-choice">
      <Segmented
        label={t('field.task')}
        choices={[
          { value: 'icosahedron', text: t('data.icosahedron') },
          { value: 'mnist', text: t('data.mnist') },
        ]}
        value={task}
        onChange={(choice) => settings.edit(choiceOf(choice))}
      />
      <div className="task-more">
        {task !== 'icosahedron' && task !== 'mnist' && <p className="task-now">{taskText(task)}</p>}
        <Tasks />
      </div>
      <OwnFile task={task} />
      <details>
        <summary>{t('data.about')}</summary>
        <p className="note">{t('data.about.what')}</p>
        <p className="note">
          {t('data.about.terms') + t('mark.gap')}
          <a href={licence} rel="license noreferrer">
            {t('data.about.licence')}
          </a>
          {t('mark.end')}
        </p>
        <p className="note">{t('data.about.download')}</p>
      </details>
    </div>
  );
}

/** Where a link only names its data. */
function OwnFile({ task }: { readonly task: string }) {
  const spec = specOf(task);
  if (spec.kind !== 'images' && !(spec.kind === 'samples' && spec.text === null)) return null;
  return (
    <Suspense>
      <MissingData key={task} task={task} digest={spec.digest} />
    </Suspense>
  );
}
