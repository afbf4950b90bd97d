import { expect, test } from 'vitest';
import { cacheName, isOurs, keptUnder } from '../../src/offline/kept-files.ts';

const files = new Set(['index.html', 'favicon.svg', 'assets/first-1.js']);
const kept = (url: string): string | null => keptUnder('/a/', 'https://host', url, files);

test('the page is kept under whatever link it is opened by', () => {
  expect(kept('https://host/a/')).toBe('index.html');
  expect(kept('https://host/a/?v=1&act=relu#x')).toBe('index.html');
  expect(kept('https://host/a/index.html?embed')).toBe('index.html');
});

test('files of the build are kept, and parts of older builds', () => {
  expect(kept('https://host/a/favicon.svg')).toBe('favicon.svg');
  expect(kept('https://host/a/assets/first-0.js')).toBe('assets/first-0.js');
});

test('what is beside the page is none of it: other hosts, other folders, older versions, files of the user', () => {
  for (const url of [
    'https://elsewhere/a/',
    'https://host/',
    'https://host/ab/',
    'https://host/a/v/1/',
    'https://host/a/v/1/assets/first-1.js',
    'https://host/a/lecture.csv',
  ])
    expect(kept(url)).toBeNull();
});

test('a cache belongs to one folder of the host', () => {
  expect(isOurs('/a/', cacheName('/a/', '0123'))).toBe(true);
  expect(isOurs('/a/', cacheName('/a/v/1/', '0123'))).toBe(false);
  expect(isOurs('/a/', 'infoplane-mnist')).toBe(false);
});
