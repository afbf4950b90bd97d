import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { arithmeticVersion } from '../../../src/core/experiment/arithmetic-version.ts';
import { ProgressStore, readProgress } from '../../../src/store/lessons/progress.ts';

function storage() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

afterEach(() => vi.unstubAllGlobals());

test('what was reached is there at the next visit, until it is forgotten', () => {
  const place = storage();
  vi.stubGlobal('localStorage', place);
  const first = new ProgressStore();
  first.reach('reading', 'dots', 0.5);
  first.reach('reading', 'end', 1);
  first.keep('reading', { hx: 12 });
  const second = new ProgressStore();
  expect(second.of('reading')).toEqual({ dots: 0.5, end: 1 });
  expect(second.numbersOf('reading')).toEqual({ hx: 12 });
  second.forget('reading');
  expect(new ProgressStore().of('reading')).toEqual({});
  expect(new ProgressStore().numbersOf('reading')).toEqual({ hx: 12 });
  second.forget();
  expect(new ProgressStore().numbersOf('reading')).toEqual({});
  expect(place.kept.size).toBe(0);
});

test('the first try counts: after it the answer is known', () => {
  vi.stubGlobal('localStorage', storage());
  const store = new ProgressStore();
  store.reach('reading', 'dots', 0);
  store.reach('reading', 'dots', 1);
  expect(store.of('reading')).toEqual({ dots: 0 });
});

test('where nothing can be kept, it holds for the visit', () => {
  const closed = () => {
    throw new Error('closed');
  };
  vi.stubGlobal('localStorage', { getItem: closed, setItem: closed, removeItem: closed });
  const store = new ProgressStore();
  store.reach('reading', 'dots', 1);
  expect(store.of('reading')).toEqual({ dots: 1 });
});

test('whatever was kept, only points from 0 to 1 are read', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (kept) => {
      for (const steps of Object.values(readProgress(JSON.stringify(kept)).lessons))
        for (const points of Object.values(steps)) expect(points >= 0 && points <= 1).toBe(true);
    }),
  );
  const kept = { version: 1, lessons: { reading: { dots: 0.5, end: 7, codes: 'all' }, forget: 3 } };
  const nothing = { lessons: {}, numbers: {} };
  expect(readProgress(JSON.stringify(kept))).toEqual({ lessons: { reading: { dots: 0.5 } }, numbers: {} });
  expect(readProgress('{')).toEqual(nothing);
  expect(readProgress(JSON.stringify({ ...kept, version: 2 }))).toEqual(nothing);
});

test('numbers of runs are those of this arithmetic only', () => {
  const kept = { version: 1, lessons: {}, numbers: { reading: { hx: 12, hy: 'one' } } };
  const read = (version: number) =>
    readProgress(JSON.stringify({ ...kept, arithmeticVersion: version })).numbers;
  expect(read(arithmeticVersion)).toEqual({ reading: { hx: 12 } });
  expect(read(arithmeticVersion + 1)).toEqual({});
});
