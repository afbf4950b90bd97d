import { decimals, t } from '../i18n/t.ts';
import { useRun, useSampled, useStores, useView } from '../store/hooks.ts';
import { LayerMark, layerVariable } from './LayerMark.tsx';
import { layerNow, readingOf } from './reading.ts';
import { layerName } from './sentences.ts';

/** Legend and read-out in a row, for narrow screens: the output first, as it has most to say. */
export function LayerChips() {
  const layers = useRun((run) => run.start?.layers ?? 0);
  return (
    <div className="chips" role="group" aria-label={t('layer.pick')}>
      {Array.from({ length: layers }, (_, i) => (
        <Chip key={i} layer={layers - 1 - i} />
      ))}
    </div>
  );
}

function Chip({ layer }: { readonly layer: number }) {
  const { session } = useStores();
  const picked = useView((view) => view.layer === layer);
  const hollow = useSampled((run, view) => layerNow(readingOf(run, view), layer)?.saturated ?? false);
  const values = useSampled((run, view) => {
    const now = layerNow(readingOf(run, view), layer);
    return now ? `${decimals(now.ixt, 2)} · ${decimals(now.ity, 2)}` : '–';
  });
  return (
    <button
      type="button"
      className="layer-chip"
      aria-pressed={picked}
      onClick={() => session.view.setState({ layer: picked ? null : layer })}
    >
      <LayerMark layer={layer} hollow={hollow} />
      <b style={{ color: layerVariable(layer) }}>{layerName(layer)}</b>
      <span className="num">{values}</span>
    </button>
  );
}
