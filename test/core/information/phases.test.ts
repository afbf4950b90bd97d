import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { leastCompression, phasesOfRow, verdictOf } from '../../../src/core/information/phases.ts';
import type { PhaseVerdict, Possible, RowPhases } from '../../../src/core/information/phases.ts';
import type { Limits, TrajectoryColumns } from '../../../src/core/experiment/trajectory.ts';
import { allocate } from '../../../src/core/experiment/trajectory.ts';
import { Random } from '../../../src/core/random/random.ts';
import { change, madeRun, normal, type Curve, type MadeCurve, type Schedule } from './made-curve.ts';

const limits: Limits = { hx: 12, hy: 1 };
const possible: Possible = { epochs: [1, 8000], limits };
const study: Schedule = { epochs: 8000, every: 5 };
const log: Schedule = { epochs: 8000, every: 'log' };

const phasesOf = (run: TrajectoryColumns, from = 0): RowPhases => phasesOfRow(run, 1, 0, limits, from);

const learns = change(0.05, 0.95, 300);
const rise: MadeCurve = { ixt: change(4, 10, 200), ity: learns };
/** Up to 10 and down to 7. */
const riseAndFall: MadeCurve = {
  ixt: (epoch) => change(4, 10, 50)(epoch) - change(0, 3, 2500)(epoch),
  ity: learns,
};
const flat: MadeCurve = { ixt: () => 9, ity: learns };

/** What the rule gives of the curve itself, measured after every epoch. */
const truth = (curve: MadeCurve): RowPhases => phasesOf(madeRun(curve, { epochs: 8000, every: 1 }));

/** With single measurements that are so far off. */
function spiked(run: TrajectoryColumns, height: number, ...measurements: number[]): TrajectoryColumns {
  const n = run.epoch.length;
  for (const m of measurements) {
    run.ixt[(m + n) % n]! += height;
    run.ity[(m + n) % n]! += height / 10;
  }
  return run;
}

describe.each([
  ['measured every 5 epochs', study],
  ['measured logarithmically', log],
])('one row %s', (_, schedule) => {
  it('that only rises has not compressed', () => {
    const { compression, largestAt } = phasesOf(madeRun(rise, schedule));
    expect(compression).toBeLessThan(0.001);
    expect(largestAt).toBeGreaterThan(7000);
  });

  it('that rises and falls has compressed by the fall since the end of fitting', () => {
    const phases = phasesOf(madeRun(riseAndFall, schedule));
    // I(T;Y) = 0.95 of 0.95 is reached where (epoch / 300)^3 = 0.8525 / 0.0475 ...
    const fittedAt = 300 * (0.8525 / 0.0475) ** (1 / 3);
    expect(Math.abs(phases.fittedAt / fittedAt - 1)).toBeLessThan(0.05);
    // ... where the fall has hardly begun; the end lies at 97.5% of the epochs.
    const fall = riseAndFall.ixt(fittedAt) - riseAndFall.ixt(7800);
    expect(Math.abs(phases.compression - fall)).toBeLessThan(0.05);
    expect(phases.fitted).toBeCloseTo(0.8525, 1);
    expect(Math.abs(phases.largestAt / fittedAt - 1)).toBeLessThan(0.1);
    expect(phases.largest - phases.end).toBeCloseTo(phases.compression, 12);
  });

  it('that stays as it is has not compressed', () => {
    expect(phasesOf(madeRun({ ixt: () => 9, ity: () => 0.9 }, schedule))).toMatchObject({
      fittedAt: 1,
      fitted: 0,
      largest: 9,
      compression: 0,
      saturated: false,
    });
  });

  it('that knows the class from the start is fitted at the start, however it wavers', () => {
    const wavers: Curve = (epoch) => 0.98 + 0.01 * change(0, 1, 3000)(epoch);
    const phases = phasesOf(madeRun({ ixt: change(11, 5, 400), ity: wavers }, schedule));
    expect(phases.fittedAt).toBe(1);
    expect(phases.compression).toBeCloseTo(6, 1);
  });

  it('has no peak where one measurement is off, be it the first, the last or any other', () => {
    for (const place of [0, 1, 2, 40, 70, -20, -3, -2, -1]) {
      for (const height of [-3, 2]) {
        const { compression } = phasesOf(spiked(madeRun(rise, schedule), height, place));
        expect(Math.abs(compression), `${height} at ${place}`).toBeLessThan(0.02);
      }
    }
    const clean = phasesOf(madeRun(riseAndFall, schedule)).compression;
    const off = phasesOf(spiked(madeRun(riseAndFall, schedule), 4, 30, 60, 90, -1)).compression;
    expect(Math.abs(off - clean)).toBeLessThan(0.05);
  });

  // The stated error: of one repeat 0.05 bit and 3 deviations of the noise of a measurement; of the mean of 20, 0.05 and 0.6.
  test.each([0.02, 0.05, 0.1, 0.2])('is read through noise of %d bit', (noise) => {
    const random = new Random(7, 'noise');
    for (const curve of [rise, flat, riseAndFall]) {
      const { compression } = truth(curve);
      const repeats = Array.from({ length: 20 }, () => phasesOf(madeRun(curve, schedule, noise, random)));
      for (const one of repeats) {
        expect(Math.abs(one.compression - compression)).toBeLessThan(0.05 + 3 * noise);
      }
      const verdict = verdictOf(repeats, possible);
      expect(Math.abs(verdict.compression.mean - compression)).toBeLessThan(0.05 + 0.6 * noise);
      expect(verdict.verdict).toBe(curve === riseAndFall ? 'compresses' : 'does not compress');
    }
  });
});

