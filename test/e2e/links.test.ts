import { expect, test } from 'vitest';
import recorded from '../fingerprints.json' with { type: 'json' };
import { usePages } from './pages.ts';
import { fingerprint } from './transport.ts';

const pages = usePages();

test('a bad link is reported field by field, with what is used instead', async () => {
  const page = await pages.open('bits=99&act=foo&lr=1e-3&net=&seed=1&seed=2&colour=red&v=7&epochs=200');
  const list = page
    .getByRole('status')
    .filter({ hasText: 'Not all settings could be used' })
    .getByRole('listitem');
  await list.first().waitFor();
  const messages = await list.allTextContents();
  expect(messages.map((message) => message.split(':')[0]).sort()).toEqual(
    ['act', 'bits', 'colour', 'lr', 'net', 'seed', 'v'].sort(),
  );
  const of = (field: string): string => messages.find((message) => message.startsWith(`${field}: `)) ?? '';
  expect(of('bits')).toContain('16 is used instead');
  expect(of('act')).toContain('tanh is used instead');
  expect(of('lr')).toContain('0.0001 is used instead');
  expect(of('net')).toContain('10-7-5-4-3 is used instead');
  expect(of('seed')).toContain('1 is used instead');
  expect(of('v')).toContain('1 is used instead');
  expect(await fingerprint(page)).toMatch(/^[0-9a-f]{4}( [0-9a-f]{4}){3}$/);
});

test('broken percent-encoding and markup in a link do no harm', async () => {
  const page = await pages.open('act=%E0%A4%A&<img src=x onerror=alert(1)>=1&act=relu&epochs=200');
  await page.getByText('Not all settings could be used').waitFor();
  expect(await page.locator('img').count()).toBe(0);
  await fingerprint(page);
});

test('Back follows the address', async () => {
  const page = await pages.open('act=relu&epochs=200');
  const first = await fingerprint(page);
  await page.evaluate(() => history.pushState(null, '', '?act=gelu&epochs=200'));
  await page.evaluate(() => history.pushState(null, '', '?bits=1&epochs=200'));
  await page.goBack();
  await expect.poll(() => fingerprint(page)).toBe(recorded.runs['act=gelu&epochs=200']);
  await page.goBack();
  await expect.poll(() => fingerprint(page)).toBe(first);
});
