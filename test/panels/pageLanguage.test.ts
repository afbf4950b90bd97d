// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test } from 'vitest';
import { language, speak } from '../../src/i18n/language.ts';
import { explain } from '../../src/panels/Notices.tsx';
import { beginInLanguage, changeLanguage, languageProblems } from '../../src/panels/pageLanguage.ts';

beforeEach(() => localStorage.clear());
afterEach(() => speak('en', {}));

/** A page with a query, in a browser that asks for a language. */
function pageWith(search: string, asks = 'en') {
  const page = {
    location: { search, href: `http://host/${search}` },
    history: {
      replaceState: (_: unknown, __: string, url?: string | URL | null) => {
        page.location = { search: new URL(String(url)).search, href: String(url) };
      },
    },
    navigator: { languages: [asks] },
    document,
  };
  return page;
}

test('a choice is kept for the next visit, and is no part of a link that does not ask for a language', async () => {
  const page = pageWith('?act=relu');
  await beginInLanguage(page);
  expect([language(), document.documentElement.lang]).toEqual(['en', 'en']);
  expect(await changeLanguage('zh', page)).toBe(true);
  expect([language(), document.documentElement.lang]).toEqual(['zh', 'zh-CN']);
  expect(page.location.href).toBe('http://host/?act=relu');
  speak('en', {});
  await beginInLanguage(pageWith('?act=relu'));
  expect(language()).toBe('zh');
});

test('a link that asks for one wins, is not kept, and names the one that is chosen', async () => {
  const page = pageWith('?lang=zh&act=relu');
  await beginInLanguage(page);
  expect(language()).toBe('zh');
  expect(localStorage.length).toBe(0);
  await changeLanguage('en', page);
  expect(page.location.href).toBe('http://host/?lang=en&act=relu');
});

test('an embedded page neither reads nor writes what is kept', async () => {
  localStorage.setItem('infoplane-language', 'zh');
  history.replaceState(null, '', '?embed');
  const page = pageWith('?embed');
  await beginInLanguage(page);
  expect(language()).toBe('en');
  localStorage.clear();
  await changeLanguage('zh', page);
  expect(localStorage.length).toBe(0);
  history.replaceState(null, '', location.pathname);
});

test('a language that there is not is reported', () => {
  expect(languageProblems('?lang=zh')).toEqual([]);
  expect(languageProblems('?seed=1')).toEqual([]);
  const [problem] = languageProblems('?lang=tlh');
  expect(problem?.field).toBe('lang');
  expect(problem && explain(problem)).toBe('“tlh” is none of en, zh. It is left out.');
});
