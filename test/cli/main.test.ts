import { describe, expect, test } from 'vitest';
import type { RunDocument } from '../../src/cli/document.ts';
import { main } from '../../src/cli/main.ts';

function call(...args: string[]) {
  return callFrom({ isTerminal: false }, ...args);
}

function callFrom({ isTerminal }: { isTerminal: boolean }, ...args: string[]) {
  const written = { output: '', error: '' };
  const code = main(args, {
    output: (text) => (written.output += text),
    error: (text) => (written.error += text),
    isTerminal,
  });
  return { code, ...written };
}

const runJson = (link: string, ...options: string[]) =>
  JSON.parse(call('run', link, '--json', ...options).output) as RunDocument;

describe('infoplane run', () => {
  test('prints one JSON document with every column at every measured epoch', () => {
    const { code, output, error } = call('run', 'act=relu&epochs=12', '--json');
    expect([code, error]).toEqual([0, '']);
    const run = JSON.parse(output) as RunDocument;
    expect(run.settings).toMatchObject({ act: ['relu'], epochs: 12, lr: 0.0001, seed: 1 });
    expect(run.link).toBe('v=1&act=relu&epochs=12');
    expect(run.kernel).toBe('wasm');
    expect(run.fingerprint).toMatch(/^[0-9a-f]{4}( [0-9a-f]{4}){3}$/);
    expect(run.epochs).toEqual([0, 1, 6, 11, 12]);
    expect(run.limits.hx).toBe(12);
    expect(run.layers.map(({ name, units, activation }) => `${name} ${units} ${activation}`)).toEqual([
      'T1 10 relu',
      'T2 7 relu',
      'T3 5 relu',
      'T4 4 relu',
      'T5 3 relu',
      'T6 2 softmax',
    ]);
    const { exact } = run.layers.at(-1) ?? {};
    expect(exact).toBeDefined();
    for (const row of [...run.layers, ...(exact ? [exact] : [])]) {
      for (const column of [row.ixt, row.ity, row.codes, row.low, row.high]) {
        expect(column).toHaveLength(5);
        expect(column).not.toContain(null);
      }
    }
    expect(run.accuracy.trainRunning).toHaveLength(5);
    expect(run.accuracy.trainRunning[0]).toBeNull();
    expect(run.loss.test.every((loss) => loss !== null && loss > 0)).toBe(true);
    expect([run.violations, run.failure]).toEqual([[], null]);
  });

  test('gives the same bits again, from a whole address too, and with the scalar kernel', () => {
    const link = 'act=tanh-relu&net=5-3&bits=4&epochs=2';
    const first = runJson(link);
    const again = runJson(`https://example.org/plane/?${link}#here`);
    const scalar = runJson(link, '--kernel', 'scalar');
    expect(scalar.kernel).toBe('scalar');
    expect(again).toEqual({ ...first, seconds: again.seconds });
    expect(scalar).toEqual({ ...first, kernel: 'scalar', seconds: scalar.seconds });
    expect(runJson(`${link}&seed=2`).fingerprint).not.toBe(first.fingerprint);
  });

  test('prints a table without --json', () => {
    const { code, output } = call('run', 'epochs=1');
    expect(code).toBe(0);
    expect(output).toContain('T6');
    expect(output).toMatch(/\nfingerprint [0-9a-f ]{19} \(arithmetic version \d+\)\n$/);
  });

  test.each([
    ['lr=1e-3', 'lr'],
    ['lr=50', 'lr'],
    ['bits=0', 'bits'],
    ['net=10-x', 'net'],
    ['act=', 'act'],
    ['epochs=1&epochs=1', 'epochs'],
    ['dropout=1', 'dropout'],
    ['v=99', 'v'],
  ])('refuses %s with exit code 2, naming %s, and prints nothing else', (link, field) => {
    const { code, output, error } = call('run', link, '--json');
    expect([code, output]).toEqual([2, '']);
    expect(error).toContain(`infoplane: ${field}: `);
  });

  test.each([[['train']], [['run', '--fast']], [[]]])(
    'refuses the command line %j with exit code 2',
    (args) => {
      expect(call(...args)).toMatchObject({ code: 2, output: '' });
    },
  );

  test('prints what was measured before the numbers gave out, and ends with exit code 1', () => {
    const { code, output, error } = call(
      'run',
      'bits=float&act=linear&opt=sgd&lr=10&epochs=200&batch=full',
      '--json',
    );
    const run = JSON.parse(output) as RunDocument;
    expect(code).toBe(1);
    expect(run.failure?.epoch).toBeGreaterThan(0);
    expect(run.epochs.length).toBeGreaterThan(0);
    expect(error).toContain('learning rate');
  });

  test('says how far it is where somebody watches, and leaves an empty line', () => {
    const { output, error } = callFrom({ isTerminal: true }, 'run', 'epochs=2&net=2', '--json');
    expect(error.startsWith('\r\u001b[Kepoch 0 of 2, 0%')).toBe(true);
    expect(error.endsWith('\r\u001b[K')).toBe(true);
    expect(() => JSON.parse(output) as unknown).not.toThrow();
  });

  test('gives help', () => {
    expect(call('--help')).toMatchObject({ code: 0, error: '' });
    expect(call('--help').output).toContain('Usage: infoplane run');
  });
});
