import { createStore } from 'zustand/vanilla';
import { savedChoice, saveChoice } from './choices.ts';

const name = 'infoplane-single-keys';

/** Whether single keys do anything; kept for the next visit. Who speaks to the computer turns them off (WCAG 2.1.4). */
export const singleKeys = createStore<{ readonly on: boolean }>(() => ({ on: savedChoice(name) !== 'off' }));

export function setSingleKeys(on: boolean): void {
  singleKeys.setState({ on });
  saveChoice(name, on ? null : 'off');
}
