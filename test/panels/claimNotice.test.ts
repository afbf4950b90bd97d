import { expect, test } from 'vitest';
import { defaults } from '../../src/core/experiment/fields.ts';
import { agreementText } from '../../src/panels/ClaimNotice.tsx';
import type { Claimed } from '../../src/store/claim.ts';

const claimed = (repeats: number, bits: readonly number[] = [], settings = '5c3d'): Claimed => ({
  claim: { arithmetic: 1, result: { fingerprint: '7f3a 91c2 e05b 1234', settings: settings || null, bits } },
  experiment: { ...defaults, repeats },
});

test('a run says how it stands to the result that its link names', () => {
  const [one, many, bare] = [claimed(1, [1]), claimed(8), claimed(1)];
  const found = '0000 0000 0000 0001';
  expect(agreementText({ kind: 'open', until: 1791 }, one, '')).toMatch(
    /agree so far, compared up to epoch 1,791/,
  );
  expect(agreementText({ kind: 'open', until: null }, many, '')).toMatch(/all 8 repeats together/);
  expect(agreementText({ kind: 'reproduced' }, one, '')).toMatch(/^Reproduced: .*7f3a 91c2 e05b 1234/);
  expect(agreementText({ kind: 'reproduced' }, many, '')).toMatch(/^Reproduced: the 8 repeats together/);
  expect(agreementText({ kind: 'differs', after: 46, by: 91 }, one, found)).toMatch(
    /up to epoch 46 .* by epoch 91/,
  );
  expect(agreementText({ kind: 'differs', after: null, by: 1 }, one, found)).toMatch(/by epoch 1 already/);
  expect(agreementText({ kind: 'differs', after: null, by: 8000 }, bare, found)).toMatch(/7f3a .* 0000 0000/);
  expect(agreementText({ kind: 'differs', after: null, by: 8000 }, many, found)).toMatch(
    /8 repeats together/,
  );
  expect(agreementText({ kind: 'parts', after: 46, by: 91 }, one, '')).toMatch(
    /up to epoch 46 .* by epoch 91\. The end of the run decides/,
  );
});

test('a link that contradicts itself is neither reproduced nor blamed on the run', () => {
  const [one, found] = [claimed(1, [1]), '0000 0000 0000 0001'];
  expect(agreementText({ kind: 'changed', at: 46, end: null }, one, '')).toMatch(/epoch 46 .* compared/);
  const same = agreementText({ kind: 'changed', at: 46, end: 'same' }, one, found);
  expect(same).toMatch(/7f3a 91c2 e05b 1234, but .* epoch 46 .* changed or damaged/);
  expect(same).not.toMatch(/reproduced/i);
  expect(agreementText({ kind: 'changed', at: 46, end: 'other' }, one, found)).toMatch(
    /^Not reproduced: .*7f3a .* 0000 .* changed or damaged/,
  );
});

test('where a link has no check of its settings, they may be why it differs', () => {
  const differs = { kind: 'differs', after: 11, by: 16 } as const;
  expect(agreementText(differs, claimed(1, [1], ''), '0000')).toMatch(/no check of them/);
  expect(agreementText(differs, claimed(1, [1]), '0000')).not.toMatch(/check/);
});
