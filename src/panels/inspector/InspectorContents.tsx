import { m } from '../../i18n/inspector.ts';
import { reasonText } from '../../i18n/reasons.ts';
import { useMemo } from 'react';
import { isRuler, parseRuler } from '../../core/information/ruler-text.ts';
import { inARow } from '../../i18n/t.ts';
import { RangeCharts } from '../RangeCharts.tsx';
import { RepeatChoice } from '../RepeatChoice.tsx';
import { rulerName } from '../rulerName.ts';
import { Scatter, scattered } from '../Scatter.tsx';
import { Cells } from './Cells.tsx';
import { Formula } from './Formula.tsx';
import { inputKind, type InputKind } from './inputNames.ts';
import { cellOfSample } from './samples.ts';
import { Shared } from './Shared.tsx';
import { Units } from './Units.tsx';
import { Weights } from './Weights.tsx';
import { useInspection, type Inspected, type ReadBy } from './useInspection.ts';

interface Props {
  /** Whose code is looked at; null: the largest. */
  readonly sample: number | null;
  readonly onChoose: (sample: number) => void;
}

/** All there is to see of the layer, or why there is nothing. */
export function InspectorContents({ sample, onChoose }: Props) {
  const now = useInspection();
  if (now.kind === 'failed') return <p className="note">{m('failed', { detail: reasonText(now.detail) })}</p>;
  if (now.kind === 'mean') {
    return (
      <div className="inspector-choice">
        <p>{m('mean')}</p>
        <RepeatChoice />
      </div>
    );
  }
  if (now.kind !== 'shown') return <p className="note">{m(now.kind)}</p>;
  return <Opened at={now.at} sample={sample} onChoose={onChoose} />;
}

function Opened({ at, sample, onChoose }: Props & { readonly at: Inspected }) {
  const { experiment, inspection, epoch, wanted } = at;
  const kind = useMemo(() => inputKind(experiment.task), [experiment.task]);
  const { orders } = inspection;
  const cell = (sample === null ? undefined : cellOfSample(inspection, sample)) ?? orders.largest[0] ?? 0;
  return (
    <div className="inspector-inside">
      {epoch !== wanted && <p className="note strong">{m('thinned', { wanted, epoch })}</p>}
      <RepeatChoice named />
      <p className="note">{inARow(readText(at.readBy), ...overText(at, kind))}</p>
      <Formula at={at} />
      <Cells at={at} kind={kind} chosen={cell} onChoose={onChoose} />
      <Shared at={at} kind={kind} cell={cell} onChoose={onChoose} />
      <Scatter layer={at.layer} onPick={onChoose} />
      {scattered(experiment, at.layer) !== null && <p className="note">{m('pickScatter')}</p>}
      <Units at={at} />
      <Weights at={at} />
      <RangeCharts />
    </div>
  );
}

/** Over which samples, if not over all. */
function overText({ readBy, inspection }: Inspected, { layout }: InputKind): readonly string[] {
  const { chosen, labels } = inspection;
  const ruler = readBy.ruler === undefined ? null : parseRuler(readBy.ruler);
  if (!chosen || !ruler || !isRuler(ruler) || !ruler.samples) return [];
  const over = m(`over.${ruler.samples}`, { count: chosen.length, all: labels.length });
  return layout ? [over, m('noMap')] : [over];
}

function readText(by: ReadBy): string {
  switch (by.kind) {
    case 'exact':
    case 'grid':
      return m(by.kind);
    case 'ruler':
    case 'shuffled':
    case 'noCells':
      return m(by.kind, { ruler: rulerName(by.ruler) });
  }
}
