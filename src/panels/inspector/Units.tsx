import { m } from '../../i18n/inspector.ts';
import { useState } from 'react';
import { decimals, inARow } from '../../i18n/t.ts';
import { layerVariable } from '../LayerMark.tsx';
import { rulerName } from '../rulerName.ts';
import { Pager, pageWithin } from './Pager.tsx';
import { barsPath, codesPerBar, mostFrequent, unitBars } from './unitBars.ts';
import type { Inspected } from './useInspection.ts';

/** Units of one page. */
const perPage = 16;
const [width, height] = [128, 40];

/** Each neuron's codes: how often it has which, and how many it uses. */
export function Units({ at }: { readonly at: Inspected }) {
  const { readBy } = at;
  const { units, histograms, cells } = at.inspection;
  const [wanted, setPage] = useState(0);
  const page = pageWithin(wanted, perPage, units);
  const inputs = cells.cellOf.length;
  const shown = Array.from(
    { length: Math.min(perPage, units - page * perPage) },
    (_, i) => page * perPage + i,
  );
  if (!histograms) {
    return (
      <section>
        <h3>{m('units')}</h3>
        <p className="note">{m('tooMany', { outputs: units * inputs })}</p>
      </section>
    );
  }
  const { possible, isFloat, different } = histograms;
  const each = codesPerBar(possible);
  return (
    <section>
      <h3>{m('units')}</h3>
      <ul className="unit-list">
        {shown.map((unit) => {
          const used = different[unit] ?? 0;
          const values = { unit: unit + 1, used, possible, inputs, most: mostFrequent(histograms, unit) };
          return (
            <li key={unit}>
              <svg
                viewBox={`0 0 ${width} ${height}`}
                role="img"
                aria-label={m(isFloat ? 'unitFloatLabel' : 'unitLabel', values)}
              >
                <path
                  d={barsPath(unitBars(histograms, unit), width, height)}
                  fill={layerVariable(at.layer)}
                />
                <line x1={0} x2={width} y1={height - 0.5} y2={height - 0.5} />
              </svg>
              <span className="unit-name">{m('unit', { unit: unit + 1 })}</span>
              <span className="unit-levels">
                {isFloat
                  ? m('numbers', { used: decimals(used, 0) })
                  : m('levels', { used: decimals(used, 0), possible: decimals(possible, 0) })}
              </span>
            </li>
          );
        })}
      </ul>
      <Pager what={m('units')} page={page} perPage={perPage} all={units} onPage={setPage} />
      <p className="note">
        {inARow(
          isFloat
            ? m('unitsFloat', { possible })
            : each === 1
              ? m('unitsNote', { last: possible - 1 })
              : m('unitsTogether', { last: possible - 1, each }),
          at.layer === at.layers - 1 && m('unitsLogits'),
          readBy.kind === 'ruler' && m('unitsOwn', { ruler: rulerName(readBy.ruler) }),
        )}
      </p>
    </section>
  );
}
