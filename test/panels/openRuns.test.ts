import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { kernelFactory } from '../../src/cli/kernels.ts';
import { train } from '../../src/cli/train.ts';
import { defaults } from '../../src/core/experiment/fields.ts';
import { openRuns } from '../../src/panels/openRuns.ts';
import { repeatsText } from '../../src/panels/repeatsText.ts';
import { trainingText } from '../../src/panels/RunStatus.tsx';
import { runText } from '../../src/share/read-run.ts';
import type { RunClient } from '../../src/store/client.ts';
import type { Stores } from '../../src/store/hooks.ts';
import { Loading } from '../../src/store/loading.ts';
import { Pool } from '../../src/store/pool.ts';
import { Session } from '../../src/store/session.ts';
import { Settings } from '../../src/store/settings.ts';

const experiment = { ...defaults, net: [4, 3], epochs: 5, repeats: 3 };

/** The page's stores, which note what is given to workers. */
function page(): Stores & { readonly begun: number[] } {
  const begun: number[] = [];
  const client = {
    run: (_: unknown, __: unknown, repeat: number) => {
      begun.push(repeat);
      return Promise.resolve();
    },
    cancel: () => Promise.resolve(),
    resume: () => undefined,
    dispose: () => undefined,
  };
  const settings = new Settings();
  const session = new Session(new Pool(() => client as unknown as RunClient, 3));
  settings.store.subscribe((state, before) => {
    if (state.experiment !== before.experiment) session.want(state.experiment);
  });
  return { settings, session, loading: new Loading(), begun };
}

const fileOf = (repeats: number, kernel: 'wasm' | 'scalar' = 'wasm'): File =>
  new File([runText(train({ ...experiment, repeats }, kernelFactory(kernel), { repeat: 1 }))], 'run.json');

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', () => 1);
  vi.stubGlobal('cancelAnimationFrame', () => undefined);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a file that is opened', () => {
  test('with some of the repeats says which are there, and trains the others only when asked', async () => {
    const stores = page();
    const { session, begun } = stores;
    const { good, text } = await openRuns(stores, fileOf(3));
    expect(good).toBe(true);
    expect(text).toContain('Repeats in it: 1 of 3');
    expect(text).toContain('The others are trained only if you ask for it.');
    vi.advanceTimersByTime(5000);
    expect(begun).toEqual([]);
    expect(repeatsText(session.repeats.getState())).toBe(
      'From a file: 1 of 3 repeats; the others are not in it',
    );
    session.trainRest();
    expect(begun).toEqual([2, 3]);
  });

  test('is shown as what it is, not as measured here', async () => {
    const stores = page();
    await openRuns(stores, fileOf(1, 'scalar'));
    vi.advanceTimersByTime(5000);
    const run = stores.session.run.state;
    expect(run).toMatchObject({ fromFile: true, status: 'done', start: { kernel: 'scalar' } });
    expect(stores.session.repeats.getState()).toMatchObject({ done: 1, fromFile: 1 });
    expect(trainingText(run)).toBe('From a file: 5 epochs, 3 measurements');
    expect(stores.begun).toEqual([]);
  });

  test('changes nothing where it is refused', async () => {
    const stores = page();
    const refused = await openRuns(stores, new File(['{"a":1}'], 'a.json'));
    expect(refused).toMatchObject({ good: false });
    expect(refused.text).toContain('"infoplane-run" or "infoplane-runs"');
    expect(stores.session.set).toBeNull();
  });
});
