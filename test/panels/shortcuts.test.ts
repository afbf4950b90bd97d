// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { keyboardWords } from '../../src/i18n/en-keyboard.ts';
import { shortcutOf, shortcuts } from '../../src/panels/shortcuts.ts';
import { Session } from '../../src/store/session.ts';
import { Settings } from '../../src/store/settings.ts';
import { Pool } from '../../src/store/pool.ts';
import { Loading } from '../../src/store/loading.ts';
import { RunClient } from '../../src/store/client.ts';

function stores() {
  const settings = new Settings();
  const pool = new Pool(
    () =>
      new RunClient(() => {
        throw new Error('nothing is trained here');
      }),
    1,
  );
  return { settings, session: new Session(pool), loading: new Loading() };
}

test('no key does two things, and each is said', () => {
  const keys = shortcuts.flatMap((shortcut) => shortcut.keys);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys).not.toContain('?');
  for (const { does } of shortcuts) expect(keyboardWords[does]).toMatch(/\w/);
});

test('bits go down to 1 and, with Shift, up to float32, and stay there', () => {
  const page = stores();
  const press = (shift: boolean): unknown => {
    shortcutOf('b')?.act(page, { key: 'b', shift });
    return page.settings.experiment.bits;
  };
  expect(press(false)).toBe(7);
  for (let i = 0; i < 20; i++) press(false);
  expect(page.settings.experiment.bits).toBe(1);
  for (let i = 0; i < 20; i++) press(true);
  expect(page.settings.experiment.bits).toBe('float');
  expect(press(false)).toBe(16);
  expect(page.settings.store.getState().problems).toEqual([]);
});

test('activations go round, and undo takes them back', () => {
  const page = stores();
  const before = page.settings.experiment.act;
  shortcutOf('a')?.act(page, { key: 'a', shift: false });
  expect(page.settings.experiment.act).not.toEqual(before);
  page.settings.undo();
  expect(page.settings.experiment.act).toEqual(before);
  shortcutOf('a')?.act(page, { key: 'a', shift: true });
  shortcutOf('a')?.act(page, { key: 'a', shift: false });
  expect(page.settings.experiment.act).toEqual(before);
});

test('bins are laid, made more and fewer, and taken away', () => {
  const page = stores();
  const { view } = page.session;
  const press = (key: string): readonly string[] => {
    shortcutOf(key)?.act(page, { key, shift: false });
    return view.getState().rulers;
  };
  expect(press(']')).toEqual([]);
  expect(press('u')).toEqual(['uniform-30-global']);
  expect(press(']')).toEqual(['uniform-36-global']);
  press('[');
  expect(press('[')).toEqual(['uniform-24-global']);
  expect(press('u')).toEqual([]);
});
