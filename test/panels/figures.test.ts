import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { defaults } from '../../src/core/experiment/fields.ts';
import type { Experiment } from '../../src/core/experiment/experiment.ts';
import { figuresOf, type Figure } from '../../src/panels/figures.ts';
import type { RunClient, RunEvents } from '../../src/store/client.ts';
import type { MeasureClient } from '../../src/store/measure-client.ts';
import { Pool } from '../../src/store/pool.ts';
import { Session } from '../../src/store/session.ts';
import { createViewStore } from '../../src/store/view.ts';
import { progressOf, start } from '../store/fixtures.ts';

const experiment: Experiment = { ...defaults, net: [10, 7, 5, 4, 2], epochs: 11, repeats: 2 };
const names = ['1111 2222 3333 4444', '5555 6666 7777 8888'];

/** A session whose two repeats are done. */
function session(of: Experiment = experiment): Session {
  const begun: RunEvents[] = [];
  const client = {
    run: (_: Experiment, events: RunEvents) => {
      begun.push(events);
      return Promise.resolve();
    },
    cancel: () => Promise.resolve(),
    dispose: () => undefined,
  };
  const made = new Session(new Pool(() => client as unknown as RunClient), createViewStore({ head: 11 }));
  made.want(of, 0);
  vi.advanceTimersByTime(1);
  for (let repeat = 1; repeat <= of.repeats; repeat++) {
    const events = begun[repeat - 1];
    events?.started({ ...start, repeat });
    events?.progress(progressOf([0, 1, 6, 11]));
    events?.ended({ kind: 'done', attempt: 1, fingerprint: names[repeat - 1] ?? '', elapsedMs: 10 });
  }
  made.view.setState({ head: 11 });
  return made;
}

/** Four samples in two units. */
const measure = {
  outputs: (_: Experiment, epoch: number, __: Float32Array, layer: number | 'logits') =>
    Promise.resolve({
      values: Float32Array.of(0, 0, 0, 1, 1, 0, layer === 4 ? epoch : 1, 1),
      units: 2,
      labels: Uint8Array.of(0, 0, 0, 1),
      classes: 2,
    }),
} as unknown as MeasureClient;

const link = 'https://example.org/?v=1&epochs=11&repeats=2';
const all = (of: Session): Figure[] => figuresOf({ session: of, measure }, link);
const drawn = async (of: Session, id: string): Promise<string> =>
  (await all(of)
    .find((figure) => figure.id === id)
    ?.svg()) ?? '';
const ofWeights = ['gradient', 'signal-to-noise', 'weight-norm'];
/** The texts of a figure, in the order in which they stand. */
const texts = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text = '']) => text.replaceAll('&#38;', '&'));

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', () => 1);
  vi.stubGlobal('cancelAnimationFrame', () => undefined);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('figures', () => {
  test('are all plots that the page can show, the scatters of narrow layers too', () => {
    const ids = all(session()).map(({ id }) => id);
    const charts = ['ixt', 'ity', 'accuracy', 'loss', 'range', 'levels', ...ofWeights];
    expect(ids).toEqual(['plane', ...charts, 'samples-T5', 'samples-T6']);
  });

  test('leave out what the page has not: ranges without quantization, samples of a mean', () => {
    const float = session({ ...experiment, bits: 'float' });
    expect(all(float).map(({ id }) => id)).not.toContain('range');
    float.view.setState({ repeat: 'mean' });
    expect(all(float).map(({ id }) => id)).toEqual(['plane', 'ixt', 'ity', 'accuracy', 'loss', ...ofWeights]);
  });

  test('of a layer with two units show its samples by class, at the epoch looked at', async () => {
    const of = session();
    of.view.setState({ head: 7 });
    const svg = await drawn(of, 'samples-T5');
    expect(texts(svg)).toEqual(
      expect.arrayContaining(['unit 1', 'unit 2', '6.0', 'class 0: 3', 'class 1: 1']),
    );
    expect(texts(svg)[0]).toMatch(/^Samples in T5 · .* · repeat 1 of 2$/);
    expect(texts(svg)[1]).toMatch(/^epoch 6 of 11 · All 4 samples/);
    expect(svg).not.toMatch(/NaN|undefined/);
  });

  test('name the repeat that the fingerprint is of, or the mean', async () => {
    const of = session();
    const source = async (): Promise<string> => texts(await drawn(of, 'ixt')).at(-1) ?? '';
    expect(await source()).toBe(`${link} · repeat 1 of 2 · fingerprint ${names[0]}`);
    of.view.setState({ repeat: 2 });
    expect(await source()).toBe(`${link} · repeat 2 of 2 · fingerprint ${names[1]}`);
    of.view.setState({ repeat: 'mean' });
    const { fingerprint } = of.repeats.getState();
    expect(fingerprint).toMatch(/^[0-9a-f ]{19}$/);
    expect(await source()).toBe(`${link} · mean of 2 of 2 repeats · fingerprint ${fingerprint}`);
  });

  test('say the epoch and the rulers, and what their axes are', async () => {
    const of = session();
    of.view.setState({ head: 7 });
    expect(texts(await drawn(of, 'plane'))[1]).toBe(
      'up to epoch 6 of 11 · counted, output on the study’s 8-bit grid',
    );
    of.view.setState({ output: 'exact' });
    expect(texts(await drawn(of, 'plane'))[1]).toBe('up to epoch 6 of 11 · counted, output exactly');
    expect(texts(await drawn(of, 'ity'))).toContain('completed epochs, log scale');
    of.view.setState({ scale: 'linear', repeat: 'mean' });
    const loss = texts(await drawn(of, 'loss'));
    expect(loss).toContain('completed epochs');
    expect(loss[1]).toContain('bands ± standard deviation');
  });
});
