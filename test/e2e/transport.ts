import type { Page } from 'playwright-core';

/** The words of the page that tests look for, in one place. */
export const button = {
  play: 'Play',
  pause: 'Pause',
  step: 'Step',
  reset: 'Reset',
  hold: 'Hold training',
  trainOn: 'Train on',
  stop: 'Stop training',
} as const;

/** The button of that name. */
export function press(page: Page, name: string): Promise<void> {
  return page.getByRole('button', { name, exact: true }).click();
}

/** Waits for the end of the run and gives its name. */
export async function fingerprint(page: Page): Promise<string> {
  const output = page.getByLabel('Fingerprint', { exact: true });
  await output.waitFor({ state: 'attached', timeout: 90_000 });
  return (await output.textContent()) ?? '';
}

/** Is the run on the page over? */
export async function isDone(page: Page): Promise<boolean> {
  return (await page.getByLabel('Fingerprint', { exact: true }).count()) > 0;
}

/** The line that says how far training is. */
export async function trainingLine(page: Page): Promise<string> {
  return (await page.locator('.status-training p').textContent()) ?? '';
}

/** Waits until the training head has passed an epoch. */
export async function trainedBeyond(page: Page, epoch: number): Promise<void> {
  await page.waitForFunction((least) => {
    // On a phone the line has no epoch: the viewing head's, above it, is never ahead of training.
    const texts = ['.status-training p', '.status-epoch'].map(
      (at) => document.querySelector(at)?.textContent,
    );
    const trained = /(?:epoch|to) ([\d,]+)/i.exec(texts.join('. '))?.[1];
    return trained !== undefined && Number(trained.replaceAll(',', '')) >= least;
  }, epoch);
}
