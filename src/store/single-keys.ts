import { createStore } from 'zustand/vanilla';

const name = 'infoplane-single-keys';

/** Whether single keys do anything; kept for the next visit. Who speaks to the computer turns them off (WCAG 2.1.4). */
export const singleKeys = createStore<{ readonly on: boolean }>(() => ({ on: savedOn() }));

function savedOn(): boolean {
  try {
    return localStorage.getItem(name) !== 'off';
  } catch {
    return true;
  }
}

export function setSingleKeys(on: boolean): void {
  singleKeys.setState({ on });
  try {
    if (on) localStorage.removeItem(name);
    else localStorage.setItem(name, 'off');
  } catch {
    // Storage is closed (private window, sandboxed frame): the choice holds for this visit.
  }
}
