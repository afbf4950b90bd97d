import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { kernelFactory } from '../src/cli/kernels.ts';
import { train } from '../src/cli/train.ts';
import { defaults } from '../src/core/experiment/fields.ts';
import { isAsRecorded, unpackRecordedRun } from '../src/share/recorded-run.ts';
import fingerprints from './fingerprints.json' with { type: 'json' };

const file = readFileSync(new URL('../src/app/recorded-run.bin', import.meta.url));
const recorded = unpackRecordedRun(gunzipSync(file), defaults);

// After a change of the arithmetic or of the defaults: npm run record:run.
test('the recorded run is what the default settings give', { timeout: 120_000 }, () => {
  const run = train(defaults, kernelFactory('wasm'));
  expect(recorded.fingerprint).toBe(run.fingerprint);
  expect(recorded.limits).toEqual(run.limits);
  expect(isAsRecorded(recorded, run.columns)).toBe(true);
});

test('its name is the one of the recorded fingerprints', () => {
  expect(recorded.fingerprint).toBe(fingerprints.runs['']);
  expect(recorded.arithmeticVersion).toBe(fingerprints.arithmeticVersion);
});

test('it is small', () => {
  expect(file.length).toBeLessThan(60_000);
});
