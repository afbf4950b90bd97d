import { Suspense, useState } from 'react';
import type { Experiment } from '../core/experiment/experiment.ts';
import { isDense } from '../core/experiment/hidden-layer.ts';
import { t } from '../i18n/t.ts';
import { useRun } from '../store/hooks.ts';
import { shapeOf } from './dataSets.ts';
import { lazyPanel } from './lazyPanel.ts';
import { layerName } from './sentences.ts';

const Contents = lazyPanel(() => import('./ScatterContents.tsx'));

/** Which outputs of a layer are scattered: its own, of the output layer its logits; null: it has too many units. */
export function scattered(experiment: Experiment, layer: number): number | 'logits' | null {
  if (layer === experiment.net.length) return shapeOf(experiment).classes === 2 ? 'logits' : null;
  const hidden = experiment.net[layer];
  if (hidden === undefined || !isDense(hidden)) return null;
  return hidden === 2 || hidden === 3 ? layer : null;
}

interface Props {
  readonly layer: number;
  /** A mark was pressed: one of its samples. */
  readonly onPick?: (sample: number) => void;
}

/** The samples as a layer of two or three units sees them, at the epoch looked at. */
export function Scatter({ layer, onPick }: Props) {
  const [open, setOpen] = useState(false);
  const outputs = useRun(({ experiment }) => (experiment ? scattered(experiment, layer) : null));
  if (outputs === null) return null;
  return (
    <details className="scatter" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('scatter.title', { layer: layerName(layer) })}</summary>
      {open && (
        <Suspense>
          <Contents layer={layer} outputs={outputs} {...(onPick ? { onPick } : {})} />
        </Suspense>
      )}
    </details>
  );
}
