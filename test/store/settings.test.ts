import { describe, expect, test } from 'vitest';
import { defaults } from '../../src/core/experiment/fields.ts';
import { keepAddress, linkOf, readAddress, type Page } from '../../src/store/address.ts';
import { isSameExperiment, Settings } from '../../src/store/settings.ts';

function page(search: string) {
  const listeners: (() => void)[] = [];
  const location = {
    search,
    get href(): string {
      return `https://example.org/infoplane/${location.search}`;
    },
  };
  const fake: Page = {
    location,
    history: {
      replaceState: (_data: unknown, _unused: string, url?: string | URL | null) => {
        location.search = new URL(String(url)).search;
      },
    },
    addEventListener: (_type, listener) => void listeners.push(listener),
  };
  return { fake, location, pop: () => listeners.forEach((listener) => listener()) };
}

describe('settings', () => {
  test('clamp what is outside its bounds, and say so', () => {
    const settings = new Settings();
    settings.edit({ bits: 99 });
    expect(settings.experiment.bits).toBe(16);
    expect(settings.store.getState().problems).toMatchObject([{ field: 'bits', given: '99', used: '16' }]);
    settings.dismiss();
    expect(settings.store.getState().problems).toEqual([]);
  });

  test('stay as they are where a text is no value, and say so', () => {
    const settings = new Settings();
    settings.reject('epochs', 'many');
    expect(settings.experiment).toBe(defaults);
    expect(settings.store.getState().problems).toMatchObject([
      { field: 'epochs', given: 'many', used: '8000' },
    ]);
  });

  test('that are equal are no change', () => {
    const settings = new Settings();
    settings.edit({ act: ['tanh'], net: [10, 7, 5, 4, 3] });
    expect(settings.experiment).toBe(defaults);
    expect(isSameExperiment(defaults, { ...defaults, net: [...defaults.net] })).toBe(true);
    expect(isSameExperiment(defaults, { ...defaults, seed: 2 })).toBe(false);
  });
});

describe('the address', () => {
  test('is read at the start, with what could not be used', () => {
    const settings = new Settings();
    readAddress(settings, page('?act=relu&bits=4&zz=1').fake);
    expect(settings.experiment).toMatchObject({ act: ['relu'], bits: 4 });
    expect(settings.store.getState().problems).toMatchObject([{ field: 'zz', code: 'unknown' }]);
  });

  test('follows each edit and gives the same settings again', () => {
    const { fake, location } = page('');
    const settings = new Settings();
    keepAddress(settings, fake);
    settings.edit({ bits: 4, act: ['relu'] });
    expect(location.search).toContain('bits=4');
    const other = new Settings();
    readAddress(other, fake);
    expect(isSameExperiment(other.experiment, settings.experiment)).toBe(true);
    expect(linkOf(settings, fake)).toBe(location.href);
  });

  test('is followed when it changes by itself', () => {
    const { fake, location, pop } = page('');
    const settings = new Settings();
    keepAddress(settings, fake);
    location.search = '?bits=float';
    pop();
    expect(settings.experiment.bits).toBe('float');
    expect(location.search).toBe('?bits=float');
  });
});
