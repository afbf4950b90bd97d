import fc from 'fast-check';
import type { Experiment } from '../../../src/core/experiment/experiment.ts';
import { largestTestShare } from '../../../src/core/experiment/test-share.ts';
import { largestImageBatch } from '../../../src/core/experiment/image-layers.ts';
import { fields } from '../../../src/core/experiment/fields.ts';
import { formatExpression } from '../../../src/core/tasks/expression.ts';
import { squareNames, type TaskName } from '../../../src/core/tasks/task-name.ts';
import { taskShape } from '../../../src/core/tasks/task-shape.ts';
import { expression } from '../tasks/arbitrary-expression.ts';

const inBounds = ({ min, max }: { min: number; max: number }) => ({ min, max, noNaN: true });
const numberFrom = (kind: { min: number; max: number }) =>
  fc.oneof(fc.double(inBounds(kind)), fc.constantFrom(kind.min, kind.max));
const integerFrom = ({ min, max }: { min: number; max: number }) => fc.integer({ min, max });

const ends = fc
  .tuple(fc.double(inBounds(fields.start.kind)), fc.double(inBounds(fields.start.kind)))
  .filter(([low, high]) => low !== high)
  .map(([one, other]) => (one < other ? ([one, other] as const) : ([other, one] as const)));

const act = fc.constantFrom(...fields.act.kind.of.choices);

const denseLayers = (minLength: number, maxLength: number) =>
  fc.array(integerFrom(fields.net.kind.of), { minLength, maxLength });
/** Names of tasks of every kind. */
export const taskName: fc.Arbitrary<TaskName> = fc.oneof(
  fc.constantFrom('icosahedron', 'mnist', ...squareNames),
  fc.integer({ min: 2, max: 16 }).chain((n) =>
    fc.oneof(
      fc.constantFrom(`parity-${n}`, `majority-${n}`, 'multiplexer-3', 'multiplexer-6', 'multiplexer-11'),
      fc
        .array(fc.constantFrom(0, 1), { minLength: n + 1, maxLength: n + 1 })
        .map((bits) => `symmetric-${n}-${bits.join('')}`),
      fc
        .tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 0, max: 0xffffffff }))
        .map(([percent, seed]) => `random-${n}-${percent}-${seed}`),
    ),
  ),
  expression.map((tree) => `expr:${formatExpression(tree)}`),
  fc
    .integer({ min: 2, max: 6 })
    .chain((n) =>
      fc
        .array(fc.integer({ min: 0, max: 15 }), { minLength: 2 ** n / 4, maxLength: 2 ** n / 4 })
        .map((digits) => `table-${n}-${digits.map((digit) => digit.toString(16)).join('')}`),
    ),
);
type TaskAndNet = Pick<Experiment, 'task' | 'net'>;
const dense: fc.Arbitrary<TaskAndNet> = fc.record({
  task: taskName,
  net: denseLayers(1, 8),
});
/** Convolutions, each with pooling after it or not, that fit into an image of 28 x 28; then dense layers. */
const images: fc.Arbitrary<TaskAndNet> = fc
  .tuple(
    fc.array(
      fc.tuple(
        fc.record({ filters: fc.integer({ min: 1, max: 2 }), size: fc.integer({ min: 1, max: 4 }) }),
        fc.constantFrom([], [{ pool: 2 }]),
      ),
      { minLength: 1, maxLength: 2 },
    ),
    denseLayers(0, 4),
  )
  .map(([convolutions, after]) => ({ task: 'mnist', net: [...convolutions.flat(2), ...after] }));

/** Experiments that pass `check`, of every kind; about half the settings are the default. */
export const validExperiment: fc.Arbitrary<Experiment> = fc
  .oneof(dense, dense, images)
  .chain(({ task, net }) => {
    const orDefault = <T>(arbitrary: fc.Arbitrary<T>, usual: T) => fc.oneof(arbitrary, fc.constant(usual));
    return fc.record({
      task: fc.constant(task),
      noise: orDefault(
        integerFrom({ min: 0, max: 512 }).map((k) => k / 1024),
        0,
      ),
      net: fc.constant(net),
      act: fc.oneof(
        fc.array(act, { minLength: 1, maxLength: 1 }),
        fc.array(act, { minLength: net.length, maxLength: net.length }),
      ),
      bits: orDefault<Experiment['bits']>(
        fc.oneof(integerFrom(fields.bits.kind), fc.constant('float' as const)),
        8,
      ),
      range: fc.constantFrom(...fields.range.kind.choices),
      decay: orDefault(numberFrom(fields.decay.kind), fields.decay.default),
      start: orDefault<Experiment['start']>(
        fc.oneof(ends, fc.constant('data' as const)),
        fields.start.default,
      ),
      fixed: orDefault<Experiment['fixed']>(ends, fields.fixed.default),
      weights: fc.constantFrom(...fields.weights.kind.choices),
      init: fc.constantFrom(...fields.init.kind.choices),
      opt: fc.constantFrom(...fields.opt.kind.choices),
      lr: orDefault(numberFrom(fields.lr.kind), fields.lr.default),
      momentum: orDefault(numberFrom(fields.momentum.kind), fields.momentum.default),
      l1: orDefault(numberFrom(fields.l1.kind), fields.l1.default),
      l2: orDefault(numberFrom(fields.l2.kind), fields.l2.default),
      batch: orDefault<Experiment['batch']>(
        task === 'mnist'
          ? integerFrom({ min: 1, max: largestImageBatch })
          : fc.oneof(integerFrom(fields.batch.kind), fc.constant('full' as const)),
        256,
      ),
      epochs: orDefault(integerFrom(fields.epochs.kind), fields.epochs.default),
      prefit: orDefault(integerFrom(fields.prefit.kind), fields.prefit.default),
      every: orDefault<Experiment['every']>(
        fc.oneof(integerFrom(fields.every.kind), fc.constant('log' as const)),
        5,
      ),
      zero: fc.boolean(),
      test: orDefault(
        integerFrom({ min: 1, max: Math.min(90, largestTestShare(taskShape(task).samples)) }),
        fields.test.default,
      ),
      seed: orDefault(integerFrom(fields.seed.kind), fields.seed.default),
      repeats: orDefault(integerFrom(fields.repeats.kind), fields.repeats.default),
      badfits: fc.constantFrom(...fields.badfits.kind.choices),
    });
  });
