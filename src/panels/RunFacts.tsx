import { t } from '../i18n/study.ts';
import { decimals } from '../i18n/t.ts';
import { memberBudget, type CheckpointSummary } from '../store/checkpoints.ts';
import { useRepeats, useRun, useSampled, useStores } from '../store/hooks.ts';
import { trainingText } from './RunStatus.tsx';

/** What the run, or all its repeats together, costs and keeps. Loaded when it is opened. */
export default function RunFacts() {
  const { session } = useStores();
  const start = useRun((run) => run.start);
  const checked = useRepeats(({ members }) => members.every(({ violations }) => violations.length === 0));
  const opened = useRepeats(({ fromFile }) => fromFile);
  const training = useRun((run) => (run.status === 'done' ? trainingText(run) : ''));
  const measurements = useSampled((run) => run.measurements);
  useSampled((_run, _view, repeats) => repeats.trainedEpochs);
  const { trajectory } = session.run.state;
  if (!start || !trajectory || !session.set) return <p className="note">{t('table.none')}</p>;
  const { members } = session.set;
  const all = members.reduce((sum, { facts }) => sum + facts.measurements, 0);
  const checkpoints = sumOf(members.map((member) => member.checkpoints.summary()));
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
          <dd>{t(opened > 0 ? 'run.checksFile' : 'run.checksPassed')}</dd>
        </>
      )}
      <dt>{t('run.memory')}</dt>
      <dd>
        {t('run.memoryValue', {
          trajectory: bytesText(trajectoryBytes(all, trajectory.rows)),
          checkpoints: bytesText(checkpoints.bytes),
        })}
      </dd>
      <dt>{t('run.checkpoints')}</dt>
      <dd>{checkpointsText(checkpoints, members.length)}</dd>
    </dl>
  );
}

function checkpointsText({ kept, measurements }: CheckpointSummary, repeats: number): string {
  if (measurements === 0) return t('run.checkpointsNone');
  if (kept === measurements) return t('run.checkpointsAll', { measurements });
  const budget = bytesText(repeats * memberBudget(repeats));
  return t('run.checkpointsSome', { kept, measurements, budget });
}

function sumOf(summaries: readonly CheckpointSummary[]): CheckpointSummary {
  const sum = (name: keyof CheckpointSummary): number =>
    summaries.reduce((all, summary) => all + summary[name], 0);
  return { kept: sum('kept'), measurements: sum('measurements'), bytes: sum('bytes') };
}

/** Bytes of the trajectory's columns: 32 a row and 44 a measurement. */
function trajectoryBytes(measurements: number, rows: number): number {
  return measurements * (rows * 32 + 44);
}

function bytesText(bytes: number): string {
  return bytes < 1e6
    ? t('run.bytes.kB', { value: decimals(bytes / 1e3, 0) })
    : t('run.bytes.MB', { value: decimals(bytes / 1e6, 1) });
}
