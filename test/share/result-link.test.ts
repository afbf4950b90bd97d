import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Experiment } from '../../src/core/experiment/experiment.ts';
import { defaults } from '../../src/core/experiment/fields.ts';
import { Run, type KernelFactory } from '../../src/core/experiment/run.ts';
import { measuredEpochs, totalEpochs } from '../../src/core/experiment/schedule.ts';
import { Trajectory } from '../../src/core/experiment/trajectory.ts';
import { ScalarKernel } from '../../src/core/network/scalar-kernel.ts';
import { makeTask } from '../../src/core/tasks/make-task.ts';
import { loadKernel } from '../../src/kernel/load-node.ts';
import { WasmKernel } from '../../src/kernel/wasm-kernel.ts';
import { fromQuery, toQuery } from '../../src/share/link.ts';
import { compareResult } from '../../src/share/agreement.ts';
import {
  checkedEpochs,
  claimOf,
  claimToQuery,
  readClaim,
  settingsCheck,
  type ResultClaim,
} from '../../src/share/result-link.ts';
import { validExperiment } from '../core/experiment/arbitrary.ts';

const module = loadKernel();
const kernels: Readonly<Record<string, KernelFactory>> = {
  scalar: (spec, samples) => new ScalarKernel(spec, samples),
  wasm: (spec, samples) => new WasmKernel(module, spec, samples),
};

interface Trained {
  readonly trajectory: Trajectory;
  readonly fingerprints: readonly string[];
}

/** A run, one of whose weights is another one from the end of epoch `parts` on. */
function train(experiment: Experiment, kernel = 'scalar', parts = Infinity): Trained {
  const run = new Run(experiment, makeTask(experiment.task)!, kernels[kernel]!);
  const trajectory = new Trajectory(run.rows);
  const fingerprints: string[] = [];
  let planted = false;
  for (const event of run) {
    if (typeof event !== 'number') {
      trajectory.append(event.columns);
      fingerprints.push(event.fingerprint);
    } else if (event >= parts && !planted) {
      planted = true;
      run.kernel.buffers.parameters[0]! += 0.25;
    }
  }
  return { trajectory, fingerprints };
}

const small: Experiment = { ...defaults, task: 'parity-4', net: [3], epochs: 40, every: 3, batch: 8 };
const claimedOf = (experiment: Experiment, { trajectory, fingerprints }: Trained): ResultClaim =>
  claimOf(experiment, 1, fingerprints.at(-1)!, trajectory.columns());

const claim: fc.Arbitrary<[Experiment, ResultClaim]> = validExperiment.chain((experiment) =>
  fc
    .record({
      arithmetic: fc.integer({ min: 1, max: 999_999_999 }),
      result: fc.option(
        fc.record({
          fingerprint: fc
            .stringMatching(/^[0-9a-f]{16}$/)
            .map((text) => [0, 4, 8, 12].map((at) => text.slice(at, at + 4)).join(' ')),
          settings: fc.constantFrom(null, settingsCheck(experiment)),
          bits: fc.oneof(
            fc.constant([]),
            fc.array(fc.integer({ min: 0, max: 4095 }), {
              minLength: checkedEpochs(experiment).length,
              maxLength: checkedEpochs(experiment).length,
            }),
          ),
        }),
      ),
    })
    .map((drawn): [Experiment, ResultClaim] => [experiment, drawn]),
);

describe('what a link claims', () => {
  test('is read as it was written, and is no setting', () => {
    fc.assert(
      fc.property(claim, ([experiment, given]) => {
        const query = `${toQuery(experiment)}&${claimToQuery(given)}`;
        expect(readClaim(query, experiment, 1)).toEqual({ claim: given, problems: [] });
        expect(fromQuery(query)).toEqual({ experiment, problems: [] });
      }),
    );
  });

  test.each([
    ['result=', 'empty'],
    ['result=7f3a91c2e05b1234', 'notResult'],
    ['result=1.7f3a', 'notResult'],
    ['result=0.7f3a91c2e05b1234', 'notResult'],
    ['result=1.7f3a91c2e05b1234-12', 'notResult'],
    ['result=1.7f3a91c2e05b1234.12', 'notResult'],
    ['result=1.7f3a91c2e05b1234-123', 'otherSettings'],
    ['result=1.7f3a91c2e05b1234.0000', 'otherSettings'],
    [`result=1.7f3a91c2e05b1234.${settingsCheck(defaults)}-123`, 'notResult'],
    ['result=%zz', 'encoding'],
    ['arithmetic=one', 'notVersion'],
  ])('%s is left out, and reported', (query, code) => {
    const { claim: read, problems } = readClaim(query, defaults, 1);
    expect(read).toBeNull();
    expect(problems).toMatchObject([{ field: query.split('=')[0], code, used: null }]);
  });

  test('never throws, whatever stands there', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { claim: read, problems } = readClaim(`result=${text}`, defaults, 1);
        expect(read === null ? problems.length : 1).toBeGreaterThan(0);
      }),
    );
  });

  test('of another version keeps bits that this one cannot judge', () => {
    const { claim: read } = readClaim('result=2.7F3A91C2E05B1234.ABCD-123', defaults, 1);
    expect(read).toEqual({
      arithmetic: 2,
      result: { fingerprint: '7f3a 91c2 e05b 1234', settings: 'abcd', bits: [0x123] },
    });
  });
});

