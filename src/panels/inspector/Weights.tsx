import { m } from '../../i18n/inspector.ts';
import { useMemo, useState } from 'react';
import type { LayerWeights } from '../../core/inspection/layer-weights.ts';
import { palettes } from '../../plots/colours.ts';
import { divergingColour } from '../../plots/diverging.ts';
import { decimals, inARow } from '../../i18n/t.ts';
import { useTheme } from '../../store/theme.ts';
import { shapeOf } from '../dataSets.ts';
import { layerName } from '../sentences.ts';
import type { Inspected } from './useInspection.ts';
import { WeightPicture } from './WeightPicture.tsx';
import { imagePlaces, largestWeight, matrixPlaces } from './weightPlaces.ts';
import { WeightTable } from './WeightTable.tsx';

/** What a layer has learned: its weights as a picture, each readable, and as a table. */
export function Weights({ at }: { readonly at: Inspected }) {
  const { weights } = at.inspection;
  return (
    <section>
      <h3>{m('weights')}</h3>
      {weights ? <Shown at={at} weights={weights} /> : <p className="note">{m('weightsNone')}</p>}
    </section>
  );
}

interface ShownProps {
  readonly at: Inspected;
  readonly weights: LayerWeights;
}

function Shown({ at, weights }: ShownProps) {
  const [weight, setWeight] = useState<number | null>(null);
  const { rows, columns } = weights;
  const { image } = shapeOf(at.experiment);
  const isImage = at.layer === 0 && image !== null && rows === image.height * image.width;
  const places = useMemo(() => {
    return isImage ? imagePlaces({ rows, columns }, image) : matrixPlaces({ rows, columns });
  }, [isImage, image, rows, columns]);
  const largest = largestWeight(weights);
  const how = weights.isQuantized ? 'weightsQuantized' : 'weightsFloat';
  return (
    <>
      <Scale largest={largest} />
      <WeightPicture
        weights={weights}
        places={places}
        largest={largest}
        label={m('weightsLabel', { layer: layerName(at.layer), rows, columns })}
        weight={weight}
        onWeight={setWeight}
      />
      <p className="note weight-said" role="status">
        {weight === null ? m('weightsHint') : weightText(weights, weight)}
      </p>
      <p className="note">{inARow(m(how), m(isImage ? 'weightsImages' : 'weightsMatrix'))}</p>
      <WeightTable weights={weights} />
    </>
  );
}

/** A weight, or a bias, in words. */
function weightText(
  { rows, columns, used, trained, bias, isQuantized }: LayerWeights,
  weight: number,
): string {
  const column = (weight % columns) + 1;
  if (weight >= rows * columns) {
    return m('biasOf', { column, value: decimals(bias[weight - rows * columns] ?? NaN, 4) });
  }
  const row = Math.floor(weight / columns) + 1;
  const value = decimals(used[weight] ?? NaN, 4);
  if (!isQuantized) return m('weight', { row, column, value });
  return m('weightTrained', { row, column, value, trained: decimals(trained[weight] ?? NaN, 4) });
}

const stops = [-1, -0.5, 0, 0.5, 1];

function Scale({ largest }: { readonly largest: number }) {
  const palette = palettes[useTheme()];
  const colours = stops.map((stop) => `rgb(${divergingColour(stop, palette).join(' ')})`);
  return (
    <p className="map-scale weight-scale">
      <span>{decimals(-largest, 3)}</span>
      <span
        className="map-scale-bar"
        style={{ background: `linear-gradient(90deg, ${colours.join(', ')})` }}
        aria-hidden="true"
      />
      <span>{decimals(largest, 3)}</span>
    </p>
  );
}
