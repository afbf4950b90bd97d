import type { Bits } from '../core/experiment/experiment.ts';
import { fields } from '../core/experiment/fields.ts';
import { activationNames } from '../core/network/activations.ts';
import type { keyboardWords } from '../i18n/en-keyboard.ts';
import type { Stores } from '../store/hooks.ts';
import { binStops, nearestStop } from './binStops.ts';
import { togglePinned } from './PinButton.tsx';
import { drawnRuler, rulerOf, withDrawn } from './rulerWords.ts';

/** What a press comes to: the key in lower case, and whether Shift was held. */
export interface Press {
  readonly key: string;
  readonly shift: boolean;
}

export interface Shortcut {
  /** As `KeyboardEvent.key` has them, in lower case. */
  readonly keys: readonly string[];
  readonly does: keyof typeof keyboardWords;
  readonly act: (stores: Stores, press: Press) => void;
}

/** Single keys that work wherever no text is being typed and no dialog is open. Space, undo and `?` have their owners. */
export const shortcuts: readonly Shortcut[] = [
  { keys: ['.'], does: 'keyboard.on', act: ({ session }) => session.step(1) },
  { keys: [','], does: 'keyboard.back', act: ({ session }) => session.step(-1) },
  { keys: ['r'], does: 'keyboard.begin', act: ({ session }) => session.reset() },
  { keys: ['a'], does: 'keyboard.activation', act: nextActivation },
  { keys: ['b'], does: 'keyboard.bits', act: nextBits },
  { keys: ['s'], does: 'keyboard.seed', act: anotherSeed },
  { keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'], does: 'keyboard.layer', act: lookAtLayer },
  {
    keys: ['i'],
    does: 'keyboard.inspect',
    act: ({ session: { view } }) => view.setState(({ inspecting }) => ({ inspecting: !inspecting })),
  },
  {
    keys: ['c'],
    does: 'keyboard.colour',
    act: ({ session: { view } }) =>
      view.setState(({ colourBy }) => ({ colourBy: colourBy === 'epoch' ? 'layer' : 'epoch' })),
  },
  {
    keys: ['o'],
    does: 'keyboard.output',
    act: ({ session: { view } }) =>
      view.setState(({ output }) => ({ output: output === 'grid' ? 'exact' : 'grid' })),
  },
  { keys: ['p'], does: 'keyboard.pin', act: ({ session }) => togglePinned(session) },
  {
    keys: ['d'],
    does: 'keyboard.beside',
    act: ({ session: { compare } }) =>
      compare.setState(({ beside, other }) => ({ beside: !beside && other !== null })),
  },
  { keys: ['u'], does: 'keyboard.ruler', act: switchRuler },
  { keys: ['[', ']'], does: 'keyboard.bins', act: moreOrFewerBins },
  {
    keys: ['l'],
    does: 'keyboard.scale',
    act: ({ session: { view } }) =>
      view.setState(({ scale }) => ({ scale: scale === 'log' ? 'linear' : 'log' })),
  },
];

/** The shortcut of a key, if it has one. */
export function shortcutOf(key: string): Shortcut | undefined {
  return shortcuts.find(({ keys }) => keys.includes(key));
}

function nextActivation({ settings }: Stores, { shift }: Press): void {
  const [first = 'tanh'] = settings.experiment.act;
  const { length } = activationNames;
  const next = activationNames[(activationNames.indexOf(first) + (shift ? length - 1 : 1)) % length];
  if (next) settings.edit({ act: [next] });
}

/** From 1 to 16, then float32. */
function nextBits({ settings }: Stores, { shift }: Press): void {
  const { min, max } = fields.bits.kind;
  const { bits } = settings.experiment;
  const place = (bits === 'float' ? max + 1 : bits) + (shift ? 1 : -1);
  if (place < min || place > max + 1) return;
  const next: Bits = place > max ? 'float' : place;
  settings.edit({ bits: next });
}

function anotherSeed({ settings }: Stores): void {
  settings.edit({ seed: (settings.experiment.seed + 1) % 2 ** 32 });
}

function lookAtLayer({ session }: Stores, { key }: Press): void {
  const layer = Number(key) - 1;
  if (layer < (session.run.state.start?.layers ?? 0)) session.view.setState({ layer });
}

/** Between what the run counted and bins of equal width, with as many of them as were last in use. */
function switchRuler({ session: { view } }: Stores): void {
  view.setState(({ rulers, output }) => {
    const drawn = drawnRuler(rulers);
    return { rulers: withDrawn(rulers, rulerOf(drawn ? 'counted' : 'uniform', drawn, output)) };
  });
}

function moreOrFewerBins({ session: { view } }: Stores, { key }: Press): void {
  view.setState(({ rulers }) => {
    const drawn = drawnRuler(rulers);
    if (drawn?.strategy !== 'uniform' && drawn?.strategy !== 'adaptive') return {};
    const bins = binStops[nearestStop(drawn.bins) + (key === ']' ? 1 : -1)] ?? drawn.bins;
    return { rulers: withDrawn(rulers, { ...drawn, bins }) };
  });
}
