import { Suspense } from 'react';
import { initializerNames } from '../core/network/initializers.ts';
import { t } from '../i18n/t.ts';
import { useExperiment } from '../store/hooks.ts';
import { shapeOf } from './dataSets.ts';
import { lazyPanel } from './lazyPanel.ts';
import { ChoiceSetting, NumberSetting } from './Setting.tsx';

const NoiseControl = lazyPanel(() => import('./NoiseControl.tsx'));

/** Where the weights start. */
export function StartControls() {
  return <ChoiceSetting field="init" choices={initializerNames} />;
}

/** How the inputs are split, and how sure their labels are. */
export function DataControls() {
  const experiment = useExperiment();
  const { samples, ownTrainSamples } = shapeOf(experiment);
  if (ownTrainSamples !== null) {
    return (
      <>
        <p className="note">{splitText(experiment.task, samples, ownTrainSamples)}</p>
        <Suspense>
          <NoiseControl />
        </Suspense>
      </>
    );
  }
  return (
    <>
      <NumberSetting field="test" whole />
      <p className="note">{t('experiment.test.note', { samples })}</p>
      <Suspense>
        <NoiseControl />
      </Suspense>
    </>
  );
}

/** The split that images come with. */
const splitText = (task: string, samples: number, train: number): string =>
  task === 'mnist'
    ? t('data.mnist.split', { samples })
    : t('data.images.split', { train, test: samples - train });
