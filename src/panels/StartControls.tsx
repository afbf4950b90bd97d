import { initializerNames } from '../core/network/initializers.ts';
import { t } from '../i18n/t.ts';
import { useExperiment } from '../store/hooks.ts';
import { shapeOf } from './dataSets.ts';
import { NoiseControl } from './NoiseControl.tsx';
import { ChoiceSetting, NumberSetting } from './Setting.tsx';

/** Where the weights start. */
export function StartControls() {
  return <ChoiceSetting field="init" choices={initializerNames} />;
}

/** How the inputs are split, and how sure their labels are. */
export function DataControls() {
  const experiment = useExperiment();
  const { samples } = shapeOf(experiment);
  if (experiment.task === 'mnist') {
    return (
      <>
        <p className="note">{t('data.mnist.split', { samples })}</p>
        <NoiseControl />
      </>
    );
  }
  return (
    <>
      <NumberSetting field="test" whole />
      <p className="note">{t('experiment.test.note', { samples })}</p>
      <NoiseControl />
    </>
  );
}
