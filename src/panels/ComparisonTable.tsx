import { X } from 'lucide-react';
import { measurementAt } from '../core/experiment/epoch-scale.ts';
import { namedRulers } from '../core/information/named-rulers.ts';
import { isRuler, parseRuler, rulerText } from '../core/information/ruler-text.ts';
import type { TrajectoryColumns } from '../core/experiment/trajectory.ts';
import { t } from '../i18n/study.ts';
import { useRun, useSampled, useStores, useView } from '../store/hooks.ts';
import { viewedEpoch } from '../store/player.ts';
import { isCounted, pathOf } from '../store/rulers.ts';
import type { RunState } from '../store/run.ts';
import type { ViewState } from '../store/view.ts';
import { LayerMark, layerVariable } from './LayerMark.tsx';
import { layerNow, readingOf, rowOf } from './reading.ts';
import { bitsText, drawnRuler, shortName } from './rulerWords.ts';
import { SelectField } from './SelectField.tsx';
import { layerName } from './sentences.ts';

/** Rulers beside the counted values at most: more columns cannot be read. */
const most = 5;

/** The counted values and those of each ruler, at the epoch looked at. */
export default function ComparisonTable() {
  const rulers = useView((view) => view.rulers);
  const layers = useRun((run) => run.start?.layers ?? 0);
  const epoch = useSampled((run, view) => viewedEpoch(run, view.head));
  const laid = rulers.filter((text) => !isCounted(text));
  const columns = ['exact', ...laid];
  // As one text: it compares by value.
  const cells = useSampled((run, view) =>
    columns.flatMap((text) => valuesOf(run, view, text, layers)).join('|'),
  ).split('|');
  if (layers === 0) return null;
  return (
    <>
      <div className="compared" role="region" aria-label={t('ruler.compare')} tabIndex={0}>
        <table className="numbers">
          <caption>{t('ruler.compareCaption', { epoch })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('layers.layer')}</th>
              {columns.map((text) => (
                <th scope="col" key={text}>
                  <ColumnHead text={text} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: layers }, (_, layer) => (
              <tr key={layer}>
                <th scope="row" style={{ color: layerVariable(layer) }}>
                  <DrawnMark layer={layer} /> {layerName(layer)}
                </th>
                {columns.map((text, column) => (
                  <td key={text}>{cells[column * layers + layer] ?? '–'}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {laid.length < most ? <AddRuler laid={laid} /> : <p className="note">{t('ruler.full', { most })}</p>}
    </>
  );
}

/** A layer's marker, hollow where the plane draws it so. */
function DrawnMark({ layer }: { readonly layer: number }) {
  const hollow = useSampled((run, view) => layerNow(readingOf(run, view), layer)?.saturated ?? false);
  return <LayerMark layer={layer} hollow={hollow} />;
}

function ColumnHead({ text }: { readonly text: string }) {
  const { session } = useStores();
  const drawn = useView(
    (view) =>
      (view.rulers[0] ?? 'exact') === text || (text === 'exact' && isCounted(view.rulers[0] ?? 'exact')),
  );
  const name = nameOf(text);
  return (
    <span className="column-head">
      <button
        type="button"
        className="quiet small"
        aria-pressed={drawn}
        title={t('ruler.draw', { ruler: name })}
        onClick={() => session.view.setState(({ rulers }) => ({ rulers: drawnFirst(rulers, text) }))}
      >
        {name}
      </button>
      {text !== 'exact' && (
        <button
          type="button"
          className="quiet small icon-only"
          aria-label={t('ruler.remove', { ruler: name })}
          title={t('ruler.remove', { ruler: name })}
          onClick={() => session.view.setState(({ rulers }) => ({ rulers: without(rulers, text) }))}
        >
          <X aria-hidden="true" />
        </button>
      )}
    </span>
  );
}

function AddRuler({ laid }: { readonly laid: readonly string[] }) {
  const { session } = useStores();
  const samples = useView((view) => drawnRuler(view.rulers)?.samples);
  const others = namedRulers.filter(({ ruler }) => !isCounted(rulerText(ruler)));
  const offered = [
    ...['exact-train', 'exact-test'],
    ...others.map(({ ruler }) => rulerText(samples ? { ...ruler, samples } : ruler)),
  ].filter((text) => !laid.includes(text));
  return (
    <SelectField
      label={t('ruler.add')}
      choices={[
        { value: '', text: t('ruler.add') },
        ...offered.map((text) => ({ value: text, text: nameOf(text) })),
      ]}
      value=""
      onChange={(text) => {
        if (text)
          session.view.setState(({ rulers }) => ({
            rulers: [...(rulers.length ? rulers : ['exact']), text],
          }));
      }}
    />
  );
}

function nameOf(text: string): string {
  const ruler = parseRuler(text);
  return isRuler(ruler) ? shortName(ruler) : text;
}

/** The list with one ruler drawn; the one that was drawn stays beside it. */
function drawnFirst(rulers: readonly string[], text: string): readonly string[] {
  const others = rulers.filter((other) => other !== text && !isCounted(other));
  return text === 'exact' && others.length === 0 ? [] : [text, ...others];
}

/** The list without one ruler; if it was drawn, the counted values are. */
function without(rulers: readonly string[], text: string): readonly string[] {
  const others = rulers.filter((other) => other !== text && !isCounted(other));
  if (others.length === 0) return [];
  return rulers[0] === text || isCounted(rulers[0] ?? '') ? ['exact', ...others] : others;
}

/** "I(X;T) · I(T;Y)" of each layer by one ruler. */
function valuesOf(run: RunState, view: ViewState, text: string, layers: number): string[] {
  const { trajectory } = run;
  const own = isCounted(text) ? trajectory?.columns() : trajectory && pathOf(run, text)?.columns(trajectory);
  const rows = layers + 1;
  return Array.from({ length: layers }, (_, layer) =>
    own ? pairText(own, view.head, rows, rowOf({ rows, output: view.output }, layer)) : '–',
  );
}

function pairText(columns: TrajectoryColumns, head: number, rows: number, row: number): string {
  const index = Math.floor(measurementAt(columns.epoch, head));
  if (index < 0) return '–';
  const at = index * rows + row;
  return `${bitsText(columns.ixt[at], 2)} · ${bitsText(columns.ity[at], 2)}`;
}
