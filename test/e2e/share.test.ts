import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { usePages } from './pages.ts';
import { fingerprint } from './transport.ts';
import { violations } from './violations.ts';

const pages = usePages();
const short = 'task=parity-6&net=5-4&epochs=300';

const notice = (page: Page, text: RegExp) => page.locator('.notice').filter({ hasText: text });
const epochLine = (page: Page) => page.locator('.status-epoch');

test('a run is shared with its result and its view, and reproduced by whoever opens the link', async () => {
  const page = await pages.open(short, { permissions: ['clipboard-read', 'clipboard-write'] });
  const name = await fingerprint(page);
  await page.getByRole('button', { name: 'Look at T2' }).click();
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('checkbox', { name: /verified link/ }).check();
  await page.getByRole('checkbox', { name: /view as it stands/ }).check();
  await page.getByRole('textbox', { name: /Words shown/ }).fill('Look at <b>T2</b>');
  await page.getByRole('button', { name: 'Copy link' }).click();
  await page.getByText('Copied.').waitFor();
  expect(await violations(page)).toEqual([]);
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toContain(`result=1.${name.replaceAll(' ', '')}.`);
  await page.getByRole('button', { name: 'Fill the screen' }).click();
  const large = page.getByRole('dialog', { name: 'QR code of the link' });
  await large.waitFor();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await large.waitFor({ state: 'hidden' });
  // The dialog behind it is as it was.
  expect(await page.getByRole('checkbox', { name: /verified link/ }).isChecked()).toBe(true);
  expect(await page.getByRole('textbox', { name: 'Link', exact: true }).inputValue()).toBe(link);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Fill the screen');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog', { name: 'Share' }).waitFor({ state: 'hidden' });

  const other = await pages.open(new URL(link).search.slice(1), { colorScheme: 'dark' });
  await notice(other, /^Reproduced: .* in every bit/).waitFor();
  const callout = other.getByRole('region', { name: 'Said by whoever made this link' });
  await callout.getByText('Look at <b>T2</b>').waitFor();
  expect(await other.getByRole('button', { name: 'Look at T2' }).getAttribute('aria-pressed')).toBe('true');
  expect(await violations(other)).toEqual([]);
  await callout.getByRole('button', { name: 'Close the summary' }).click();
  await callout.waitFor({ state: 'hidden' });
});

test('a link says where its run parts from the result that it names, until the settings change', async () => {
  const page = await pages.open(`${short}&seed=2&result=1.0123456789abcdef-${'0f0'.repeat(9)}`);
  await notice(page, /^Not reproduced: .* differ by epoch 1 already/).waitFor();
  await page.getByRole('textbox', { name: 'Seed', exact: true }).fill('3');
  await page.getByRole('textbox', { name: 'Seed', exact: true }).press('Enter');
  await notice(page, /reproduced/i).waitFor({ state: 'hidden' });
  expect(new URL(page.url()).searchParams.has('result')).toBe(false);
});

test('a link that was changed on its way is told as such, whatever was changed', async () => {
  const page = await pages.open(short);
  const name = (await fingerprint(page)).replaceAll(' ', '');
  // The end is right, and nothing else is.
  const bits = await pages.open(`${short}&result=1.${name}-${'000'.repeat(9)}`);
  await notice(bits, /epoch 1 is not of that run: the link was changed or damaged/).waitFor();
  expect(await notice(bits, /reproduced/i).count()).toBe(0);
  // Four digits that are those of other settings.
  const other = await pages.open(`${short.replace('300', '200')}&result=1.${name}.0000-${'000'.repeat(9)}`);
  await notice(other, /result is of other settings .* so nothing is compared/).waitFor();
});

test('a link of another arithmetic opens in the build that has it', async () => {
  const beside = { version: '9.0.0', arithmetic: 1, beside: [{ arithmetic: 2, href: 'v/2/' }] };
  const page = await pages.open(`${short}&result=2.0123456789abcdef`, {
    prepare: async (prepared) => {
      await prepared.route('**/version.json', (route) => route.fulfill({ json: beside }));
      await prepared.route('**/v/2/?*', (route) =>
        route.fulfill({
          contentType: 'text/html',
          body: '<!doctype html><link rel="icon" href="data:,">older',
        }),
      );
    },
  });
  await notice(page, /version 2 of the arithmetic, and this page computes with version 1/).waitFor();
  await page.getByRole('link', { name: 'Open in version 2' }).click();
  await page.getByText('older').waitFor();
  expect(page.url()).toBe(`${pages.address}v/2/?${short}&result=2.0123456789abcdef`);
});

test('a view in the link waits for its epoch, starts no run by itself and follows Back', async () => {
  const page = await pages.open(`${short}&at=100&bins=20&layer=3&zoom=1..3:0..0.5&at=7&ruler=sextant`);
  await page.getByText('Epoch 101', { exact: true }).waitFor();
  const name = await fingerprint(page);
  expect(await epochLine(page).textContent()).toContain('Epoch 101');
  const problems = await page.locator('.notice li').allTextContents();
  await page.getByText('Not all that the link says could be used').waitFor();
  expect(problems[0]).toBe('at: “100” is no epoch that is measured. 101 is used instead.');
  expect(problems.map((text) => text.split(':')[0])).toEqual(['at', 'at', 'ruler']);
  await page.getByRole('button', { name: 'Reset zoom' }).waitFor();
  const training = await page.locator('.status-training').textContent();
  await page.evaluate((query) => history.pushState(null, '', `?${query}&at=200&say=second`), short);
  await page.evaluate((query) => history.pushState(null, '', `?${query}`), short);
  await page.goBack();
  await page.getByText('second').waitFor();
  await page.getByText('Epoch 201', { exact: true }).waitFor();
  expect(await fingerprint(page)).toBe(name);
  expect(await page.locator('.status-training').textContent()).toBe(training);
});
