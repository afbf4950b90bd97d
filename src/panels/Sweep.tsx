import { LayoutGrid } from 'lucide-react';
import { useStore } from 'zustand';
import { t } from '../i18n/t.ts';
import type { Beside } from '../store/beside.ts';
import { useStores } from '../store/hooks.ts';
import { DialogButton } from './DialogButton.tsx';
import { lazyPanel } from './lazyPanel.ts';

const Contents = lazyPanel(() => import('./sweep/SweepContents.tsx'));

/** Opens the sweep over one setting; says how far it is while it goes on behind the page. */
export function Sweep() {
  const { beside } = useStores();
  return beside ? <Button beside={beside} /> : null;
}

function Button({ beside }: { readonly beside: Beside }) {
  const { done, of } = useStore(beside.sweeping);
  return (
    <DialogButton
      icon={LayoutGrid}
      text={of > 0 ? t('sweep.running', { done, of }) : t('sweep.open')}
      title={t('sweep.title')}
      closeText={t('sweep.close')}
      className="sweep"
      contents={Contents}
    />
  );
}
