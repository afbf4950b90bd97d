import { m } from '../i18n/maps.ts';
import { Maximize2 } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type FunctionComponent } from 'react';
import { partitionEntropy } from '../core/information/partition.ts';
import { mapLayout } from '../core/tasks/map-layout.ts';
import { decimals } from '../i18n/t.ts';
import { reasonText } from '../i18n/reasons.ts';
import { useRun, useView } from '../store/hooks.ts';
import { shapeOf } from './dataSets.ts';
import { DialogButton, type DialogContentsProps } from './DialogButton.tsx';
import { LargeMap } from './LargeMap.tsx';
import { LayerMark, layerVariable } from './LayerMark.tsx';
import { MapKey } from './MapKey.tsx';
import { MapPicture } from './MapPicture.tsx';
import { MapsContext, useMaps, type CodeColouring, type MapsState } from './mapsContext.ts';
import { codesText, layoutText, pointText } from './mapText.ts';
import { rowOf } from './reading.ts';
import { layerName } from './sentences.ts';
import { usePartitions, type PartitionsNow } from './usePartitions.ts';

/** Maps of all layers at the epoch looked at. Loaded when the fold is opened. */
export default function MapsContents() {
  const experiment = useRun((run) => run.experiment);
  const task = experiment?.task;
  const layout = useMemo(() => (task === undefined ? null : mapLayout(task)), [task]);
  if (!experiment) return <p className="note">{m('none')}</p>;
  if (!layout) return <p className="note">{m('noLayout', { samples: shapeOf(experiment).samples })}</p>;
  return <Shown layout={layout} />;
}

function Shown({ layout }: Pick<MapsState, 'layout'>) {
  const now = usePartitions(null);
  const output = useView((view) => view.output);
  const [colouring, setColouring] = useState<CodeColouring>('share');
  const host = useRef<HTMLDivElement>(null);
  const samples = layout.sampleAt.length;
  // The last answer may be that of a run before, of another task.
  const at = now.kind === 'shown' && now.at.rows[0]?.cells.cellOf.length === samples ? now.at : null;
  const isThere = at !== null;
  useEffect(() => {
    if (isThere && host.current) bringUp(host.current.closest('details') ?? host.current);
  }, [isThere]);
  const state = useMemo((): MapsState | null => {
    if (!at) return null;
    const rows = at.rows.length;
    const shown = Array.from({ length: rows - 1 }, (_, layer) => rowOf({ rows, output }, layer));
    return { at, layout, colouring, setColouring, rowOf: shown };
  }, [at, layout, colouring, output]);
  return (
    <div ref={host}>
      {state ? (
        <MapsContext value={state}>
          <Row />
        </MapsContext>
      ) : (
        <p className="note">{reason(now)}</p>
      )}
    </div>
  );
}

/** Why there is nothing to see. */
function reason(now: PartitionsNow): string {
  if (now.kind === 'failed') return m('failed', { detail: reasonText(now.detail) });
  return m(now.kind === 'shown' ? 'waiting' : now.kind);
}

/** Scrolls the column, and nothing else, so that what was opened is in sight. */
function bringUp(element: Element): void {
  let column = element.parentElement;
  while (column && !isScrolling(column)) column = column.parentElement;
  if (!column) return;
  column.scrollTop += element.getBoundingClientRect().top - column.getBoundingClientRect().top;
}

const isScrolling = (element: Element): boolean =>
  element.scrollHeight > element.clientHeight && /auto|scroll/.test(getComputedStyle(element).overflowY);

/** The maps side by side; an input that is pointed at in one stands out in all. */
function Row() {
  const { at, layout, rowOf: rows } = useMaps();
  const [pointed, setPointed] = useState<{ readonly layer: number; readonly sample: number } | null>(null);
  const cells = pointed && at.rows[rows[pointed.layer] ?? 0]?.cells;
  return (
    <div className="maps-inside">
      <MapKey />
      <p className="note maps-point">
        {pointed && cells ? pointText(pointed.layer, layout, cells, pointed.sample) : m('hint')}
      </p>
      <div className="maps-row">
        {rows.map((_, layer) => (
          <Small
            key={layer}
            layer={layer}
            sample={pointed?.sample ?? null}
            onPoint={(sample) => setPointed(sample === null ? null : { layer, sample })}
          />
        ))}
      </div>
      <p className="note">{layoutText(layout)}</p>
    </div>
  );
}

interface SmallProps {
  readonly layer: number;
  readonly sample: number | null;
  readonly onPoint: (sample: number | null) => void;
}

function Small({ layer, sample, onPoint }: SmallProps) {
  const { at, rowOf: rows } = useMaps();
  const cells = at.rows[rows[layer] ?? layer]?.cells;
  if (!cells) return null;
  return (
    <figure className="maps-one">
      <MapPicture layer={layer} sample={sample} onPoint={onPoint} />
      <figcaption>
        <span className="maps-name" style={{ color: layerVariable(layer) }}>
          <LayerMark layer={layer} hollow={false} />
          {layerName(layer)}
          <b className="maps-codes">{codesText(cells.sizes.length)}</b>
        </span>
        <DialogButton
          icon={Maximize2}
          text={m('large', { layer: layerName(layer) })}
          title={m('largeTitle')}
          closeText={m('close')}
          className="map-dialog"
          contents={larges[layer] ?? NoMap}
        />
        <span className="maps-numbers">
          {m('bits', { bits: decimals(partitionEntropy(cells), 3) })}
          <br />
          {m('largest', { size: cells.sizes.reduce((most, size) => Math.max(most, size), 0) })}
        </span>
      </figcaption>
    </figure>
  );
}

const NoMap = (): null => null;

/** For each layer what its dialog holds; more than nine layers there are not. */
const larges: readonly FunctionComponent<DialogContentsProps>[] = Array.from({ length: 9 }, (_, layer) => {
  return function LargeOfLayer({ onDone }: DialogContentsProps) {
    return <LargeMap layer={layer} onDone={onDone} />;
  };
});
