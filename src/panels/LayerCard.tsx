import { summarizeRow } from '../core/experiment/summary.ts';
import { decimals, t } from '../i18n/t.ts';
import { useRun, useSampled, useStores, useView } from '../store/hooks.ts';
import { viewedEpoch, viewedMeasurement } from '../store/player.ts';
import { shownPath } from '../store/rulers.ts';
import { InspectButton } from './Inspector.tsx';
import { LayerMark, layerVariable } from './LayerMark.tsx';
import { LayerPicker } from './LayerPicker.tsx';
import { layerText } from './names.ts';
import { countedReading, layerNow, layerOrDefault, rowOf } from './reading.ts';
import { Scatter } from './Scatter.tsx';
import { bitsName, layerName } from './sentences.ts';

/** The layer looked at, at the epoch looked at: how its value comes about. */
export function LayerCard() {
  const layers = useRun((run) => run.start?.layers ?? 0);
  const layer = useView((view) => layerOrDefault(view.layer, layers));
  // The measurement decides all that is written here; what is behind it is read when it changes.
  useSampled((run, view) => `${run.id} ${view.output} ${viewedMeasurement(run, view.head)}`);
  const laid = useSampled((run, view) => (shownPath(run, view)?.ruler ?? null) !== null);
  if (layers === 0) return null;
  return (
    <section className="card" aria-label={t('layer.title')}>
      <CardHead layer={layer} layers={layers} />
      {laid && <p className="note">{t('layer.counted')}</p>}
      <CardNumbers layer={layer} />
      <InspectButton layer={layer} />
      <Scatter layer={layer} />
    </section>
  );
}

function CardHead({ layer, layers }: { readonly layer: number; readonly layers: number }) {
  const { session } = useStores();
  const { experiment } = session.run.state;
  const view = session.view.getState();
  const now = layerNow(countedReading(session.run.state, view), layer);
  return (
    <>
      <div className="card-head">
        <h2 style={{ color: layerVariable(layer) }}>
          <LayerMark layer={layer} hollow={now?.saturated ?? false} />
          {t('layer.at', { layer: layerName(layer), epoch: viewedEpoch(session.run.state, view.head) })}
        </h2>
        <span className="muted">
          {t('layer.describe', {
            units: experiment ? layerText(experiment, layer) : '',
            bits: bitsName(experiment?.bits ?? 8),
          })}
        </span>
      </div>
      <LayerPicker
        className="layer-picker"
        label={t('layer.pick')}
        layers={layers}
        layer={layer}
        onPick={(other) => session.view.setState({ layer: other })}
      />
    </>
  );
}

function CardNumbers({ layer }: { readonly layer: number }) {
  const { session } = useStores();
  const run = session.run.state;
  const reading = countedReading(run, session.view.getState());
  const now = layerNow(reading, layer);
  if (!reading || !now || !run.start || !run.experiment) return null;
  const samples = run.start.trainSamples + run.start.testSamples;
  const { lost, largestAt } = summarizeRow(
    reading.columns,
    reading.rows,
    rowOf(reading, layer),
    reading.index,
    reading.from,
    reading.hx,
  );
  const isOutput = layer === reading.rows - 2;
  const { shown, done } = session.repeats.getState();
  return (
    <>
      {shown === 'mean' ? (
        <MeanValue layer={layer} ixt={now.ixt} done={done} />
      ) : (
        <Formula layer={layer} ixt={now.ixt} samples={samples} />
      )}
      {now.saturated && <p className="note strong">{t('layers.saturatedShort')}</p>}
      <dl>
        <dt>{t('layers.ity')}</dt>
        <dd>{t('tip.bits', { value: decimals(now.ity, 3) })}</dd>
        <dt>{t('layer.codes')}</dt>
        <dd>{decimals(now.codes, 0)}</dd>
        {Number.isFinite(now.low) && Number.isFinite(now.high) && (
          <>
            <dt>{t('layer.range')}</dt>
            <dd>{t('layer.rangeValue', { low: decimals(now.low, 3), high: decimals(now.high, 3) })}</dd>
          </>
        )}
        {!now.saturated && lost > 0 && (
          <>
            <dt>{t('layer.lost')}</dt>
            <dd>{t('layer.lostValue', { lost: decimals(lost, 2), epoch: largestAt })}</dd>
          </>
        )}
        {isOutput && (
          <>
            <dt>{t('layer.reading')}</dt>
            <dd>
              {reading.output === 'exact'
                ? t('layer.exactReading')
                : t('layer.gridReading', {
                    bits: run.experiment.bits === 'float' ? 32 : run.experiment.bits,
                  })}
            </dd>
          </>
        )}
      </dl>
    </>
  );
}

/** How the value of one run comes about. */
function Formula(props: { readonly layer: number; readonly ixt: number; readonly samples: number }) {
  const { layer, ixt, samples } = props;
  return (
    <>
      <p className="formula">
        <span className="term">
          I(X;{layerName(layer)}) = log<sub>2</sub> {samples}
        </span>{' '}
        <span className="term">
          − 1/{samples} Σ <i>c</i> log<sub>2</sub> <i>c</i>
        </span>{' '}
        <span className="term">
          = <b>{decimals(ixt, 3)}</b>
        </span>
      </p>
      <p className="note">{t('layer.formula')}</p>
    </>
  );
}

/** A mean over repeats has no formula of its own. */
function MeanValue(props: { readonly layer: number; readonly ixt: number; readonly done: number }) {
  const { layer, ixt, done } = props;
  return (
    <>
      <p className="formula">
        <span className="term">{t('repeats.meanValue', { layer: layerName(layer) })}</span>{' '}
        <span className="term">
          = <b>{decimals(ixt, 3)}</b>
        </span>
      </p>
      <p className="note">{t('repeats.meanNote', { done })}</p>
    </>
  );
}
