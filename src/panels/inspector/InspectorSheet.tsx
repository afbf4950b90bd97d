import { m } from '../../i18n/inspector.ts';
import { ArrowLeft, X } from 'lucide-react';
import { useStore } from 'zustand';
import { useId, useLayoutEffect, useRef, useState, useSyncExternalStore, type KeyboardEvent } from 'react';
import { useRun, useSampled, useStores, useView } from '../../store/hooks.ts';
import { lessonPlace } from '../../store/lesson-place.ts';
import { lastEpoch, viewedEpoch } from '../../store/player.ts';
import { EpochSlider } from '../EpochSlider.tsx';
import { layerOrDefault } from '../reading.ts';
import { LayerPicker } from '../LayerPicker.tsx';
import { layerName } from '../sentences.ts';
import { InspectorContents } from './InspectorContents.tsx';

/** Wide enough for the plane beside it, as in the style sheets. */
const wide = '(min-width: 73.8125em)';

function subscribe(changed: () => void): () => void {
  const media = matchMedia(wide);
  media.addEventListener('change', changed);
  return () => media.removeEventListener('change', changed);
}

/** The opened layer: beside the plane, which stays in use; where there is no room for both, over it. */
export default function InspectorSheet() {
  const { session } = useStores();
  const dialog = useRef<HTMLDialogElement>(null);
  const beside = useSyncExternalStore(subscribe, () => matchMedia(wide).matches);
  const layers = useRun((run) => run.start?.layers ?? 0);
  const layer = useView((view) => layerOrDefault(view.layer, layers));
  const [sample, setSample] = useState<number | null>(null);
  const title = useId();
  const teaches = useStore(lessonPlace, (place) => place.open !== null);
  const close = (): void => session.view.setState({ inspecting: false });

  // Before it is taken off the page: closing gives the focus back to where it was.
  useLayoutEffect(() => {
    const { current } = dialog;
    if (beside) current?.show();
    else current?.showModal();
    return () => current?.close();
  }, [beside]);

  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    close();
  };
  return (
    <dialog
      ref={dialog}
      className="inspector"
      aria-labelledby={title}
      onKeyDown={press}
      onClose={() => {
        if (!dialog.current?.open) close(); // It is open when it has only moved.
      }}
    >
      <div className="inspector-head">
        {teaches && (
          <button type="button" className="quiet inspector-back" onClick={close}>
            <ArrowLeft aria-hidden="true" /> {m('toLesson')}
          </button>
        )}
        <div className="dialog-head">
          <h2 id={title}>{m('title', { layer: layerName(layer) })}</h2>
          <button type="button" className="icon quiet" aria-label={m('close')} onClick={close}>
            <X aria-hidden="true" />
          </button>
        </div>
        <div className="inspector-line">
          <LayerPicker
            marked
            className="map-layers"
            label={m('pick')}
            layers={layers}
            layer={layer}
            onPick={(other) => session.view.setState({ layer: other })}
          />
          <EpochLine />
        </div>
        <EpochSlider />
      </div>
      <InspectorContents sample={sample} onChoose={setSample} />
    </dialog>
  );
}

function EpochLine() {
  const epoch = useSampled((run, view) => viewedEpoch(run, view.head));
  const epochs = useRun(lastEpoch);
  return <p className="inspector-epoch">{m('epochOf', { epoch, epochs })}</p>;
}
