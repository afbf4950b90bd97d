import { m } from '../i18n/maps.ts';
import { inARow } from '../i18n/t.ts';
import { useState } from 'react';
import type { DialogContentsProps } from './DialogButton.tsx';
import { EpochSlider } from './EpochSlider.tsx';
import { InspectButton } from './Inspector.tsx';
import { LargestCodes, Since, type Marked } from './MapTables.tsx';
import { LayerPicker } from './LayerPicker.tsx';
import { MapKey } from './MapKey.tsx';
import { MapPicture } from './MapPicture.tsx';
import { useMaps } from './mapsContext.ts';
import { codesText, mapLabel, pointText } from './mapText.ts';

interface Props extends DialogContentsProps {
  /** The layer shown first. */
  readonly layer: number;
}

/** One layer's map as large as the screen allows, with its codes in words, and what became of those of another epoch. */
export function LargeMap({ layer: first, onDone }: Props) {
  const { at, layout, rowOf } = useMaps();
  const [layer, setLayer] = useState(first);
  const [sample, setSample] = useState<number | null>(null);
  const [marked, setMarked] = useState<Marked | null>(null);
  const cells = at.rows[rowOf[layer] ?? layer]?.cells;
  if (!cells) return null;
  const shown = marked?.of === cells ? marked : null; // Of another epoch or layer there are other codes.
  return (
    <div className="map-large">
      <div className="map-large-picture">
        <MapPicture layer={layer} sample={sample} onPoint={setSample} marked={shown?.samples ?? null} keys />
        <EpochSlider />
      </div>
      <div className="map-large-side">
        <LayerPicker
          marked
          className="map-layers"
          label={m('pick')}
          layers={rowOf.length}
          layer={layer}
          onPick={setLayer}
        />
        <MapKey />
        <p className="map-words">{mapLabel(layer, at.epoch, cells)}</p>
        <p className="note maps-point" role="status">
          {sample === null ? inARow(m('hint'), m('keys')) : pointText(layer, layout, cells, sample)}
        </p>
        <h3>{m('largestCodes', { codes: codesText(cells.sizes.length) })}</h3>
        <LargestCodes cells={cells} layout={layout} />
        <Since layer={layer} marked={shown} onMark={setMarked} />
        <InspectButton layer={layer} onOpen={onDone} />
      </div>
    </div>
  );
}
