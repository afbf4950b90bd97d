import { fields } from '../core/experiment/fields.ts';
import { t } from '../i18n/t.ts';
import { useExperiment, useStores } from '../store/hooks.ts';
import { choiceOf } from './dataSets.ts';
import { Segmented } from './Segmented.tsx';

const licence = 'https://creativecommons.org/licenses/by-sa/3.0/';

/** What is learned from; what a larger data set costs, where it comes from and under which terms. */
export function DataChoice() {
  const { settings } = useStores();
  const { task } = useExperiment();
  return (
    <div className="data-choice">
      <Segmented
        label={t('field.task')}
        choices={fields.task.kind.choices.map((value) => ({ value, text: t(`data.${value}`) }))}
        value={task}
        onChange={(choice) => settings.edit(choiceOf(choice))}
      />
      <details>
        <summary>{t('data.about')}</summary>
        <p className="note">{t('data.about.what')}</p>
        <p className="note">
          {t('data.about.terms')}{' '}
          <a href={licence} rel="license noreferrer">
            {t('data.about.licence')}
          </a>
          .
        </p>
        <p className="note">{t('data.about.download')}</p>
      </details>
    </div>
  );
}
