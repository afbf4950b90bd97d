import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { PlaneFrame } from '../../plots/scene/frame.ts';
import { useStores } from '../../store/hooks.ts';
import { planeSlot } from '../planeSlot.ts';

/** Milliseconds between two looks at the plane: a zoom is followed as it goes on. */
const every = 50;

export interface PlaneHere {
  readonly frame: PlaneFrame;
  /** The element around the plane's own, to put something over it. */
  readonly over: HTMLElement;
}

/** The plane as it lies now: bits to px and back; null while there is none. */
export function usePlaneFrame(): PlaneHere | null {
  const { session } = useStores();
  const { plot, host } = useStore(planeSlot);
  const [here, setHere] = useState<PlaneHere | null>(null);
  useEffect(() => {
    const over = host?.parentElement;
    if (!plot || !over) return;
    let key = '';
    const look = (): void => {
      const frame = plot.frame();
      if (!frame) return;
      const { left, top, right, bottom } = frame.box;
      const next = [frame.x(0), frame.x(1), frame.y(0), frame.y(1), left, top, right, bottom].join();
      if (next === key) return;
      key = next;
      setHere({ frame, over });
    };
    look();
    const timer = setInterval(look, every);
    const end = session.onFrame(look);
    return () => {
      clearInterval(timer);
      end();
    };
  }, [plot, host, session]);
  return here;
}
