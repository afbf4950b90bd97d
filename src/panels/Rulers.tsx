import { Suspense, useRef } from 'react';
import { Info } from 'lucide-react';
import { t } from '../i18n/t.ts';
import { useExperiment, useStores, useView } from '../store/hooks.ts';
import { isOwn, shapeOf } from './dataSets.ts';
import { lazyPanel } from './lazyPanel.ts';
import { RulerComparison } from './RulerComparison.tsx';
import { RulerField } from './RulerField.tsx';
import { countedOver, drawnRuler, isOwnCount, withDrawn } from './rulerWords.ts';
import { Segmented } from './Segmented.tsx';
import { useDismiss } from './useDismiss.ts';

// Loaded with the first ruler that has settings.
const RulerSettings = lazyPanel(async () => ({
  default: (await import('./RulerSettings.tsx')).RulerSettings,
}));
const RulerNote = lazyPanel(async () => ({ default: (await import('./RulerNote.tsx')).RulerNote }));

/** What changes how a run is seen, and not what is trained. */
export function Rulers() {
  return (
    <>
      <RulerField />
      <OutputChoice />
      <RulerComparison />
      <WhatExactMeans />
      <span className="space" />
      <ColourChoice />
      <RulerParts />
    </>
  );
}

/** Of a ruler that was not counted by the run itself: its settings, and what it is. */
export function RulerParts() {
  const laid = useView((view) => drawnRuler(view.rulers) !== null);
  if (!laid) return null;
  return (
    <div className="ruler-parts">
      <Suspense>
        <div className="ruler-settings" role="group" aria-label={t('ruler.settings')}>
          <RulerSettings />
        </div>
        <RulerNote />
      </Suspense>
    </div>
  );
}

/** How counting reads the output; another ruler reads it in its own way. */
export function OutputChoice() {
  const { session } = useStores();
  const output = useView((view) => view.output);
  const counted = useView(({ rulers }) =>
    isOwnCount(drawnRuler(rulers) ?? { strategy: 'exact', reading: 'layer' }),
  );
  if (!counted) return null;
  return (
    <Segmented
      label={t('ruler.output')}
      choices={[
        { value: 'grid', text: t('ruler.gridStudy') },
        { value: 'exact', text: t('ruler.exact') },
      ]}
      value={output}
      onChange={(choice) => {
        session.view.setState(({ rulers }) => {
          const samples = drawnRuler(rulers)?.samples;
          return {
            output: choice,
            ...(samples ? { rulers: withDrawn(rulers, countedOver(samples, choice)) } : {}),
          };
        });
      }}
    />
  );
}

export function ColourChoice() {
  const { session } = useStores();
  const colourBy = useView((view) => view.colourBy);
  return (
    <Segmented
      label={t('ruler.colour')}
      choices={[
        { value: 'epoch', text: t('ruler.epoch') },
        { value: 'layer', text: t('ruler.layer') },
      ]}
      value={colourBy}
      onChange={(choice) => session.view.setState({ colourBy: choice })}
    />
  );
}

function WhatExactMeans() {
  const note = useRef<HTMLDetailsElement>(null);
  useDismiss(note);
  return (
    <details ref={note} className="what">
      <summary title={t('ruler.what')}>
        <Info aria-hidden="true" /> <span className="words">{t('ruler.what')}</span>
      </summary>
      <div className="what-text">
        <ExactMeaning />
      </div>
    </details>
  );
}

export function ExactMeaning() {
  const { bits, task } = useExperiment();
  const { samples } = shapeOf({ task });
  const key = task === 'mnist' ? 'data.mnist.exact' : isOwn(task) ? 'data.own.exact' : 'ruler.exactNote';
  const exact = t(key, { samples });
  return (
    <>
      <p>{bits === 'float' ? t('ruler.floatNote') : exact}</p>
      <p>{t('ruler.gridNote', { bits: bits === 'float' ? 32 : bits })}</p>
    </>
  );
}
