import type { ReactNode } from 'react';
import { t } from '../i18n/t.ts';
import { ActivationControl } from './ActivationControl.tsx';
import { BitsControl } from './BitsControl.tsx';
import { DataChoice } from './DataChoice.tsx';
import { LayerList } from './LayerList.tsx';
import { PenaltyControls } from './PenaltyControls.tsx';
import { QuantizationControls } from './QuantizationControls.tsx';
import { DataControls, StartControls } from './StartControls.tsx';
import { TrainingControls } from './TrainingControls.tsx';
import { UndoButtons } from './UndoButtons.tsx';

/** Everything that is trained. */
export function ExperimentPanel() {
  return (
    <>
      <UndoButtons />
      <DataChoice />
      <ActivationControl />
      <BitsControl />
      <h2>{t('experiment.network')}</h2>
      <LayerList />
      <h2>{t('experiment.training')}</h2>
      <TrainingControls />
      <Fold title={t('experiment.quantization')}>
        <QuantizationControls />
      </Fold>
      <Fold title={t('experiment.penalties')}>
        <PenaltyControls />
      </Fold>
      <Fold title={t('experiment.initial')}>
        <StartControls />
      </Fold>
      <Fold title={t('experiment.data')}>
        <DataControls />
      </Fold>
    </>
  );
}

function Fold({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <details>
      <summary>{title}</summary>
      <div className="fold">{children}</div>
    </details>
  );
}
