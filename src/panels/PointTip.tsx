import { isSaturated } from '../core/experiment/summary.ts';
import { describePoint, layerOfRow, type PointNumbers } from '../plots/rows.ts';
import type { PointRef } from '../plots/pick.ts';
import type { ScreenPoint } from '../plots/plane.ts';
import { decimals, inARow, plural, t } from '../i18n/t.ts';
import { useStores } from '../store/hooks.ts';
import { shownPath } from '../store/rulers.ts';
import { LayerMark, layerVariable } from './LayerMark.tsx';
import { layerName } from './sentences.ts';

export interface Anchor extends ScreenPoint {
  /** Width of the plane, px. */
  readonly width: number;
}

interface Props {
  readonly point: PointRef;
  /** Where it is drawn, px in the plane. */
  readonly place: Anchor;
  /** Read out, since it was reached by keyboard. */
  readonly spoken: boolean;
}

/** Px it needs at each side of the point to stand above or below it. */
const tipRoom = 130;

/** What one point of the plane is, beside it. */
export function PointTip({ point, place, spoken }: Props) {
  const { session, embed } = useStores();
  const path = shownPath(session.run.state, session.view.getState());
  if (!path) return null;
  const numbers = describePoint(path.columns, path.rows, point.row, point.index);
  if (Number.isNaN(numbers.ixt)) return null;
  const layer = layerOfRow(path.rows, point.row);
  const saturated = isSaturated(numbers.ixt, path.limits.hx);
  return (
    <>
      <div
        className="tip"
        aria-hidden="true"
        style={{ left: `${place.x}px`, top: `${place.y}px` }}
        data-below={place.y < 150}
        data-side={place.x < tipRoom ? 'right' : place.x > place.width - tipRoom ? 'left' : 'middle'}
      >
        <p className="tip-title">
          <LayerMark layer={layer} hollow={saturated} />
          <b style={{ color: layerVariable(layer) }}>
            {t('plane.pointTitle', { layer: layerName(layer), epoch: numbers.epoch })}
          </b>
        </p>
        <table>
          <tbody>
            <Line name={t('layers.ixt')} value={t('tip.bits', { value: decimals(numbers.ixt, 3) })} />
            <Line name={t('layers.ity')} value={t('tip.bits', { value: decimals(numbers.ity, 3) })} />
            {path.ruler === null && <Line name={t('layer.codes')} value={decimals(numbers.codes, 0)} />}
          </tbody>
        </table>
        {saturated && <p className="tip-note">{t('layers.saturatedShort')}</p>}
        {!embed && <p className="tip-note muted">{t('tip.inspect')}</p>}
      </div>
      {spoken && (
        <p className="unseen" aria-live="polite">
          {sentence(layer, numbers, saturated, path.ruler === null)}
        </p>
      )}
    </>
  );
}

function Line({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="num">{value}</td>
    </tr>
  );
}

/** A point's numbers as one sentence. */
function sentence(
  layer: number,
  { epoch, ixt, ity, codes }: PointNumbers,
  saturated: boolean,
  counted: boolean,
): string {
  const values = { layer: layerName(layer), epoch, ixt: decimals(ixt, 3), ity: decimals(ity, 3) };
  const said = counted
    ? t('plane.point', {
        ...values,
        codes: t(`plane.codes.${plural(codes)}`, { codes }),
      })
    : t('plane.pointByRuler', values);
  return saturated ? inARow(said, t('plane.pointSaturated')) : said;
}
