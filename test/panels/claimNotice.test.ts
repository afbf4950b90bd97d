import { expect, test } from 'vitest';
import { defaults } from '../../src/core/experiment/fields.ts';
import { agreementText } from '../../src/panels/ClaimNotice.tsx';
import type { Claimed } from '../../src/store/claim.ts';

const claimed = (repeats: number, bits: readonly number[] = []): Claimed => ({
  claim: { arithmetic: 1, result: { fingerprint: '7f3a 91c2 e05b 1234', bits } },
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
});
