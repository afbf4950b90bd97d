import { m } from '../../i18n/inspector.ts';
import { useMemo, useState } from 'react';
import { MapKey } from '../MapKey.tsx';
import { MapPicture } from '../MapPicture.tsx';
import { MapsContext, type CodeColouring, type MapsState } from '../mapsContext.ts';
import { pointText } from '../mapText.ts';
import { layerName } from '../sentences.ts';
import { CellInputs } from './CellInputs.tsx';
import { mixText, inputsText } from './cellText.ts';
import type { InputKind } from './inputNames.ts';
import { firstOf } from './samples.ts';
import type { Inspected } from './useInspection.ts';

interface Props {
  readonly at: Inspected;
  readonly kind: InputKind;
  readonly cell: number;
  /** Chooses the cell of a sample. */
  readonly onChoose: (sample: number) => void;
}

/** The inputs of one code: where they lie among all, and what they are. */
export function Shared({ at, kind, cell, onChoose }: Props) {
  const { cells } = at.inspection;
  const size = cells.sizes[cell] ?? 0;
  const first = firstOf(at.inspection, cell);
  const input = kind.nameOf(first);
  const layer = layerName(at.layer);
  const label = at.inspection.labels[first] ?? 0;
  const isNoisy = at.experiment.noise > 0;
  return (
    <section className="shared">
      <h3>{m('shared')}</h3>
      {kind.layout && at.coloured && (
        <CellMap at={at} coloured={at.coloured} layout={kind.layout} cell={cell} onChoose={onChoose} />
      )}
      <p className="map-words" role="status">
        {size === 1
          ? m(isNoisy ? 'aloneOwn' : 'alone', { input, layer, label })
          : m(isNoisy ? 'chosenOwn' : 'chosen', {
              inputs: inputsText(size),
              layer,
              input,
              mix: mixText(cells, cell),
            })}
      </p>
      <CellInputs key={`${at.layer} ${input}`} at={at} kind={kind} cell={cell} />
    </section>
  );
}

interface MapProps extends Pick<Props, 'at' | 'cell' | 'onChoose'> {
  readonly layout: NonNullable<InputKind['layout']>;
  readonly coloured: NonNullable<Inspected['coloured']>;
}

/** The layer's map, on which the inputs of the chosen code stand out. */
function CellMap({ at, layout, coloured, cell, onChoose }: MapProps) {
  const [colouring, setColouring] = useState<CodeColouring>('share');
  const [pointed, setPointed] = useState<number | null>(null);
  const { epoch, layers, layer } = at;
  const { cells } = at.inspection;
  const state = useMemo((): MapsState => {
    const rows = [{ cells, colours: coloured.colours }];
    const rowOf = Array.from({ length: layers }, () => 0);
    return { at: { run: 0, epoch, rows }, layout, colouring, setColouring, rowOf };
  }, [cells, coloured, epoch, layers, layout, colouring]);
  const marked = useMemo(() => Uint8Array.from(cells.cellOf, (own) => (own === cell ? 1 : 0)), [cells, cell]);
  return (
    <MapsContext value={state}>
      <div className="shared-map">
        <MapPicture
          layer={layer}
          sample={pointed}
          onPoint={setPointed}
          marked={marked}
          onPick={onChoose}
          keys
        />
        <div>
          <MapKey />
          <p className="note">{pointed === null ? m('pickMap') : pointText(layer, layout, cells, pointed)}</p>
        </div>
      </div>
    </MapsContext>
  );
}
