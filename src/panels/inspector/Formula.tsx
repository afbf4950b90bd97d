import { m } from '../../i18n/inspector.ts';
import { decimals } from '../../i18n/t.ts';
import { layerName } from '../sentences.ts';
import { codesText } from './cellText.ts';
import type { Inspected } from './useInspection.ts';

const bits = (value: number): string => decimals(value, 3);
/** A figure more, so that what is reckoned with them comes to the result. */
const term = (value: number): string => decimals(value, 4);

/** I(X;T) and I(T;Y) as sums over this epoch's codes. */
export function Formula({ at }: { readonly at: Inspected }) {
  const { information, parts } = at.inspection;
  const [ixt, ity] = information;
  const { inputs, shared, given } = parts;
  const layer = layerName(at.layer);
  return (
    <section>
      <h3>{m('formula')}</h3>
      <p className="note">{m('hx', { inputs, layer })}</p>
      <p className="formula">
        <span className="term">I(X;{layer}) = </span>
        <span className="term">
          log<sub>2</sub> {decimals(inputs, 0)}
        </span>{' '}
        <span className="term">
          − <sup>1</sup>/<sub>{decimals(inputs, 0)}</sub> Σ <i>c</i> log<sub>2</sub> <i>c</i>
        </span>{' '}
        <span className="term">
          = {term(ixt + shared)} − {term(shared)}
        </span>{' '}
        <span className="term">
          = <b data-value="ixt">{bits(ixt)}</b>
        </span>
      </p>
      <p className="note">{m('c', { codes: codesText(parts.codes) })}</p>
      <p className="formula">
        <span className="term">I({layer};Y) = </span>
        <span className="term">
          H({layer}) − H({layer}|Y)
        </span>{' '}
        <span className="term">
          = {term(ixt)} − {term(given)}
        </span>{' '}
        <span className="term">
          = <b data-value="ity">{bits(ity)}</b>
        </span>
      </p>
      <Within at={at} />
    </section>
  );
}

/** What H(T|Y) is made of: the codes of each class's inputs. */
function Within({ at }: { readonly at: Inspected }) {
  const { classes, inputs, given, codes } = at.inspection.parts;
  const layer = layerName(at.layer);
  return (
    <details className="table-fold">
      <summary>{m('formulaTable', { layer })}</summary>
      <table className="numbers">
        <thead>
          <tr>
            <th scope="col">{m('class')}</th>
            <th scope="col">{m('inputs')}</th>
            <th scope="col">{m('codes')}</th>
            <th scope="col">{m('within', { layer })}</th>
          </tr>
        </thead>
        <tbody>
          {classes.map((part, label) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{decimals(part.inputs, Number.isInteger(part.inputs) ? 0 : 2)}</td>
              <td>{decimals(part.codes, 0)}</td>
              <td>{bits(part.bits)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{m('all')}</th>
            <td>{decimals(inputs, 0)}</td>
            <td>{decimals(codes, 0)}</td>
            <td>
              H({layer}|Y) = {bits(given)}
            </td>
          </tr>
        </tbody>
      </table>
    </details>
  );
}
