import { Projector } from 'lucide-react';
import { t } from '../i18n/t.ts';
import { switchProjector, useProjector } from '../store/projector.ts';

/** Large type and thick marks, and back. */
export function ProjectorButton() {
  const on = useProjector();
  return (
    <button
      type="button"
      className="quiet icon projector-switch"
      aria-label={t('header.projector')}
      aria-pressed={on}
      title={t('header.projectorHint')}
      onClick={switchProjector}
    >
      <Projector aria-hidden="true" />
    </button>
  );
}
