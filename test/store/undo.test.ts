import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { defaults } from '../../src/core/experiment/fields.ts';
import { Settings } from '../../src/store/settings.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

/** A change that stands by itself. */
function edit(settings: Settings, change: Parameters<Settings['edit']>[0]): void {
  vi.advanceTimersByTime(1000);
  settings.edit(change);
}

test('undo goes back change by change and redo forward again; a new change ends what could be redone', () => {
  const settings = new Settings();
  edit(settings, { bits: 4 });
  edit(settings, { act: ['relu'] });
  settings.undo();
  expect(settings.experiment).toEqual({ ...defaults, bits: 4 });
  settings.undo();
  settings.undo();
  expect(settings.experiment).toEqual(defaults);
  settings.redo();
  expect(settings.experiment.bits).toBe(4);
  edit(settings, { seed: 7 });
  settings.redo();
  expect(settings.experiment).toEqual({ ...defaults, bits: 4, seed: 7 });
});

test('a slider that is dragged is one change, two settings are two', () => {
  const settings = new Settings();
  vi.advanceTimersByTime(1000);
  for (const bits of [7, 6, 5, 4]) settings.edit({ bits });
  settings.edit({ seed: 3 });
  settings.undo();
  expect(settings.experiment).toEqual({ ...defaults, bits: 4 });
  settings.undo();
  expect(settings.experiment).toEqual(defaults);
  expect(settings.store.getState().past).toEqual([]);
});

test('what changes nothing is no change, and what is read first is the beginning', () => {
  const settings = new Settings();
  settings.edit({ bits: 3 });
  settings.forget();
  edit(settings, { bits: 3 });
  settings.undo();
  expect(settings.experiment.bits).toBe(3);
});

test('after any changes, undoing all and redoing all gives the same settings', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 16 }), { maxLength: 40 }), (all) => {
      const settings = new Settings();
      for (const bits of all) edit(settings, { bits });
      const end = settings.experiment;
      for (let i = 0; i < all.length; i++) settings.undo();
      expect(settings.experiment).toEqual(defaults);
      for (let i = 0; i < all.length; i++) settings.redo();
      expect(settings.experiment).toEqual(end);
    }),
  );
});
