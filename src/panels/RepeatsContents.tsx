import type { DiscardedFit } from '../core/experiment/repeat.ts';
import { t } from '../i18n/study.ts';
import { decimals, plural } from '../i18n/t.ts';
import { useRepeats, useStores } from '../store/hooks.ts';

/** Each repeat, and the attempts thrown away. Loaded when it is opened. */
export default function RepeatsContents() {
  return (
    <>
      <Members />
      <Thrown />
    </>
  );
}

function Members() {
  const { session } = useStores();
  const members = useRepeats((repeats) => repeats.members);
  useRepeats((repeats) => repeats.version);
  const seed = session.set?.experiment.seed ?? 0;
  const distances = distancesOf(session.set?.statistics() ?? null);
  return (
    <>
      <div className="table-scroll" tabIndex={0} role="region" aria-label={t('repeats.title')}>
        <table className="numbers">
          <caption>{t('repeats.table', { seed: String(seed) })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('repeats.repeat')}</th>
              <th scope="col">{t('repeats.state')}</th>
              <th scope="col">{t('repeats.distance')}</th>
              <th scope="col">{t('status.fingerprint')}</th>
            </tr>
          </thead>
          <tbody>
            {members.map(({ repeat, attempt, isBadFit, status, fingerprint }) => (
              <tr key={repeat}>
                <th scope="row">{repeat}</th>
                <td>
                  {t(`repeats.state.${status}`)}
                  {isBadFit && <small>{t('repeats.keptBadFit')}</small>}
                  {attempt > 1 && <small>{t('repeats.atAttempt', { attempt })}</small>}
                </td>
                <td>{decimalsOrDash(distances.get(repeat))}</td>
                <td className="code">{fingerprint ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="note">{t('repeats.distanceNote')}</p>
    </>
  );
}

interface Ranked {
  readonly repeats: readonly number[];
  readonly ranking: { readonly distances: Float64Array };
  readonly ensemble: { readonly ixt: { readonly mean: Float64Array }; readonly epoch: Int32Array };
}

/** By repeat: root of the mean squared distance, over measurements and the layers that are ranked, in bits. */
function distancesOf(statistics: Ranked | null): ReadonlyMap<number, number> {
  if (!statistics) return new Map();
  const { repeats, ranking, ensemble } = statistics;
  const points = ensemble.ixt.mean.length - ensemble.epoch.length;
  return new Map(repeats.map((repeat, i) => [repeat, Math.sqrt((ranking.distances[i] ?? NaN) / points)]));
}

function decimalsOrDash(value: number | undefined): string {
  return value === undefined ? '–' : decimals(value, 2);
}

function Thrown() {
  const discarded = useRepeats((repeats) => repeats.discarded);
  const kept = useRepeats(({ members }) => members.filter(({ isBadFit }) => isBadFit).length);
  if (discarded.length === 0 && kept > 0)
    return <p className="note">{t(`repeats.kept.${plural(kept)}`, { kept })}</p>;
  if (discarded.length === 0) return <p className="note">{t('repeats.none')}</p>;
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={t('repeats.thrown')}>
      <table className="numbers">
        <caption>{t('repeats.thrown')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('repeats.thrownSeed')}</th>
            <th scope="col">{t('repeats.repeat')}</th>
            <th scope="col">{t('repeats.attempt')}</th>
            <th scope="col">{t('repeats.thrownEpoch')}</th>
            <th scope="col">{t('repeats.thrownAccuracy')}</th>
          </tr>
        </thead>
        <tbody>
          {discarded.map((fit) => (
            <ThrownRow key={`${fit.repeat} ${fit.attempt}`} {...fit} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ThrownRow({ seed, repeat, attempt, epoch, accuracy }: DiscardedFit) {
  return (
    <tr>
      <td>{String(seed)}</td>
      <td>{repeat}</td>
      <td>{attempt}</td>
      <td>{decimals(epoch, 0)}</td>
      <td>{decimals(accuracy, 3)}</td>
    </tr>
  );
}
