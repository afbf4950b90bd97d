import { m } from '../i18n/maps.ts';
import { useMemo, useState } from 'react';
import { partitionEntropy, type Partition } from '../core/information/partition.ts';
import { partitionChange, type Regrouping } from '../core/information/partition-change.ts';
import type { MapLayout } from '../core/tasks/map-layout.ts';
import { decimals } from '../i18n/t.ts';
import { useRun } from '../store/hooks.ts';
import { lastEpoch } from '../store/player.ts';
import { useMaps } from './mapsContext.ts';
import { classShare, largestCells, percent } from './mapText.ts';
import { NumberField } from './NumberField.tsx';
import { usePartitions } from './usePartitions.ts';

/** Codes and regroupings that are listed. */
const most = 5;

interface CodesProps {
  readonly cells: Partition;
  readonly layout: MapLayout;
}

/** The codes that most inputs share. */
export function LargestCodes({ cells, layout }: CodesProps) {
  const { cellOf, sizes } = cells;
  return (
    <table className="numbers">
      <thead>
        <tr>
          <th scope="col">{m('first')}</th>
          <th scope="col">{m('inputs')}</th>
          <th scope="col">{m('share')}</th>
        </tr>
      </thead>
      <tbody>
        {largestCells(cells, most).map((cell) => (
          <tr key={cell}>
            <th scope="row">{layout.nameOf(cellOf.indexOf(cell))}</th>
            <td>{decimals(sizes[cell] ?? 0, 0)}</td>
            <td>{m('percent', { share: percent(classShare(cells, cell)) })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The inputs of one regrouping, to stand out on the map. */
export interface Marked {
  readonly kind: 'merges' | 'splits';
  /** The cell: of the later epoch for merges, of the earlier one for splits. */
  readonly cell: number;
  /** 1 for each of its samples, (samples). */
  readonly samples: Uint8Array;
  /** The cells of the map that it was chosen on. */
  readonly of: Partition;
}

interface SinceProps {
  readonly layer: number;
  readonly marked: Marked | null;
  readonly onMark: (marked: Marked | null) => void;
}

/** Which codes of another epoch have merged and which were split, with their bits; each can be marked on the map. */
export function Since({ layer, marked, onMark }: SinceProps) {
  const { at, rowOf } = useMaps();
  const epochs = useRun(lastEpoch);
  const [since, setSince] = useState(0);
  const then = usePartitions(since);
  const row = rowOf[layer] ?? layer;
  const before = then.kind === 'shown' && then.at.run === at.run ? then.at.rows[row]?.cells : undefined;
  const after = at.rows[row]?.cells;
  const change = useMemo(() => (before && after ? partitionChange(before, after) : null), [before, after]);
  const epoch = then.kind === 'shown' ? then.at.epoch : since;
  return (
    <>
      <div className="row map-since">
        <span aria-hidden="true">{m('since')}</span>
        <span className="row-end">
          <NumberField
            label={m('since')}
            value={since}
            min={0}
            max={epochs}
            whole
            onChange={(typed) => setSince(Math.min(epochs, Math.max(0, Math.round(typed))))}
            onReject={() => undefined}
          />
        </span>
      </div>
      {then.kind === 'none' && <p className="note">{m('none')}</p>}
      {change && before && after && (
        <>
          <p className="map-words">
            {change.merges.length + change.splits.length === 0
              ? m('same', { epoch })
              : m('change', {
                  epoch,
                  merged: decimals(change.merged, 3),
                  split: decimals(change.split, 3),
                  before: decimals(partitionEntropy(before), 3),
                  after: decimals(partitionEntropy(after), 3),
                })}
          </p>
          <div className="map-changes">
            <Regroupings kind="merges" all={change.merges} cells={after} of={after} {...{ marked, onMark }} />
            <Regroupings
              kind="splits"
              all={change.splits}
              cells={before}
              of={after}
              {...{ marked, onMark }}
            />
          </div>
        </>
      )}
    </>
  );
}

interface RegroupingsProps extends Pick<SinceProps, 'marked' | 'onMark'>, Pick<Marked, 'kind' | 'of'> {
  readonly all: readonly Regrouping[];
  /** The partition whose cells are regrouped. */
  readonly cells: Partition;
}

function Regroupings({ kind, all, cells, of, marked, onMark }: RegroupingsProps) {
  if (all.length === 0) return null;
  const isMarked = (cell: number): boolean => marked?.kind === kind && marked.cell === cell;
  const mark = (cell: number): void => {
    const samples = Uint8Array.from(cells.cellOf, (own) => (own === cell ? 1 : 0));
    onMark(isMarked(cell) ? null : { kind, cell, samples, of });
  };
  return (
    <table className="numbers">
      <caption>{m(kind, { count: decimals(all.length, 0) })}</caption>
      <thead>
        <tr>
          <th scope="col">{m('inputs')}</th>
          <th scope="col">{m(kind === 'merges' ? 'from' : 'into')}</th>
          <th scope="col">{m('bitsColumn')}</th>
        </tr>
      </thead>
      <tbody>
        {all.slice(0, most).map(({ cell, size, pieces, bits }) => (
          <tr key={cell}>
            <td>
              <button
                type="button"
                className="mark-cell"
                aria-pressed={isMarked(cell)}
                aria-label={m(kind === 'merges' ? 'markMerge' : 'markSplit', { size })}
                onClick={() => mark(cell)}
              >
                {decimals(size, 0)}
              </button>
            </td>
            <td>{decimals(pieces.length, 0)}</td>
            <td>{decimals(bits, 3)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
