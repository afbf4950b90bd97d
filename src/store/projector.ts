import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { savedChoice, saveChoice } from './choices.ts';

const name = 'infoplane-projector';

/** Large type and thick marks, and fewer things at a time: for a projector. Kept for the next visit. */
const projector = createStore<{ readonly on: boolean }>(() => ({ on: savedChoice(name) === 'on' }));

/** The page's root says it to the style sheets. */
function tell(): void {
  if (projector.getState().on) document.documentElement.dataset['size'] = 'projector';
  else delete document.documentElement.dataset['size'];
}

/** Brings the page's root in step; call before the page is first drawn. */
export function startProjector(): void {
  tell();
  projector.subscribe(tell);
}

export function switchProjector(): void {
  const on = !projector.getState().on;
  projector.setState({ on });
  saveChoice(name, on ? 'on' : null);
}

export function useProjector(): boolean {
  return useStore(projector, ({ on }) => on);
}