describe('noise', () => {
  it('leaves any rise and fall within the stated error', () => {
    const shape = fc.record({
      top: fc.double({ min: 6, max: 12, noNaN: true }),
      fall: fc.double({ min: 0, max: 5, noNaN: true }),
      falls: fc.integer({ min: 800, max: 6000 }),
      learns: fc.integer({ min: 50, max: 600 }),
      noise: fc.double({ min: 0, max: 0.2, noNaN: true }),
      seed: fc.nat(),
    });
    fc.assert(
      fc.property(
        shape,
        fc.constantFrom(study, log),
        ({ top, fall, falls, learns: half, noise, seed }, when) => {
          const curve: MadeCurve = {
            ixt: (epoch) => change(3, top, 40)(epoch) - change(0, fall, falls)(epoch),
            ity: change(0.05, 0.95, half),
          };
          const found = phasesOf(madeRun(curve, when, noise, new Random(seed, 'noise')));
          // Where it falls already, the end of fitting matters: it is known to a twentieth or so.
          const coarse = (when === log ? 0.15 : 0.05) * fall;
          expect(Math.abs(found.compression - truth(curve).compression)).toBeLessThan(
            0.05 + coarse + 3 * noise,
          );
        },
      ),
      { numRuns: 40 },
    );
  });

  it('never makes a layer compress: not in 60 sets of 5 flat repeats, up to 0.4 bit', () => {
    const random = new Random(3, 'noise');
    for (const noise of [0.1, 0.2, 0.4]) {
      for (let set = 0; set < 20; set++) {
        const made = Array.from({ length: 5 }, () => phasesOf(madeRun(flat, log, noise, random)));
        expect(verdictOf(made, possible).verdict).not.toBe('compresses');
      }
    }
  });

  it('that lasts makes a curve wander, which is no compression: it comes up again as much', () => {
    const random = new Random(5, 'noise');
    for (const memory of [0.5, 0.9, 0.97, 0.99]) {
      const made = Array.from({ length: 20 }, () => {
        const run = madeRun(flat, study);
        let wander = 0;
        run.ixt.forEach((value, m) => {
          wander = memory * wander + 0.15 * Math.sqrt(1 - memory * memory) * normal(random);
          run.ixt[m] = value + wander;
        });
        return phasesOf(run);
      });
      const { compression, net, verdict } = verdictOf(made, possible);
      expect(verdict).not.toBe('compresses');
      expect(net.mean).toBeLessThan(0.7 * compression.mean);
    }
  });

  it('of the largest of many would be compression without the turns', () => {
    const run = madeRun({ ixt: () => 9, ity: () => 0.9 }, study, 0.2, new Random(1, 'noise'));
    const { compression, end } = phasesOf(run);
    expect(Math.max(...run.ixt) - end).toBeGreaterThan(0.5);
    expect(compression).toBeLessThan(leastCompression);
  });
});

