import { Suspense } from 'react';
import { ScanSearch } from 'lucide-react';
import { t } from '../i18n/t.ts';
import { useStores, useView } from '../store/hooks.ts';
import { inspectLayer } from '../store/inspect.ts';
import { lazyPanel } from './lazyPanel.ts';
import { layerName } from './sentences.ts';

const Sheet = lazyPanel(() => import('./inspector/InspectorSheet.tsx'));

/** The layer looked at, opened, at the epoch looked at. Loaded when it is asked for. */
export function Inspector() {
  const open = useView(({ inspecting }) => inspecting);
  if (!open) return null;
  return (
    <Suspense>
      <Sheet />
    </Suspense>
  );
}

interface Props {
  readonly layer: number;
  /** Makes room for it. */
  readonly onOpen?: () => void;
}

/** Opens a layer at the epoch looked at. */
export function InspectButton({ layer, onOpen }: Props) {
  const { session } = useStores();
  const open = (): void => {
    onOpen?.();
    inspectLayer(session, layer);
  };
  return (
    <button type="button" className="inspect quiet" onClick={open}>
      <ScanSearch aria-hidden="true" /> {t('layer.inspect', { layer: layerName(layer) })}
    </button>
  );
}
