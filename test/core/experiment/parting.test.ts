import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partingOf } from '../../../src/core/experiment/parting.ts';
import { allocate, type TrajectoryColumns } from '../../../src/core/experiment/trajectory.ts';

const rows = 3;
const names = [
  ...(['ixt', 'ity', 'codes', 'levels', 'low', 'high'] as const),
  ...(['trainAccuracy', 'trainLoss', 'trainAccuracyAfter', 'testAccuracy', 'testLoss'] as const),
];

/** A run measured at these epochs, whose numbers are a function of the epoch. */
function runAt(epochs: readonly number[]): TrajectoryColumns {
  const run = allocate(rows, epochs.length);
  epochs.forEach((epoch, m) => (run.epoch[m] = epoch));
  for (const name of names) {
    const width = run[name].length / epochs.length;
    run[name].forEach((_, i) => (run[name][i] = (epochs[Math.floor(i / width)] ?? 0) * 10 + (i % width)));
  }
  run.trainLoss[0] = NaN;
  return run;
}

/** The same by looking up every epoch of one in the other, as text. */
function slowly(one: TrajectoryColumns, other: TrajectoryColumns): (number | boolean)[][] {
  const said = (run: TrajectoryColumns, epoch: number): string => {
    const m = run.epoch.indexOf(epoch);
    const numbers = names.map((name) => {
      const width = run[name].length / run.epoch.length;
      return Array.from(run[name].slice(m * width, (m + 1) * width), String).join();
    });
    return numbers.join('|');
  };
  return [...one.epoch]
    .filter((epoch) => other.epoch.includes(epoch))
    .map((epoch) => [epoch, said(one, epoch) === said(other, epoch)]);
}

const epochs = fc
  .uniqueArray(fc.nat(30), { minLength: 1, maxLength: 20 })
  .map((all) => [0, ...all.filter((epoch) => epoch > 0)].sort((a, b) => a - b));

describe('where two runs part', () => {
  it('is the first epoch that both measured at which any number differs', () => {
    fc.assert(
      fc.property(
        epochs,
        epochs,
        fc.constantFrom(...names),
        fc.nat(),
        fc.boolean(),
        (a, b, name, place, changes) => {
          const [one, other] = [runAt(a), runAt(b)];
          const column = other[name];
          if (changes) column[place % column.length] = (column[place % column.length] ?? 0) + 1;
          const common = slowly(one, other);
          const parted = common.findIndex(([, same]) => same === false);
          expect(partingOf({ columns: one, rows }, { columns: other, rows })).toEqual({
            common: common.length,
            epoch: parted < 0 ? null : common[parted]?.[0],
            before: (parted < 0 ? common.at(-1) : common[parted - 1])?.[0] ?? null,
          });
        },
      ),
    );
  });

  it('is the first common epoch for networks of different depth', () => {
    const deeper = allocate(4, 2);
    deeper.epoch[1] = 5;
    expect(partingOf({ columns: runAt([0, 5]), rows }, { columns: deeper, rows: 4 })).toEqual({
      common: 2,
      epoch: 0,
      before: null,
    });
  });
});
