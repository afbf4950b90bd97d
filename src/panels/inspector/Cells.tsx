import { m } from '../../i18n/inspector.ts';
import { useState } from 'react';
import { formatField } from '../../core/experiment/fields.ts';
import { cellOrderNames, type CellOrder } from '../../core/inspection/cell-orders.ts';
import { decimals, t } from '../../i18n/t.ts';
import { Segmented } from '../Segmented.tsx';
import { layerName } from '../sentences.ts';
import { codesText, mostlyText } from './cellText.ts';
import type { InputKind } from './inputNames.ts';
import { MixBar } from './MixBar.tsx';
import { Pager, pageWithin } from './Pager.tsx';
import { firstOf } from './samples.ts';
import { Sizes } from './Sizes.tsx';
import type { Inspected } from './useInspection.ts';

/** Codes of one page of the list. */
const perPage = 8;

interface Props {
  readonly at: Inspected;
  readonly kind: InputKind;
  /** The cell whose inputs are shown. */
  readonly chosen: number;
  /** Chooses the cell of a sample. */
  readonly onChoose: (sample: number) => void;
}

/** What H(Y|code) comes to over all inputs, and that it is what I(T;Y) leaves of H(Y). */
function meanText({ layer, inspection }: Inspected): string {
  const { cells, mixing, hy, information } = inspection;
  const sum = mixing.reduce((all, bits, cell) => all + (cells.sizes[cell] ?? 0) * bits, 0);
  return m('meanMixing', {
    layer: layerName(layer),
    hy: decimals(hy, 4),
    ity: decimals(information[1], 4),
    given: decimals(sum / cells.cellOf.length, 4),
  });
}

/** How many codes there are, of which sizes and classes; each can be chosen. */
export function Cells({ at, kind, chosen, onChoose }: Props) {
  const { cells, seen, orders, mixing } = at.inspection;
  const [order, setOrder] = useState<CellOrder>('largest');
  const [wanted, setPage] = useState(0);
  const all = cells.sizes.length;
  const page = pageWithin(wanted, perPage, all);
  const listed = orders[order].subarray(page * perPage, (page + 1) * perPage);
  const layer = layerName(at.layer);
  const inputs = cells.cellOf.length;
  return (
    <section>
      <h3>{m('cells') + t('mark.colon') + codesText(all)}</h3>
      {all === inputs && <p className="note strong">{m('saturated')}</p>}
      {all === 1 && <p className="note strong">{m('single')}</p>}
      <Segmented
        label={m('order')}
        choices={cellOrderNames.map((value) => ({ value, text: m(value) }))}
        value={order}
        onChange={(value) => {
          setOrder(value);
          setPage(0);
        }}
      />
      <div className="cell-list" role="region" aria-label={m('list', { layer })} tabIndex={0}>
        <table className="numbers">
          <thead>
            <tr>
              <th scope="col">{m('first')}</th>
              <th scope="col">{m('inputs')}</th>
              <th scope="col" colSpan={2}>
                {m('classes')}
              </th>
              <th scope="col">{m('mixing')}</th>
            </tr>
          </thead>
          <tbody>
            {[...listed].map((cell) => {
              const first = firstOf(at.inspection, cell);
              return (
                <tr key={cell} data-picked={cell === chosen}>
                  <th scope="row">
                    <button
                      type="button"
                      className="cell-name"
                      aria-pressed={cell === chosen}
                      aria-label={m('show', { input: kind.nameOf(first) })}
                      onClick={() => onChoose(first)}
                    >
                      {kind.nameOf(first)}
                    </button>
                  </th>
                  <td>{decimals(cells.sizes[cell] ?? 0, 0)}</td>
                  <td>{mostlyText(seen, cell)}</td>
                  <td className="bar-cell">
                    <MixBar cells={seen} cell={cell} />
                  </td>
                  <td>{decimals(mixing[cell] ?? 0, 3)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <Pager what={m('list', { layer })} page={page} perPage={perPage} all={all} onPage={setPage} />
      <p className="note">{meanText(at)}</p>
      {at.experiment.noise > 0 && (
        <p className="note">{m('noisy', { noise: formatField('noise', at.experiment.noise) })}</p>
      )}
      <Sizes at={at} />
    </section>
  );
}
