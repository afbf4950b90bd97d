import { describe, expect, test } from 'vitest';
import { Loading } from '../../src/store/loading.ts';

describe('loading', () => {
  test('shows the worker that has most, while the others wait for it', () => {
    const loading = new Loading();
    const now = () => loading.store.getState().now;
    expect(now()).toBeNull();
    loading.hear('one', { loaded: 4, total: 10 });
    loading.hear('two', { loaded: 0, total: 0 });
    expect(now()).toEqual({ loaded: 4, total: 10 });
    loading.hear('one', null);
    expect(now()).toEqual({ loaded: 0, total: 0 });
    loading.hear('two', null);
    expect(now()).toBeNull();
  });

  test('stays as it is when one ends that was not loading', () => {
    const loading = new Loading();
    loading.hear('one', { loaded: 1, total: 2 });
    const before = loading.store.getState();
    loading.hear('two', null);
    expect(loading.store.getState()).toBe(before);
  });
});
