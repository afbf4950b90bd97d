import { t } from '../i18n/t.ts';
import { useRepeats } from '../store/hooks.ts';

/** Which of several repeats is on the plane, where the choice of them is out of sight. */
export function WhichShown() {
  const shown = useRepeats((repeats) => repeats.shown);
  const done = useRepeats((repeats) => repeats.done);
  const count = useRepeats(({ members }) => members.length);
  if (count < 2) return null;
  return (
    <p className="which-shown">
      {shown === 'mean'
        ? t('repeats.choiceMean', { done })
        : t('repeats.choiceOne', { repeat: shown, count })}
    </p>
  );
}