describe('the end of a run', () => {
  it('is as late where measurements are spaced logarithmically', () => {
    // Still falling: the last 5% of such measurements would be a fifth of the epochs, and lie 0.3 bit higher.
    const falling: MadeCurve = { ixt: (epoch) => 12 - epoch / 2000, ity: () => 0.9 };
    expect(
      Math.abs(phasesOf(madeRun(falling, log)).end - phasesOf(madeRun(falling, study)).end),
    ).toBeLessThan(0.15);
  });
});

describe('few measurements', () => {
  const few = (...points: [ixt: number, ity: number][]): TrajectoryColumns => {
    const run = allocate(1, points.length);
    points.forEach(([ixt, ity], m) => {
      run.epoch[m] = 1 + m;
      run.ixt[m] = ixt;
      run.ity[m] = ity;
    });
    return run;
  };

  it('are taken as they are', () => {
    expect(phasesOf(few([5, 0.1], [9, 0.9], [7, 0.9]))).toEqual({
      fittedAt: 2,
      fitted: 0.8,
      largest: 9,
      largestAt: 2,
      end: 7,
      compression: 2,
      rebound: 0,
      saturated: false,
    });
    expect(phasesOf(few([9, 0.9], [3, 0.9], [4, 0.9]))).toMatchObject({ compression: 5, rebound: 1 });
    expect(phasesOf(few([5, 0.1]))).toMatchObject({ fittedAt: 1, fitted: 0, compression: 0, end: 5 });
  });

  it('where there are none nothing is known', () => {
    const { fittedAt, compression, saturated } = phasesOf(few());
    expect([fittedAt, compression, saturated]).toEqual([NaN, NaN, false]);
  });

  it('a layer that knows nothing all the time is fitted at once', () => {
    expect(phasesOf(few([0, 0], [0, 0], [0, 0]))).toMatchObject({ fittedAt: 1, fitted: 0, compression: 0 });
  });
});

describe('epochs on shuffled labels', () => {
  it('come before the time that counts', () => {
    const prefit = 1000;
    const schedule: Schedule = { ...study, prefit };
    const after: MadeCurve = {
      ixt: (epoch) => (epoch <= prefit ? 12 : riseAndFall.ixt(epoch - prefit)),
      ity: (epoch) => (epoch <= prefit ? 0.99 : learns(epoch - prefit)),
    };
    const run = madeRun(after, schedule);
    const from = run.epoch.findIndex((epoch) => epoch > prefit);
    const phases = phasesOf(run, from);
    const plain = phasesOf(madeRun(riseAndFall, study));
    expect(phases).toEqual({
      ...plain,
      fittedAt: plain.fittedAt + prefit,
      largestAt: plain.largestAt + prefit,
    });
    expect(phasesOf(run).fittedAt).toBe(1);
  });
});

describe('rows', () => {
  it('are read each for itself', () => {
    const one = madeRun(rise, study);
    const other = madeRun(riseAndFall, study);
    const both = allocate(2, one.epoch.length);
    both.epoch.set(one.epoch);
    one.ixt.forEach((_, m) => {
      both.ixt.set([one.ixt[m]!, other.ixt[m]!], 2 * m);
      both.ity.set([one.ity[m]!, other.ity[m]!], 2 * m);
    });
    expect(phasesOfRow(both, 2, 0, limits)).toEqual(phasesOf(one));
    expect(phasesOfRow(both, 2, 1, limits)).toEqual(phasesOf(other));
  });
});

