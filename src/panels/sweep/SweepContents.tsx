import { useMemo } from 'react';
import { useStores } from '../../store/hooks.ts';
import type { DialogContentsProps } from '../DialogButton.tsx';
import { SweepForm } from './SweepForm.tsx';
import { SweepProgress } from './SweepProgress.tsx';
import { SweepResults } from './SweepResults.tsx';
import { SweepContext, sweepOf } from './useSweep.ts';

/** The sweep: its form, how far it is, and what came out. */
export default function SweepContents({ onDone }: DialogContentsProps) {
  const stores = useStores();
  const here = useMemo(() => (stores.beside ? sweepOf(stores, stores.beside) : null), [stores]);
  if (!here) return null;
  return (
    <SweepContext value={here}>
      <SweepForm />
      <SweepProgress />
      <SweepResults onOpen={onDone} />
    </SweepContext>
  );
}
