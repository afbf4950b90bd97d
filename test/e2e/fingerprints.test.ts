import { expect, test } from 'vitest';
import recorded from '../fingerprints.json' with { type: 'json' };
import { usePages } from './pages.ts';
import { fingerprint } from './transport.ts';

const pages = usePages();
const links = Object.entries(recorded.runs).filter(([query]) => query !== '');

// Node's are compared with the same record in test/fingerprints.test.ts.
test.for(links)('the link "%s" gives the fingerprint that Node gives', async ([query, expected]) => {
  const page = await pages.open(query);
  expect(await fingerprint(page)).toBe(expected);
});

test('an engine without SIMD gives the same with the scalar kernel, and the page says that it is slower', async () => {
  const [query, expected] = links.at(-1) ?? ['', ''];
  // A module that no engine compiles stands for an engine that does not compile this one.
  const body = Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 255]);
  const page = await pages.open(query, {
    prepare: (opened) =>
      opened.context().route(/\.wasm$/, (route) => route.fulfill({ contentType: 'application/wasm', body })),
  });
  expect(await fingerprint(page)).toBe(expected);
  await page.getByText('This browser has no WebAssembly SIMD').waitFor();
});
