import { partingOf } from '../core/experiment/parting.ts';
import { c } from '../i18n/compare.ts';
import { decimals } from '../i18n/t.ts';
import type { OtherRun } from '../store/other-run.ts';
import { comparisonCsv } from './comparisonCsv.ts';
import type { OutcomeLine } from './comparedOutcomes.ts';
import { differencesOf, type SettingDifference } from './differenceText.ts';
import { layerVariable } from './LayerMark.tsx';
import { rulerName } from './rulerName.ts';
import { saveFile } from './saveFile.ts';
import { layerName } from './sentences.ts';
import { useComparedOutcomes, usePresent, type Compared } from './useCompared.ts';

/** What two runs do not share: their settings, what came out, and from where on. */
export function Differences({ other }: { readonly other: OtherRun }) {
  const present = usePresent();
  const compared = useComparedOutcomes();
  if (!present || present.facts.trajectory === other.facts.trajectory) return <p>{c('linkOf')}</p>;
  const settings = differencesOf(present.experiment, other.experiment);
  const said = fingerprintText(present, other);
  const save = (): void => {
    const text = comparisonCsv(present, other, settings, compared);
    saveFile('infoplane-comparison.csv', new Blob([text], { type: 'text/csv;charset=utf-8' }));
  };
  return (
    <>
      <section>
        <h3>{c('settings')}</h3>
        {settings.length === 0 ? <p>{c('sameSettings')}</p> : <SettingsTable settings={settings} />}
      </section>
      <section>
        <h3>{c('outcomes')}</h3>
        <p>{said}</p>
        {compared ? <OutcomesTable {...compared} /> : <p className="note">{c('waiting')}</p>}
        <div className="compare-buttons">
          <button type="button" onClick={save}>
            {c('csv')}
          </button>
        </div>
      </section>
    </>
  );
}

function SettingsTable({ settings }: { readonly settings: readonly SettingDifference[] }) {
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={c('settings')}>
      <table className="numbers words">
        <thead>
          <tr>
            <th scope="col">{c('setting')}</th>
            <th scope="col">{c('thisRun')}</th>
            <th scope="col">{c('otherRun')}</th>
          </tr>
        </thead>
        <tbody>
          {settings.map(({ field, label, one, other }) => (
            <tr key={field}>
              <th scope="row">{label}</th>
              <td>{one}</td>
              <td>{other}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function OutcomesTable({ ruler, lines }: Compared) {
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={c('outcomesRegion')}>
      <table className="numbers">
        <caption>{c('outcomesCaption', { ruler: ruler === null ? c('counted') : rulerName(ruler) })}</caption>
        <thead>
          <tr>
            <th scope="col">{c('layer')}</th>
            <th scope="col">{c('quantity')}</th>
            <th scope="col">{c('thisRun')}</th>
            <th scope="col">{c('otherRun')}</th>
            <th scope="col">{c('difference')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <OutcomeRow key={line.key} line={line} rows={rowsFrom(lines, index)} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** How many lines of the same layer begin here; 0 for those that follow the first. */
function rowsFrom(lines: readonly OutcomeLine[], index: number): number {
  const of = (line: OutcomeLine | undefined): string | undefined => line?.key.split(' ')[0];
  const place = of(lines[index]);
  if (index > 0 && of(lines[index - 1]) === place) return 0;
  return lines.filter((line) => of(line) === place).length;
}

function OutcomeRow({ line, rows }: { readonly line: OutcomeLine; readonly rows: number }) {
  const { layer, outputs, quantity, one, other, difference } = line;
  return (
    <tr>
      {rows > 0 && (
        <th
          scope="rowgroup"
          rowSpan={rows}
          style={layer === null ? undefined : { color: layerVariable(layer) }}
        >
          {placeName(line)}
        </th>
      )}
      <td className="quantity">{quantity}</td>
      <td>{one?.text ?? '–'}</td>
      <td>{other?.text ?? '–'}</td>
      <td>{difference === null ? '' : signed(difference, layer === null && outputs === null ? 3 : 2)}</td>
    </tr>
  );
}

/** "T1"; of the output "T6, output", or where the networks differ in depth "output: T6 | T5". */
function placeName({ layer, outputs }: OutcomeLine): string {
  if (!outputs) return layer === null ? c('whole') : layerName(layer);
  if (layer !== null) return c('output', { layer: layerName(layer) });
  const [one, other] = [outputs.one, outputs.other].map((at) => (at === null ? '–' : layerName(at)));
  return c('outputs', { one: one ?? '', other: other ?? '' });
}

/** With its sign, unless it rounds to zero. */
function signed(value: number, digits: number): string {
  const text = decimals(value, digits);
  return Number(value.toFixed(digits)) > 0 ? `+${text}` : text;
}

/** Whether both are the same run, bit for bit, or from where on they are not. */
export function fingerprintText(present: OtherRun, other: OtherRun): string {
  const [one, two] = [present.facts, other.facts];
  if (one.fingerprint !== null && one.fingerprint === two.fingerprint) return c('alike');
  if (!one.trajectory || !two.trajectory) return c('noCommon');
  const { epoch, before, common } = partingOf(
    { columns: one.trajectory.columns(), rows: one.trajectory.rows },
    { columns: two.trajectory.columns(), rows: two.trajectory.rows },
  );
  if (common === 0) return c('noCommon');
  if (epoch === null) return c('alikeSoFar');
  return before === null ? c('partFirst', { epoch }) : c('part', { before, epoch });
}
