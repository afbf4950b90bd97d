import { Minus, Plus } from 'lucide-react';
import { fields } from '../core/experiment/fields.ts';
import { isDense, isPooling, type HiddenLayer } from '../core/experiment/hidden-layer.ts';
import { decimals, t } from '../i18n/t.ts';
import { useExperiment, useRun, useSampled, useStores, useView } from '../store/hooks.ts';
import type { RunState } from '../store/run.ts';
import type { ViewState } from '../store/view.ts';
import { InspectButton } from './Inspector.tsx';
import { LayerMark, layerVariable } from './LayerMark.tsx';
import { shapeOf } from './dataSets.ts';
import { activationChoices, activationOf, hiddenText, withActivation } from './names.ts';
import { NumberField } from './NumberField.tsx';
import { layerNow, layerOrDefault, readingOf, type LayerNow } from './reading.ts';
import { SelectField } from './SelectField.tsx';
import { layerName } from './sentences.ts';

/** The layers: legend of the plane, editor of the network and read-out at the epoch looked at, all in one. */
export function LayerList() {
  const { net } = useExperiment();
  return (
    <>
      <table className="layers">
        <caption className="unseen">{t('layers.caption')}</caption>
        <thead>
          <tr>
            <th scope="col" colSpan={2}>
              {t('layers.layer')}
            </th>
            <th scope="col" colSpan={2}>
              {t('layers.unitsAndActivation')}
            </th>
            <th scope="col" className="num">
              {t('layers.ixt')}
            </th>
            <th scope="col" className="num">
              {t('layers.ity')}
            </th>
          </tr>
        </thead>
        <tbody>
          {net.map((_, layer) => (
            <LayerRow key={layer} layer={layer} />
          ))}
          <LayerRow layer={net.length} />
        </tbody>
      </table>
      <LayerButtons />
      <InspectPicked />
      <SaturatedNote />
    </>
  );
}

function LayerRow({ layer }: { readonly layer: number }) {
  const { session } = useStores();
  const experiment = useExperiment();
  const picked = useView((view) => layerOrDefault(view.layer, experiment.net.length + 1) === layer);
  const pressed = useView((view) => view.layer === layer);
  const name = layerName(layer);
  const hidden = experiment.net[layer];
  return (
    <tr data-picked={picked}>
      <td>
        <NowMark layer={layer} />
      </td>
      <th scope="row">
        <button
          type="button"
          className="layer-name"
          style={{ color: layerVariable(layer) }}
          aria-pressed={pressed}
          aria-label={t('layers.select', { layer: name })}
          onClick={() => session.view.setState({ layer: pressed ? null : layer })}
        >
          {name}
        </button>
      </th>
      {hidden === undefined ? (
        <>
          <td className="fixed-units">{shapeOf(experiment).classes}</td>
          <td>{t('field.act.softmax')}</td>
        </>
      ) : (
        <HiddenCells layer={layer} hidden={hidden} />
      )}
      <NowCells layer={layer} />
    </tr>
  );
}

/** Units and activation; of layers on images only the activation can be edited, and pooling has none. */
function HiddenCells({ layer, hidden }: { readonly layer: number; readonly hidden: HiddenLayer }) {
  const { settings } = useStores();
  const experiment = useExperiment();
  const name = layerName(layer);
  if (isPooling(hidden)) return <td colSpan={2}>{hiddenText(hidden)}</td>;
  const activation = (
    <SelectField
      className="plain"
      label={t('layers.act', { layer: name })}
      choices={activationChoices()}
      value={activationOf(experiment, layer)}
      onChange={(act) => settings.edit({ act: withActivation(experiment, layer, act) })}
    />
  );
  if (!isDense(hidden)) {
    return (
      <td colSpan={2} className="filters">
        {hiddenText(hidden)} {activation}
      </td>
    );
  }
  return (
    <>
      <td>
        <NumberField
          className="units"
          label={t('layers.units', { layer: name })}
          whole
          {...boundsOfUnits}
          value={hidden}
          onChange={(value) => settings.edit({ net: experiment.net.with(layer, value) })}
          onReject={(text) => settings.reject('net', text)}
        />
      </td>
      <td>{activation}</td>
    </>
  );
}

const boundsOfUnits = { min: fields.net.kind.of.min, max: fields.net.kind.of.max };

/** Nothing while the numbers are still those of earlier settings: the layers are the new ones already. */
function present(run: RunState, view: ViewState, layer: number): LayerNow | null {
  return run.old ? null : layerNow(readingOf(run, view), layer);
}

function NowMark({ layer }: { readonly layer: number }) {
  const hollow = useSampled((run, view) => present(run, view, layer)?.saturated ?? false);
  return <LayerMark layer={layer} hollow={hollow} />;
}

function NowCells({ layer }: { readonly layer: number }) {
  const ixt = useSampled((run, view) => value(present(run, view, layer)?.ixt, 2));
  const ity = useSampled((run, view) => value(present(run, view, layer)?.ity, 3));
  return (
    <>
      <td className="num">{ixt}</td>
      <td className="num">{ity}</td>
    </>
  );
}

function value(bits: number | undefined, digits: number): string {
  return bits === undefined ? '–' : decimals(bits, digits);
}

function InspectPicked() {
  const layers = useRun((run) => run.start?.layers ?? 0);
  const layer = useView((view) => layerOrDefault(view.layer, layers));
  return layers > 0 && <InspectButton layer={layer} />;
}

function LayerButtons() {
  const { settings } = useStores();
  const experiment = useExperiment();
  const { net, act } = experiment;
  const { minLength, maxLength } = fields.net.kind;
  const add = (): void => {
    const last = net.at(-1);
    const units = last !== undefined && isDense(last) ? last : 16;
    settings.edit({ net: [...net, units], act: act.length > 1 ? [...act, act.at(-1) ?? 'tanh'] : act });
  };
  const remove = (): void => {
    const left = act.slice(0, -1);
    const agree = left.every((name) => name === left[0]);
    settings.edit({ net: net.slice(0, -1), act: act.length > 1 ? (agree ? left.slice(0, 1) : left) : act });
  };
  return (
    <div className="layer-buttons">
      {net.length < maxLength && (
        <button type="button" className="quiet" onClick={add}>
          <Plus aria-hidden="true" /> {t('layers.add')}
        </button>
      )}
      {net.length > minLength && (
        <button type="button" className="quiet" onClick={remove}>
          <Minus aria-hidden="true" /> {t('layers.removeLast')}
        </button>
      )}
    </div>
  );
}

function SaturatedNote() {
  const layers = useExperiment().net.length + 1;
  const some = useSampled((run, view) => {
    const reading = readingOf(run, view);
    return Array.from({ length: layers }, (_, layer) => layerNow(reading, layer)).some(
      (now) => now?.saturated,
    );
  });
  return some ? <p className="note">{t('layers.saturated')}</p> : null;
}
