/** The scale of epochs: of the slider, of playing, of the charts and of the colours, all one. */
/* eslint-disable no-restricted-syntax -- says where an epoch stands on the screen; no result depends on it */

/** Where the log scale turns from even to logarithmic: less would spend a quarter of a run on its first ten epochs. */
const turn = 10;

export type EpochScaleKind = 'log' | 'linear';

export interface EpochScale {
  readonly kind: EpochScaleKind;
  /** The last epoch E, at least 1. */
  readonly last: number;
  /** Epoch to 0..1: log(1 + e/10)/log(1 + E/10), or e/E. */
  position(epoch: number): number;
  /** 0..1 to epoch, not rounded; exactly E at 1. */
  epoch(position: number): number;
}

export function epochScale(kind: EpochScaleKind, epochs: number): EpochScale {
  const last = Math.max(1, epochs);
  const top = Math.log1p(last / turn);
  const log = kind === 'log';
  return {
    kind,
    last,
    position: (epoch) => within(log ? Math.log1p(Math.max(0, epoch) / turn) / top : epoch / last, 1),
    epoch: (position) =>
      position >= 1 ? last : within(log ? turn * Math.expm1(position * top) : position * last, last),
  };
}

function within(value: number, high: number): number {
  return Math.min(high, Math.max(0, value));
}

/**
 * Where an epoch falls among the measured ones: the index of a measurement, with a fraction between two of them.
 * Before the first it is 0, after the last the last index; -1 if there is none.
 */
export function measurementAt(epochs: Int32Array, epoch: number): number {
  let low = 0;
  let high = epochs.length - 1;
  if (high < 0) return -1;
  if (epoch <= (epochs[0] ?? 0)) return 0;
  if (epoch >= (epochs[high] ?? 0)) return high;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((epochs[middle] ?? 0) <= epoch) low = middle;
    else high = middle;
  }
  const before = epochs[low] ?? 0;
  const after = epochs[high] ?? before + 1;
  return low + (epoch - before) / (after - before);
}
