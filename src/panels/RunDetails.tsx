import { decimals, t } from '../i18n/t.ts';
import { runBudget } from '../store/checkpoints.ts';
import { useRun, useSampled, useStores } from '../store/hooks.ts';
import { trainingText } from './RunStatus.tsx';

/** What the run costs and keeps. */
export function RunDetails() {
  return (
    <details className="run-details">
      <summary>{t('run.details')}</summary>
      <Facts />
    </details>
  );
}

function Facts() {
  const { session } = useStores();
  const start = useRun((run) => run.start);
  const checked = useRun((run) => run.violations.length === 0);
  const training = useRun((run) => (run.status === 'done' ? trainingText(run) : ''));
  const measurements = useSampled((run) => run.measurements);
  const { checkpoints, trajectory } = session.run.state;
  if (!start || !trajectory || !checkpoints) return <p className="note">{t('table.none')}</p>;
  return (
    <dl>
      {training && (
        <>
          <dt>{t('run.training')}</dt>
          <dd>{training}</dd>
        </>
      )}
      <dt>{t('run.samples')}</dt>
      <dd>{t('run.samplesValue', { train: start.trainSamples, test: start.testSamples })}</dd>
      <dt>{t('run.kernel')}</dt>
      <dd>{t(`run.kernel.${start.kernel}`)}</dd>
      {checked && measurements > 0 && (
        <>
          <dt>{t('run.checks')}</dt>
          <dd>{t('run.checksPassed')}</dd>
        </>
      )}
      <dt>{t('run.memory')}</dt>
      <dd>
        {t('run.memoryValue', {
          trajectory: bytesText(trajectoryBytes(measurements, trajectory.rows)),
          checkpoints: bytesText(checkpoints.bytes),
        })}
      </dd>
      <dt>{t('run.checkpoints')}</dt>
      <dd>
        {checkpoints.kept === checkpoints.measurements
          ? t('run.checkpointsAll', { measurements: checkpoints.measurements })
          : t('run.checkpointsSome', {
              kept: checkpoints.kept,
              measurements: checkpoints.measurements,
              budget: bytesText(runBudget),
            })}
      </dd>
    </dl>
  );
}

/** Bytes of the trajectory's columns: 28 a row and 44 a measurement. */
function trajectoryBytes(measurements: number, rows: number): number {
  return measurements * (rows * 28 + 44);
}

export function bytesText(bytes: number): string {
  return bytes < 1e6
    ? t('run.bytes.kB', { value: decimals(bytes / 1e3, 0) })
    : t('run.bytes.MB', { value: decimals(bytes / 1e6, 1) });
}
