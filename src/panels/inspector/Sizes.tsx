import { m } from '../../i18n/inspector.ts';
import { decimals } from '../../i18n/t.ts';
import { layerName } from '../sentences.ts';
import type { Inspected } from './useInspection.ts';

/** How many codes have how many inputs, and what they add to H(T): the sum, group by group. */
export function Sizes({ at }: { readonly at: Inspected }) {
  const { parts, information } = at.inspection;
  const { groups, inputs, codes } = parts;
  const most = groups.reduce((all, group) => Math.max(all, group.inputs), 0);
  return (
    <details className="table-fold">
      <summary>{m('sizes')}</summary>
      <table className="numbers">
        <thead>
          <tr>
            <th scope="col">{m('size')}</th>
            <th scope="col">{m('codes')}</th>
            <th scope="col">{m('inputs')}</th>
            <td />
            <th scope="col">{m('bits', { layer: layerName(at.layer) })}</th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={group.least}>
              <th scope="row">
                {group.least === 1 ? '1' : m('sizeRange', { least: group.least, most: group.most })}
              </th>
              <td>{decimals(group.codes, 0)}</td>
              <td>{decimals(group.inputs, 0)}</td>
              <td className="bar-cell" aria-hidden="true">
                <span style={{ width: `${(100 * group.inputs) / most}%` }} />
              </td>
              <td>{decimals(group.bits, 3)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{m('all')}</th>
            <td>{decimals(codes, 0)}</td>
            <td>{decimals(inputs, 0)}</td>
            <td />
            <td>{decimals(information[0], 3)}</td>
          </tr>
        </tbody>
      </table>
    </details>
  );
}