describe('a saturated layer', () => {
  const climbs: MadeCurve = { ixt: (epoch) => Math.min(12, 8 + epoch / 100), ity: learns };

  it('has H(T) = H(X) at the end, a single lapse aside', () => {
    expect(phasesOf(madeRun(climbs, study)).saturated).toBe(true);
    expect(phasesOf(spiked(madeRun(climbs, study), -0.01, -7)).saturated).toBe(true);
    expect(phasesOf(madeRun(riseAndFall, study)).saturated).toBe(false);
  });

  it('that leaves the ceiling is not saturated, and has come down from it', () => {
    const leaves: MadeCurve = { ixt: change(12, 9, 1000), ity: () => 1 };
    const phases = phasesOf(madeRun(leaves, study));
    expect(phases.saturated).toBe(false);
    expect(phases.compression).toBeCloseTo(3, 1);
  });
});

describe('a verdict over repeats', () => {
  const repeat = (compression: number, saturated = false, fittedAt = 100, rebound = 0): RowPhases => ({
    fittedAt,
    fitted: 0.5,
    largest: 9,
    largestAt: 200,
    end: 9 - compression,
    compression,
    rebound,
    saturated,
  });
  const verdict = (...compressions: number[]): string =>
    verdictOf(
      compressions.map((compression) => repeat(compression)),
      possible,
    ).verdict;

  it('needs the whole interval above a tenth of a bit, or none of it', () => {
    expect(verdict(0.5, 0.6, 0.7)).toBe('compresses');
    expect(verdict(0.01, 0.02, 0.03)).toBe('does not compress');
    expect(verdict(0, 0.3, 0.6)).toBe('undecided');
    expect(verdict(0, 4)).toBe('undecided');
    expect(verdict(leastCompression, leastCompression)).toBe('does not compress');
  });

  it('stays open where it came up again nearly as much', () => {
    const falls = [0.5, 0.6, 0.7];
    const of = (rebound: number): PhaseVerdict =>
      verdictOf(
        falls.map((fall) => repeat(fall, false, 100, rebound)),
        possible,
      );
    expect(of(0.1)).toMatchObject({ verdict: 'compresses', openFor: null });
    expect(of(0.5)).toMatchObject({ verdict: 'undecided', openFor: 'net' });
    expect(of(0.5).compression.low).toBeGreaterThan(leastCompression);
    expect(of(0.5).net.mean).toBeCloseTo(0.1);
  });

  it('says why it is left open where the compression itself reaches to both sides', () => {
    expect(verdictOf([repeat(0), repeat(0.3), repeat(0.6)], possible).openFor).toBe('compression');
  });

  it('counts the repeats that come down by themselves, net of what comes up again', () => {
    const made = [repeat(0.05), repeat(0.3), repeat(0.3, false, 100, 0.25), repeat(2), repeat(2, true)];
    expect(verdictOf(made, possible).above).toBe(2);
  });

  it('has intervals that end where values do', () => {
    const { compression, net, fittedAt } = verdictOf(
      [repeat(0, false, 2, 0), repeat(0.2, false, 80, 0.3), repeat(0, false, 3, 0)],
      possible,
    );
    expect(compression.low).toBe(0);
    expect(fittedAt.low).toBe(1);
    expect(net.low).toBeLessThan(0);
    const wide = verdictOf([repeat(1, false, 10), repeat(9, false, 7900)], possible);
    expect([wide.compression.low, wide.compression.high]).toEqual([0, 12]);
    expect([wide.fittedAt.low, wide.fittedAt.high]).toEqual([1, 8000]);
  });

  it('is none of one repeat, and of none', () => {
    expect(verdict(3)).toBe('one repeat');
    expect(verdict()).toBe('cannot be judged');
  });

  it('is none where most repeats are saturated', () => {
    const of = (...saturated: boolean[]): string =>
      verdictOf(
        saturated.map((one) => repeat(one ? 0 : 1, one)),
        possible,
      ).verdict;
    expect(of(true, true, false)).toBe('cannot be judged');
    expect(of(true)).toBe('cannot be judged');
    expect(of(true, false, false, false, false, false, false)).toBe('compresses');
  });

  it('has means with their intervals', () => {
    const found = verdictOf([repeat(1, false, 50), repeat(2, true, 70)], possible);
    expect(found.repeats).toBe(2);
    expect(found.saturated).toBe(1);
    expect(found.compression.mean).toBe(1.5);
    expect(found.fittedAt.mean).toBe(60);
    expect(found.fittedAt.low).toBeLessThan(60);
  });
});
