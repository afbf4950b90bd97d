import { expect, test } from 'vitest';
import { keepAddress, readAddress, type Page } from '../../src/store/address.ts';
import { Settings } from '../../src/store/settings.ts';

function pageAt(href: string): Page & { readonly written: string[] } {
  const written: string[] = [];
  return {
    written,
    location: new URL(href),
    history: { replaceState: (_state, _title, address) => void written.push(String(address)) },
    addEventListener: () => undefined,
  };
}

test('an edit keeps what the page is in its address, and drops the view that the link came with', () => {
  const page = pageAt('http://host/a/?v=1&bits=4&at=300&say=Look&embed&lang=zh&result=00');
  const settings = new Settings();
  readAddress(settings, page);
  keepAddress(settings, page);
  expect(settings.store.getState().problems).toEqual([]);
  expect(settings.experiment.bits).toBe(4);
  settings.edit({ bits: 5 });
  expect(page.written).toEqual(['http://host/a/?v=1&bits=5&embed&lang=zh']);
});
