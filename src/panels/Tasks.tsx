import { Plus } from 'lucide-react';
import { t } from '../i18n/t.ts';
import { DialogButton } from './DialogButton.tsx';
import { lazyPanel } from './lazyPanel.ts';

const TasksContents = lazyPanel(() => import('./TasksContents.tsx'));

/** Opens the list of further tasks: rules on the square, and Boolean functions. */
export function Tasks() {
  return (
    <DialogButton
      icon={Plus}
      text={t('tasks.open')}
      title={t('tasks.title')}
      closeText={t('tasks.close')}
      className="tasks"
      contents={TasksContents}
    />
  );
}
