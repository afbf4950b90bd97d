import { m } from '../../i18n/inspector.ts';
import { useState } from 'react';
import type { LayerWeights } from '../../core/inspection/layer-weights.ts';
import { decimals } from '../../i18n/t.ts';
import { Pager, pageWithin } from './Pager.tsx';

/** Inputs of one page. */
const perPage = 16;

/** The weights in figures, a page of inputs at a time, with the biases below; built when it is opened. */
export function WeightTable({ weights }: { readonly weights: LayerWeights }) {
  const [open, setOpen] = useState(false);
  return (
    <details className="table-fold" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{m('weightsTable')}</summary>
      {open && <Table weights={weights} />}
    </details>
  );
}

function Table({ weights: { rows, columns, used, bias } }: { readonly weights: LayerWeights }) {
  const [wanted, setPage] = useState(0);
  const page = pageWithin(wanted, perPage, rows);
  const inputs = Array.from(
    { length: Math.min(perPage, rows - page * perPage) },
    (_, i) => page * perPage + i,
  );
  const units = Array.from({ length: columns }, (_, unit) => unit);
  return (
    <>
      <div className="weight-table" role="region" aria-label={m('weightsTable')} tabIndex={0}>
        <table className="numbers">
          <thead>
            <tr>
              <th scope="col">{m('input')}</th>
              {units.map((unit) => (
                <th key={unit} scope="col">
                  {m('unit', { unit: unit + 1 })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {inputs.map((input) => (
              <tr key={input}>
                <th scope="row">{input + 1}</th>
                {units.map((unit) => (
                  <td key={unit}>{decimals(used[input * columns + unit] ?? NaN, 4)}</td>
                ))}
              </tr>
            ))}
            <tr>
              <th scope="row">{m('bias')}</th>
              {units.map((unit) => (
                <td key={unit}>{decimals(bias[unit] ?? NaN, 4)}</td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
      <Pager what={m('weightsTable')} page={page} perPage={perPage} all={rows} onPage={setPage} />
    </>
  );
}
