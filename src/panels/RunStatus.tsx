import { Fingerprint } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { counted, decimals, t } from '../i18n/t.ts';
import { useFollowing, useLoading, useRepeats, useRun, useSampled, useStores } from '../store/hooks.ts';
import { lastEpoch, viewedEpoch } from '../store/player.ts';
import type { RunState } from '../store/run.ts';
import { AgainButton } from './AgainButton.tsx';
import { duration, repeatsText } from './repeatsText.ts';
import { useNarrow } from './useNarrow.ts';

const FollowingLine = lazy(async () => ({ default: (await import('./FollowingLine.tsx')).FollowingLine }));
const LoadingLine = lazy(async () => ({ default: (await import('./LoadingLine.tsx')).LoadingLine }));

/** Which epoch is looked at, and how far training is. */
export function RunStatus() {
  const epoch = useSampled((run, view) => viewedEpoch(run, view.head));
  const epochs = useRun(lastEpoch);
  const done = useRepeats((repeats) => repeats.status === 'done');
  const following = useFollowing();
  return (
    <div className="status" data-done={done}>
      <p className="status-epoch">
        <b>{t('status.epoch', { epoch })}</b> <span className="muted">{t('status.of', { epochs })}</span>
        {done && <ResultName />}
      </p>
      {following && done ? (
        <Suspense>
          <FollowingLine following={following} />
        </Suspense>
      ) : (
        <TrainingLine />
      )}
    </div>
  );
}

function ResultName() {
  const fingerprint = useRepeats((repeats) => repeats.fingerprint);
  const count = useRepeats(({ members }) => members.length);
  if (!fingerprint) return null;
  const hint = count === 1 ? t('status.fingerprintHint') : t('repeats.fingerprintHint', { count });
  return (
    <span className="fingerprint" title={hint}>
      <Fingerprint aria-hidden="true" />
      <output aria-label={t('status.fingerprint')}>{fingerprint}</output>
    </span>
  );
}

function TrainingLine() {
  const { session } = useStores();
  const status = useRepeats((repeats) => repeats.status);
  const loading = useLoading();
  const narrow = useNarrow();
  const text = useSampled((run, _, repeats) =>
    repeats.members.length > 1 ? repeatsText(repeats, narrow) : trainingText(run, narrow),
  );
  return (
    <div className="status-training">
      {loading ? (
        <Suspense fallback={<p>{text}</p>}>
          <LoadingLine state={loading} />
        </Suspense>
      ) : (
        <p>{text}</p>
      )}
      {status === 'running' && (
        <button
          type="button"
          className="small"
          aria-label={t('status.holdLabel')}
          onClick={() => session.hold()}
        >
          {t('status.hold')}
        </button>
      )}
      {status === 'paused' && (
        <button type="button" className="small" onClick={() => session.resume()}>
          {t('status.trainOn')}
        </button>
      )}
      {(status === 'running' || status === 'paused') && (
        <button
          type="button"
          className="small"
          aria-label={t('status.stopLabel')}
          onClick={() => session.stop()}
        >
          {t('status.stop')}
        </button>
      )}
      <AgainButton className="small" />
    </div>
  );
}

/** How far training is, as a sentence; a short one leaves out what the slider shows too. */
export function trainingText(run: RunState, short = false): string {
  const epoch = Math.floor(run.trainedEpochs);
  switch (run.status) {
    case 'idle':
    case 'waiting':
      return t('status.starting');
    case 'running':
      if (run.old || run.measurements === 0) return t('status.starting');
      if (run.rate === null || run.secondsLeft === null) return t('status.trainingSlow', { epoch });
      return t(short ? 'status.trainingShort' : 'status.trainingAt', {
        epoch,
        rate: rounded(run.rate),
        left: duration(run.secondsLeft),
      });
    case 'paused':
      return t('status.held', { epoch });
    case 'cancelled':
      return run.old ? t('status.noStart') : t('status.stopped', { epoch });
    case 'failed':
      return run.old ? t('status.noStart') : t('status.failed', { epoch });
    case 'done': {
      const amounts = {
        epochs: counted('count.epochs', lastEpoch(run)),
        measurements: counted('count.measurements', run.measurements),
      };
      if (run.fromFile) {
        return t('status.opened', amounts);
      }
      return t('status.done', {
        ...amounts,
        seconds: decimals(run.elapsedMs / 1000, 1),
      });
    }
  }
}

/** Two digits that do not dance: 1,940 becomes 1,900. */
function rounded(rate: number): string {
  if (rate < 10) return decimals(rate, 1);
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(rate)) - 1);
  return decimals(Math.round(rate / unit) * unit, 0);
}
