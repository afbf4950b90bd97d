import { scatterFigure } from '../plots/figures.ts';
import { stride } from '../plots/scene/scatter.ts';
import { t } from '../i18n/study.ts';
import { inARow } from '../i18n/t.ts';
import type { MeasureClient } from '../store/measure-client.ts';
import { lastEpoch, viewedEpoch } from '../store/player.ts';
import type { Session } from '../store/session.ts';
import { classMeans } from './classMeans.ts';
import type { Captions, Figure } from './figures.ts';
import { scattered } from './Scatter.tsx';
import { layerName } from './sentences.ts';
import { unitName } from './unitName.ts';

/** The samples in each layer that the page can scatter, at the epoch looked at; a mean and a file have no weights. */
export function scatterFigures(session: Session, measure: MeasureClient, caption: Captions): Figure[] {
  const { experiment, start } = session.run.state;
  if (!experiment || !start || session.repeats.getState().shown === 'mean' || !checkpointOf(session))
    return [];
  return Array.from({ length: start.layers }, (_, layer) => layer).flatMap((layer): Figure[] => {
    const outputs = scattered(experiment, layer);
    if (outputs === null) return [];
    return [
      {
        id: `samples-${layerName(layer)}`,
        title: t('scatter.title', { layer: layerName(layer) }),
        svg: () => draw(session, measure, layer, outputs, caption),
      },
    ];
  });
}

function checkpointOf({ run, view }: Session) {
  return run.checkpoints.at(viewedEpoch(run.state, view.getState().head));
}

async function draw(
  session: Session,
  measure: MeasureClient,
  layer: number,
  which: number | 'logits',
  caption: Captions,
): Promise<string> {
  const { experiment } = session.run.state;
  const checkpoint = checkpointOf(session);
  if (!experiment || !checkpoint) throw new Error(t('scatter.none'));
  const { epoch, values } = checkpoint;
  const epochs = lastEpoch(session.run.state);
  const outputs = await measure.outputs(experiment, epoch, values, which);
  const samples = outputs.labels.length;
  const each = stride(samples);
  const shown =
    each === 1
      ? t('scatter.shown.all', { samples })
      : t('scatter.shown.some', { shown: Math.ceil(samples / each), samples });
  const detail = [
    t('files.epochAt', { epoch, epochs }),
    inARow(shown, t('scatter.size'), outputs.units === 3 && t('scatter.three')),
  ].join(' · ');
  const means = classMeans(outputs);
  const names = Array.from({ length: outputs.units }, (_, unit) => unitName(unit, which === 'logits'));
  return scatterFigure(
    { ...outputs, names },
    (label) => t('files.classOf', { label, samples: means[label]?.samples ?? 0 }),
    caption(t('scatter.title', { layer: layerName(layer) }), detail),
  );
}
