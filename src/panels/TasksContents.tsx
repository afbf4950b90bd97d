import { useId } from 'react';
import { squareNames, type TaskName } from '../core/tasks/task-name.ts';
import { t } from '../i18n/tasks.ts';
import { useExperiment, useStores } from '../store/hooks.ts';
import { BooleanForm } from './BooleanForm.tsx';
import { choiceOf } from './dataSets.ts';
import type { DialogContentsProps } from './DialogButton.tsx';
import { OwnData } from './OwnData.tsx';
import { SquarePicture } from './SquarePicture.tsx';

/** Tasks beside the two of the study. Choosing one closes the dialog. */
export default function TasksContents({ onDone }: DialogContentsProps) {
  const { settings } = useStores();
  const { task } = useExperiment();
  const square = useId();
  const boolean = useId();
  const own = useId();
  const choose = (name: TaskName): void => {
    settings.edit(choiceOf(name));
    onDone();
  };
  return (
    <>
      <p className="note">{t('tasks.about')}</p>
      <section aria-labelledby={square}>
        <h3 id={square}>{t('tasks.square')}</h3>
        <p className="note">{t('tasks.square.about')}</p>
        <ul className="squares">
          {squareNames.map((name) => (
            <li key={name}>
              <button
                type="button"
                className="preset square-task"
                aria-current={task === name ? 'true' : undefined}
                onClick={() => choose(name)}
              >
                <SquarePicture name={name} />
                <span>
                  <b>{t(`task.${name}`)}</b>
                  <span className="preset-look">{t(`task.${name}.about`)}</span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby={boolean}>
        <h3 id={boolean}>{t('tasks.boolean')}</h3>
        <p className="note">{t('tasks.boolean.about')}</p>
        <BooleanForm task={task} onChoose={choose} />
      </section>
      <section aria-labelledby={own}>
        <h3 id={own}>{t('own.title')}</h3>
        <OwnData onChoose={choose} />
      </section>
    </>
  );
}
