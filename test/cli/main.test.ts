import { describe, expect, test } from 'vitest';
import type { RunDocument } from '../../src/share/run-document.ts';
import { main } from '../../src/cli/main.ts';

function call(...args: string[]) {
  return callFrom({ isTerminal: false }, ...args);
}

async function callFrom({ isTerminal }: { isTerminal: boolean }, ...args: string[]) {
  const written = { output: '', error: '' };
  const code = await main(args, {
    output: (text) => (written.output += text),
    error: (text) => (written.error += text),
    isTerminal,
  });
  return { code, ...written };
}

const runJson = async (link: string, ...options: string[]) =>
  JSON.parse((await call('run', link, '--json', ...options)).output) as RunDocument;

describe('infoplane run', () => {
  test('prints one JSON document with every column at every measured epoch', async () => {
    const { code, output, error } = await call('run', 'act=relu&epochs=12', '--json');
    expect([code, error]).toEqual([0, '']);
    const run = JSON.parse(output) as RunDocument;
    expect(run.settings).toMatchObject({ act: ['relu'], epochs: 12, lr: 0.0001, seed: 1 });
    expect(run.link).toBe('v=1&act=relu&epochs=12');
    expect(run.kernel).toBe('wasm');
    expect(run.fingerprint).toMatch(/^[0-9a-f]{4}( [0-9a-f]{4}){3}$/);
    expect(run.epochs).toEqual([0, 1, 6, 11, 12]);
    expect(run.limits.hx).toBe(12);
    expect(run.layers.map(({ name, units, activation }) => [name, units, activation])).toEqual([
      ['T1', 10, 'relu'],
      ['T2', 7, 'relu'],
      ['T3', 5, 'relu'],
      ['T4', 4, 'relu'],
      ['T5', 3, 'relu'],
      ['T6', 2, 'softmax'],
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

  test('gives the same bits again, from a whole address too, and with the scalar kernel', async () => {
    const link = 'act=tanh-relu&net=5-3&bits=4&epochs=2';
    const first = await runJson(link);
    const again = await runJson(`https://example.org/plane/?${link}#here`);
    const scalar = await runJson(link, '--kernel', 'scalar');
    expect(scalar.kernel).toBe('scalar');
    // The digest is over the time and the kernel too.
    expect(again).toEqual({ ...first, seconds: again.seconds, digest: again.digest });
    const { seconds, digest } = scalar;
    expect(scalar).toEqual({ ...first, kernel: 'scalar', seconds, digest });
    expect((await runJson(`${link}&seed=2`)).fingerprint).not.toBe(first.fingerprint);
  });

  test('prints a table without --json', async () => {
    const { code, output } = await call('run', 'epochs=1');
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
  ])('refuses %s with exit code 2, naming %s, and prints nothing else', async (link, field) => {
    const { code, output, error } = await call('run', link, '--json');
    expect([code, output]).toEqual([2, '']);
    expect(error).toContain(`infoplane: ${field}: `);
  });

  test.each(['https://example.org/plane/#epochs=10', 'act=relu#epochs=10', '#epochs=10'])(
    'refuses settings where a link is not read: %s',
    async (link) => {
      const { code, output, error } = await call('run', link);
      expect([code, output]).toEqual([2, '']);
      expect(error).toContain('what is behind "#" is not read: "epochs=10"');
    },
  );

  test.each([[['train']], [['run', '--fast']], [[]]])(
    'refuses the command line %j with exit code 2',
    async (args) => {
      expect(await call(...args)).toMatchObject({ code: 2, output: '' });
    },
  );

  test('prints what was measured before the numbers gave out, and ends with exit code 1', async () => {
    const { code, output, error } = await call(
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

  test('says how far it is where somebody watches, and leaves an empty line', async () => {
    const { output, error } = await callFrom({ isTerminal: true }, 'run', 'epochs=2&net=2', '--json');
    expect(error.startsWith('\r\u001b[Kepoch 0 of 2, 0%')).toBe(true);
    expect(error.endsWith('\r\u001b[K')).toBe(true);
    expect(() => JSON.parse(output) as unknown).not.toThrow();
  });

  test('gives help', async () => {
    expect(await call('--help')).toMatchObject({ code: 0, error: '' });
    expect((await call('--help')).output).toContain('Usage: infoplane run');
  });
});
