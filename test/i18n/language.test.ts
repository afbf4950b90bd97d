import { afterEach, describe, expect, test } from 'vitest';
import { chosenLanguage, language, onLanguage, speak } from '../../src/i18n/language.ts';
import { change } from '../../src/i18n/load.ts';
import { c } from '../../src/i18n/compare.ts';
import { counted, decimals, inARow, list, plural, t } from '../../src/i18n/t.ts';

const nothing = { query: '', saved: null, preferred: [] };

describe('the language that is chosen', () => {
  test.each([
    ['zh-CN', 'zh'],
    ['zh', 'zh'],
    ['ZH-Hant-TW', 'zh'],
    ['en-GB', 'en'],
    ['da', 'en'],
    ['zhx', 'en'],
  ])('for a browser that asks for %s is %s', (tag, chosen) => {
    expect(chosenLanguage({ ...nothing, preferred: [tag] })).toBe(chosen);
  });

  test('is the first of the browser’s that there is', () => {
    expect(chosenLanguage({ ...nothing, preferred: ['da-DK', 'zh-CN', 'en'] })).toBe('zh');
    expect(chosenLanguage({ ...nothing, preferred: ['fr', 'en-US', 'zh'] })).toBe('en');
    expect(chosenLanguage(nothing)).toBe('en');
  });

  test('is that of the link before that of the last visit before that of the browser', () => {
    const preferred = ['zh-CN'];
    expect(chosenLanguage({ query: '', saved: 'en', preferred })).toBe('en');
    expect(chosenLanguage({ query: '?v=1&lang=zh&seed=2', saved: 'en', preferred: ['en'] })).toBe('zh');
    expect(chosenLanguage({ query: '?lang=en', saved: 'zh', preferred })).toBe('en');
  });

  test('is never one that there is not', () => {
    expect(chosenLanguage({ query: '?lang=xx', saved: 'de', preferred: ['zh'] })).toBe('zh');
  });
});

describe('in Chinese', () => {
  afterEach(() => speak('en', {}));

  test('messages, lists, numbers and plurals are Chinese', async () => {
    let heard = 0;
    const end = onLanguage(() => heard++);
    expect(plural(1)).toBe('one');
    expect(await change('zh')).toBe(true);
    expect([language(), heard]).toEqual(['zh', 1]);
    expect(
      t('status.done', {
        epochs: counted('count.epochs', 8000),
        measurements: counted('count.measurements', 1602),
        seconds: '4.1',
      }),
    ).toBe('8,000 轮，1,602 次测量，用时 4.1\u00a0秒');
    expect(c('alike')).toBe('指纹相同：两次运行逐位一致。');
    expect(list(['T1', 'T2', 'T4'])).toBe('T1、T2 和 T4');
    expect([plural(1), plural(2)]).toEqual(['many', 'many']);
    expect(decimals(1234.5, 2)).toBe('1,234.50');
    expect(inARow('一。', '', '二。')).toBe('一。二。');
    await change('en');
    end();
    expect(list(['a', 'b', 'c'])).toBe('a, b, and c');
    expect(inARow('One.', false, 'Two.')).toBe('One. Two.');
    expect(heard).toBe(2);
  });

  test('a message with no Chinese counterpart stays English rather than empty', () => {
    speak('zh', {});
    expect(t('share.open')).toBe('Share');
  });
});
