import { Info } from 'lucide-react';
import { t } from '../i18n/t.ts';
import { useExperiment, useRun, useStores, useView } from '../store/hooks.ts';
import { Segmented } from './Segmented.tsx';
import { bitsName } from './sentences.ts';

/** What changes how a run is seen, and not what is trained. */
export function Rulers() {
  const { session } = useStores();
  const output = useView((view) => view.output);
  const colourBy = useView((view) => view.colourBy);
  return (
    <div className="rulers">
      <Segmented
        label={t('ruler.output')}
        choices={[
          { value: 'grid', text: t('ruler.grid'), more: t('ruler.gridHint') },
          { value: 'exact', text: t('ruler.exact') },
        ]}
        value={output}
        onChange={(choice) => session.view.setState({ output: choice })}
      />
      <WhatExactMeans />
      <span className="space" />
      <Segmented
        label={t('ruler.colour')}
        choices={[
          { value: 'epoch', text: t('ruler.epoch') },
          { value: 'layer', text: t('ruler.layer') },
        ]}
        value={colourBy}
        onChange={(choice) => session.view.setState({ colourBy: choice })}
      />
    </div>
  );
}

function WhatExactMeans() {
  const { bits } = useExperiment();
  const samples = useRun((run) => (run.start ? run.start.trainSamples + run.start.testSamples : 4096));
  return (
    <details className="what">
      <summary>
        <Info aria-hidden="true" /> <span className="roomy">{t('ruler.what')}</span>
      </summary>
      <div className="what-text">
        <p>{bits === 'float' ? t('ruler.floatNote') : t('ruler.exactNote', { samples })}</p>
        <p>
          {t('ruler.gridNote', { bits: bits === 'float' ? t('bits.many', { bits: 32 }) : bitsName(bits) })}
        </p>
      </div>
    </details>
  );
}
