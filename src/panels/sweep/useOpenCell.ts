import { useCallback } from 'react';
import { useStores } from '../../store/hooks.ts';
import { useSweepHere } from './useSweep.ts';

/** Opens a value on the page: its settings, which are then there without training, and its ruler. The sweep stays. */
export function useOpenCell(onOpen: () => void): (index: number) => void {
  const { session, settings } = useStores();
  const { work } = useSweepHere();
  return useCallback(
    (index) => {
      const value = work.store.getState().cells[index]?.value;
      if (!value) return;
      work.lend(index);
      const { experiment, ruler } = value;
      const rulers = ruler === null ? {} : { rulers: [ruler] };
      session.view.setState({ ...rulers, repeat: experiment.repeats > 1 ? 'mean' : 1 });
      settings.replace(experiment, []);
      onOpen();
    },
    [session, settings, work, onOpen],
  );
}
