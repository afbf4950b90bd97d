import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeTask } from '../../../src/core/tasks/make-task.ts';
import { MNIST } from '../../../src/core/tasks/mnist.ts';
import { formatTask, isFault, parseTask, specOf } from '../../../src/core/tasks/task-name.ts';
import { taskShape } from '../../../src/core/tasks/task-shape.ts';
import { taskName } from '../experiment/arbitrary.ts';

describe('the name of a task', () => {
  test('is the one name of what it says', () => {
    fc.assert(
      fc.property(taskName, (name) => {
        const spec = specOf(name);
        expect(formatTask(spec)).toBe(name);
        expect(specOf(formatTask(spec))).toEqual(spec);
      }),
    );
  });

  test.each([
    ['expr: x2 & x1', 'expr:x2&x1'],
    ['expr:x1*x2', 'expr:x1&x2'],
    ['expr-2:x1', 'expr:x1'],
    ['expr-5:x1|x3', 'expr-5:x1|x3'],
    ['expr-3:x1|x3', 'expr:x1|x3'],
    ['table-4-6A9F', 'table-4-6a9f'],
  ])('"%s" is %s', (text, name) => {
    expect(formatTask(specOf(text))).toBe(name);
  });

  test('says how many samples and features there are before they are made', () => {
    fc.assert(
      fc.property(taskName, (name) => {
        const task = makeTask(name);
        const shape = taskShape(name);
        if (!task) {
          expect(shape.samples).toBe(MNIST.samples);
          return;
        }
        const { samples, features, classes, image, ownTrainSamples } = task;
        expect(shape).toEqual({ samples, features, classes, image, ownTrainSamples });
        expect([task.name, task.labels.length]).toEqual([name, samples]);
        expect(task.inputs).toHaveLength(samples * features);
      }),
      { numRuns: 40 },
    );
  });

  test.each([
    'parity-1',
    'parity-17',
    'parity-04',
    'parity-4-1',
    'parity:4',
    'majority-x',
    'multiplexer-4',
    'symmetric-4-0011',
    'symmetric-4-00121',
    'random-4-0-1',
    'random-4-100-1',
    'random-4-50',
    'random-4-50-4294967296',
    'random-4-50--1',
    'table-4-12',
    'table-4-123g',
    'table-2-',
    'expr-17:x1',
    'expr-2:x3',
    'expr-:x1',
    'expr-x1',
  ])('"%s" is refused with the form that is allowed', (text) => {
    const parsed = parseTask(text);
    expect(isFault(parsed) && parsed.code).toBe('taskForm');
  });

  test.each(['', 'parity', 'foo', 'Circle', 'toString-4', 'constructor:x', '12-4'])(
    '"%s" is refused with all that are allowed',
    (text) => {
      const parsed = parseTask(text);
      expect(isFault(parsed) && parsed.code).toBe('notChoice');
      expect(JSON.stringify(parsed)).toContain('icosahedron, mnist, half-plane');
      expect(JSON.stringify(parsed)).toContain('parity-N, majority-N, multiplexer-N, symmetric-N-BITS');
    },
  );
});
