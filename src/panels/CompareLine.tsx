import './ghosts.ts';
import { X } from 'lucide-react';
import { c } from '../i18n/compare.ts';
import { reasonText } from '../i18n/reasons.ts';
import { comparisonOf } from '../store/comparison.ts';
import { useCompare, useRun, useSampled, useStores, useView } from '../store/hooks.ts';
import type { OtherRun } from '../store/other-run.ts';
import { lastEpoch, measuredEpoch } from '../store/player.ts';
import { nameBeside } from './differenceText.ts';
import { endedBefore, whyNoPath } from './ghosts.ts';
import { Segmented } from './Segmented.tsx';

const looks = [
  { value: 'behind', text: c('behind') },
  { value: 'beside', text: c('beside') },
] as const;

/** Which run is compared, how far it is, how it is shown. */
export default function CompareLine() {
  const { session } = useStores();
  const other = useCompare((state) => state.other);
  const beside = useCompare((state) => state.beside);
  const present = useRun((run) => run.experiment);
  if (!other) return null;
  return (
    <div className="compare-line" role="group" aria-label={c('bar')}>
      <p>
        <Sample />
        <Said other={other} present={present} />
      </p>
      <Segmented
        quiet
        label={c('look')}
        choices={looks}
        value={beside ? 'beside' : 'behind'}
        onChange={(look) => session.compare.setState({ beside: look === 'beside' })}
      />
      <button
        type="button"
        className="icon quiet"
        aria-label={c('removeLabel')}
        title={c('removeLabel')}
        onClick={() => comparisonOf(session).end()}
      >
        <X aria-hidden="true" />
      </button>
    </div>
  );
}

/** How it is drawn. */
function Sample() {
  return (
    <svg className="ghost-sample" viewBox="0 0 30 14" aria-hidden="true">
      <path d="M1 7H29" />
      <circle cx="15" cy="7" r="4.5" />
    </svg>
  );
}

interface SaidProps {
  readonly other: OtherRun;
  readonly present: OtherRun['experiment'] | null;
}

function Said({ other, present }: SaidProps) {
  const { session } = useStores();
  const beside = useCompare((state) => state.beside);
  const isSelf = useRun((run) => run.trajectory === other.facts.trajectory);
  const why = useView((view) => whyNoPath(session.run.state, view, other));
  const end = useSampled((run, view) => (beside ? null : endedBefore(run, view, other)));
  const busy = useRun(({ status }) => status === 'running' || status === 'paused');
  if (isSelf) return <span>{c('self')}</span>;
  const stands = standing(other, busy);
  return (
    <span>
      {c('with')} <b>{nameBeside(present, other)}</b>
      {stands !== '' && <span className="muted"> {stands}</span>}
      {why === 'ruler' && <span className="muted"> {c('otherRuler')}</span>}
      {why === 'file' && !beside && <span className="muted"> {c('otherRulerFile')}</span>}
      {why === null && end !== null && <span className="muted"> {c('endsAt', { epoch: end })}</span>}
    </span>
  );
}

/** How far it is, where it is not done. */
export function standing({ facts, set }: OtherRun, busy: boolean): string {
  const { status, trouble } = facts;
  if (status === 'done') return '';
  const epoch = measuredEpoch(facts);
  if (status === 'failed') return c('failed', { reason: reasonText(trouble?.detail ?? '') });
  if (status === 'cancelled' || status === 'idle') return c('stopped', { epoch });
  if (busy || set.status === 'paused') return c('waits');
  return c('training', { epoch, epochs: lastEpoch(facts) });
}
