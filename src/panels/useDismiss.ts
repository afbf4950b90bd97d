import { useEffect, type RefObject } from 'react';

/** Closes the note at Escape, and when something else is pressed or focused. */
export function useDismiss(note: RefObject<HTMLDetailsElement | null>): void {
  useEffect(() => {
    const close = (event: Event): void => {
      const escape = event instanceof KeyboardEvent && event.key === 'Escape';
      if (event instanceof KeyboardEvent && !escape) return;
      const inside = event.target instanceof Node && note.current?.contains(event.target);
      if (note.current && (escape || !inside)) note.current.open = false;
    };
    const events = ['keydown', 'pointerdown', 'focusin'] as const;
    for (const name of events) addEventListener(name, close);
    return () => {
      for (const name of events) removeEventListener(name, close);
    };
  }, [note]);
}
