import { Pause, Play } from 'lucide-react';
import { useEffect } from 'react';
import { w } from '../../i18n/sweep.ts';
import { LayerMark, layerVariable } from '../LayerMark.tsx';
import { Segmented } from '../Segmented.tsx';
import { layerName } from '../sentences.ts';
import { useSweepScale } from './sweepPlane.ts';
import { useSweep, useSweepHere, useSweepView } from './useSweep.ts';

/** Seconds in which all epochs pass. */
const seconds = 10;

/** One epoch for all planes, how paths are coloured, and which layer stands out. */
export function SweepControls() {
  const { view } = useSweepHere();
  const colourBy = useSweepView((state) => state.colourBy);
  return (
    <div className="sweep-controls">
      <EpochOfAll />
      <Segmented
        label={w('colour')}
        choices={[
          { value: 'epoch', text: w('colourEpoch') },
          { value: 'layer', text: w('colourLayer') },
        ]}
        value={colourBy}
        onChange={(next) => view.setState({ colourBy: next })}
      />
      <Layers />
    </div>
  );
}

function EpochOfAll() {
  const { view } = useSweepHere();
  const place = useSweepView((state) => state.place);
  const playing = useSweepView((state) => state.playing);
  const colourBy = useSweepView((state) => state.colourBy);
  const scale = useSweepScale();
  useEffect(() => {
    if (!playing) return;
    let before = performance.now();
    let frame = requestAnimationFrame(function move(now: number) {
      const next = Math.min(1, view.getState().place + Math.max(0, now - before) / 1000 / seconds);
      before = now;
      view.setState({ place: next, playing: next < 1 });
      if (next < 1) frame = requestAnimationFrame(move);
    });
    return () => cancelAnimationFrame(frame);
  }, [playing, view]);
  const text = w('epochOf', { epoch: Math.round(scale.epoch(place)), epochs: scale.last });
  const toggle = (): void => view.setState({ playing: !playing, place: !playing && place >= 1 ? 0 : place });
  return (
    <div className="sweep-epoch" data-colour={colourBy}>
      <button
        type="button"
        className="icon"
        aria-label={w(playing ? 'pause' : 'play')}
        title={w(playing ? 'pause' : 'play')}
        onClick={toggle}
      >
        {playing ? <Pause aria-hidden="true" /> : <Play aria-hidden="true" />}
      </button>
      <input
        type="range"
        min={0}
        max={1}
        step={0.005}
        aria-label={w('epoch')}
        aria-valuetext={text}
        value={place}
        onChange={(event) => view.setState({ place: Number(event.target.value), playing: false })}
      />
      <span className="num" aria-hidden="true">
        {text}
      </span>
    </div>
  );
}

/** The legend of all planes: pointing at a layer, or choosing it, makes it stand out in all. */
function Layers() {
  const { view } = useSweepHere();
  const chosen = useSweepView((state) => state.layer);
  const layers = useSweep(({ cells }) =>
    Math.max(0, ...cells.map(({ value }) => value.experiment.net.length + 1)),
  );
  return (
    <div className="sweep-layers" role="group" aria-label={w('layer')}>
      {Array.from({ length: layers }, (_, layer) => (
        <button
          key={layer}
          type="button"
          className="small"
          aria-pressed={chosen === layer}
          style={{ color: layerVariable(layer) }}
          onClick={() => view.setState({ layer: chosen === layer ? null : layer })}
          onPointerEnter={() => view.setState({ pointed: layer })}
          onPointerLeave={() => view.setState({ pointed: null })}
        >
          <LayerMark layer={layer} hollow={false} />
          {layerName(layer)}
        </button>
      ))}
    </div>
  );
}
