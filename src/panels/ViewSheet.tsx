import { SlidersHorizontal, X } from 'lucide-react';
import { Suspense, useId, useState } from 'react';
import { t } from '../i18n/t.ts';
import { ThemeButton } from './HeaderTools.tsx';
import { LanguageButton } from './LanguageButton.tsx';
import { lazyPanel } from './lazyPanel.ts';
import { RulerField } from './RulerField.tsx';
import { ColourChoice, ExactMeaning, OutputChoice, RulerParts } from './Rulers.tsx';
import { RepeatChoice } from './RepeatChoice.tsx';
import { DurationField, ScaleField } from './Transport.tsx';

const ComparisonTable = lazyPanel(() => import('./ComparisonTable.tsx'));

/** On a phone: all that changes how a run is seen, behind one button, so that the plane has the room. */
export function ViewSheet() {
  const id = useId();
  const title = useId();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="icon view-open"
        popoverTarget={id}
        aria-label={t('view.title')}
        title={t('view.title')}
      >
        <SlidersHorizontal aria-hidden="true" />
      </button>
      <div
        id={id}
        popover="auto"
        className="view-sheet"
        role="dialog"
        aria-labelledby={title}
        onToggle={(event) => setOpen(event.newState === 'open')}
      >
        <div className="view-head">
          <h2 id={title}>{t('view.title')}</h2>
          <button
            type="button"
            className="icon quiet"
            popoverTarget={id}
            popoverTargetAction="hide"
            aria-label={t('view.close')}
          >
            <X aria-hidden="true" />
          </button>
        </div>
        <RulerField />
        <RulerParts />
        <OutputChoice />
        <ColourChoice />
        <RepeatChoice named />
        <div className="view-fields">
          <span className="view-field">
            <span aria-hidden="true">{t('transport.speed')}</span>
            <DurationField />
          </span>
          <span className="view-field">
            <span aria-hidden="true">{t('ruler.scale')}</span>
            <ScaleField />
          </span>
        </div>
        <h2>{t('ruler.compare')}</h2>
        {open && (
          <Suspense>
            <ComparisonTable />
          </Suspense>
        )}
        <h2>{t('ruler.what')}</h2>
        <ExactMeaning />
        <div className="from-header">
          <LanguageButton />
          <ThemeButton />
        </div>
      </div>
    </>
  );
}