describe('the settings of a result', () => {
  test('are known by four digits: other ones are told, and nothing is compared', () => {
    const other = fc.tuple(claim, validExperiment).filter(([[one], two]) => toQuery(one) !== toQuery(two));
    fc.assert(
      fc.property(other, ([[experiment, { result }], changed]) => {
        if (result === null) return;
        const claimed = { arithmetic: 1, result: { ...result, settings: settingsCheck(experiment) } };
        const { claim: read, problems } = readClaim(claimToQuery(claimed), changed, 1);
        expect(read).toBeNull();
        expect(problems).toMatchObject([{ field: 'result', code: 'otherSettings' }]);
      }),
      // One in 65,536 has the same digits: the same draws each time.
      { seed: 1 },
    );
  });

  test('with fewer epochs are told although as many of them are checked', () => {
    const fewer = { ...defaults, epochs: 200 };
    expect(checkedEpochs({ ...defaults, epochs: 300 })).toHaveLength(checkedEpochs(fewer).length);
    const query = claimToQuery(claimOf({ ...defaults, epochs: 300 }, 1, '7f3a 91c2 e05b 1234', null));
    expect(readClaim(query, fewer, 1).problems).toMatchObject([{ code: 'otherSettings' }]);
  });
});

describe('the epochs that are checked', () => {
  test('are a dozen of the default run, each about twice the one before', () => {
    // Measured are 1, 6, 11, ...: floor(8000^(j/12)) is 1 2 4 9 20 42 89 189 400 845 1788 3782.
    expect(checkedEpochs(defaults)).toEqual([1, 6, 11, 21, 46, 91, 191, 401, 846, 1791, 3786]);
    expect(checkedEpochs({ ...defaults, every: 1 })).toEqual([
      1, 2, 4, 9, 20, 42, 89, 189, 400, 845, 1788, 3782,
    ]);
  });

  test('are measured ones before the end, ascending, at most twelve; none of several repeats', () => {
    fc.assert(
      fc.property(validExperiment, (experiment) => {
        const epochs = checkedEpochs(experiment);
        if (experiment.repeats > 1) expect(epochs).toEqual([]);
        const measured = new Set(measuredEpochs(experiment));
        expect(epochs.length).toBeLessThanOrEqual(12);
        for (const [index, epoch] of epochs.entries()) {
          expect(measured).toContain(epoch);
          expect(epoch).toBeGreaterThan(epochs[index - 1] ?? -1);
          expect(epoch).toBeLessThan(totalEpochs(experiment));
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('a run and the result that its link names', () => {
  const right = train(small);
  const { result } = claimedOf(small, right);
  const end = right.fingerprints.at(-1)!;

  test('a word of the chain is the beginning of the fingerprint so far', () => {
    const { chain } = right.trajectory.columns();
    const heads = right.fingerprints.map((text) => parseInt(text.replaceAll(' ', '').slice(0, 8), 16));
    expect([...chain]).toEqual(heads);
  });

  test('a verified link is the one that the architecture gives as an example', () => {
    const { experiment } = fromQuery('v=1&task=parity-4&net=3&epochs=30&every=1');
    expect(checkedEpochs(experiment)).toEqual([1, 2, 3, 4, 5, 7, 9, 12, 17, 22]);
    expect(claimToQuery(claimedOf(experiment, train(experiment)))).toBe(
      'result=1.db9127f6b23ff9d8.3913-4f1dcff5aaeaffd3926783e605c605',
    );
  });

  test('the same run on either kernel reproduces it, and agrees at every epoch on its way', () => {
    for (const kernel of ['scalar', 'wasm']) {
      const again = train(small, kernel);
      const columns = again.trajectory.columns();
      expect(compareResult(result!, small, columns, again.fingerprints.at(-1)!)).toEqual({
        kind: 'reproduced',
      });
      for (let length = 0; length <= columns.epoch.length; length++) {
        const part = { epoch: columns.epoch.subarray(0, length), chain: columns.chain.subarray(0, length) };
        const seen = checkedEpochs(small).filter((epoch) => epoch <= (part.epoch.at(-1) ?? -1));
        expect(compareResult(result!, small, part, null)).toEqual({
          kind: 'open',
          until: seen.at(-1) ?? null,
        });
      }
    }
  });

  test('one that parts at some epoch is reported between the checked epochs around it', () => {
    const experiments = fc.record({
      every: fc.constantFrom(1, 2, 7, 'log' as const),
      epochs: fc.integer({ min: 2, max: 60 }),
      seed: fc.nat(1000),
    });
    const drawn = fc.tuple(
      experiments,
      fc.constantFrom('scalar', 'wasm'),
      fc.double({ min: 0, max: 1, noNaN: true }),
    );
    fc.assert(
      fc.property(drawn, ([settings, kernel, share]) => {
        const experiment = { ...small, ...settings };
        const claimed = claimedOf(experiment, train(experiment)).result!;
        const parts = 1 + Math.floor(share * (experiment.epochs - 1));
        const other = train(experiment, kernel, parts);
        const epochs = checkedEpochs(experiment);
        const expected = {
          kind: 'differs' as const,
          after: epochs.filter((epoch) => epoch < parts).at(-1) ?? null,
          by: epochs.find((epoch) => epoch >= parts) ?? experiment.epochs,
        };
        const columns = other.trajectory.columns();
        expect(compareResult(claimed, experiment, columns, other.fingerprints.at(-1)!)).toEqual(expected);
        // Before its end, as soon as it has come to where it is seen.
        const before = compareResult(claimed, experiment, columns, null);
        expect(before).toEqual(
          expected.by < experiment.epochs
            ? { ...expected, kind: 'parts' }
            : { kind: 'open', until: expected.after },
        );
      }),
      // One in 4096 is taken for equal for an epoch longer: the same draws each time.
      { numRuns: 40, seed: 6 },
    );
  });

  test('without bits only the end is compared', () => {
    const bare = { fingerprint: end, settings: null, bits: [] };
    const columns = right.trajectory.columns();
    expect(compareResult(bare, small, columns, null)).toEqual({ kind: 'open', until: null });
    expect(compareResult(bare, small, columns, end)).toEqual({ kind: 'reproduced' });
    expect(compareResult({ ...bare, fingerprint: '0000 0000 0000 0000' }, small, columns, end)).toEqual({
      kind: 'differs',
      after: null,
      by: 40,
    });
  });

  test('of several repeats, and where the chain is not known, a link carries the end alone', () => {
    expect(claimOf({ ...small, repeats: 3 }, 1, end, null).result?.bits).toEqual([]);
    const { epoch } = right.trajectory.columns();
    expect(claimOf(small, 1, end, { epoch, chain: new Uint32Array(epoch.length) }).result?.bits).toEqual([]);
    expect(claimToQuery({ arithmetic: 1, result: { fingerprint: end, settings: null, bits: [] } })).toMatch(
      /^result=1\.[0-9a-f]{16}$/,
    );
  });

  test('a link of which a digit was changed contradicts itself, and is never taken for reproduced', () => {
    const columns = right.trajectory.columns();
    const epochs = checkedEpochs(small);
    const place = fc.integer({ min: 0, max: epochs.length - 1 });
    fc.assert(
      fc.property(place, fc.integer({ min: 1, max: 4095 }), (index, flips) => {
        const changed = result!.bits.map((each, i) => (i === index ? each ^ flips : each));
        const told = { ...result!, bits: changed };
        const at = epochs[index]!;
        expect(compareResult(told, small, columns, end)).toEqual({ kind: 'changed', at, end: 'same' });
        // Two later epochs that agree say so before the end, and of another end too.
        const early = index < epochs.length - 2;
        const parts = { kind: 'parts', after: epochs[index - 1] ?? null, by: at };
        expect(compareResult(told, small, columns, null)).toEqual(
          early ? { kind: 'changed', at, end: null } : parts,
        );
        const another = { ...told, fingerprint: '0000 0000 0000 0000' };
        expect(compareResult(another, small, columns, end)).toEqual(
          early ? { kind: 'changed', at, end: 'other' } : { ...parts, kind: 'differs' },
        );
      }),
    );
  });
});
