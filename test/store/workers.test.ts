import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { savedWorkers, saveWorkers } from '../../src/store/workers.ts';

let stored = new Map<string, string>();

beforeEach(() => {
  stored = new Map();
  vi.stubGlobal('navigator', { hardwareConcurrency: 8 });
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test('the number of workers is kept on this machine', () => {
  expect(savedWorkers()).toBe(7);
  saveWorkers(3);
  expect(savedWorkers()).toBe(3);
  saveWorkers(7);
  expect(stored.size).toBe(0);
});

test('a kept number that this machine has not, or that is none, is not used', () => {
  for (const text of ['9', '0', '2.5', 'many', '']) {
    stored.set('infoplane-workers', text);
    expect(savedWorkers()).toBe(7);
  }
});

test('where storage is closed the usual number is used', () => {
  vi.stubGlobal('localStorage', {
    getItem: () => {
      throw new Error('closed');
    },
    setItem: () => {
      throw new Error('closed');
    },
  });
  saveWorkers(3);
  expect(savedWorkers()).toBe(7);
});
