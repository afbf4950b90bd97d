import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';

// Node's own modules only at the top: this is asked before anything is installed, too.

const names = [
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
  'msedge',
];

/** Where Chrome, Chromium and Edge are usually installed on this system. */
function usualPlaces() {
  const home = process.env.HOME ?? '';
  if (process.platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    return ['/Applications', join(home, 'Applications')].flatMap((folder) =>
      apps.map((app) => join(folder, `${app}.app`, 'Contents', 'MacOS', app)),
    );
  }
  if (process.platform === 'win32') {
    const { PROGRAMFILES, 'PROGRAMFILES(X86)': programs86, LOCALAPPDATA } = process.env;
    const ends = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
    return [PROGRAMFILES, programs86, LOCALAPPDATA].flatMap((folder) =>
      folder ? ends.map((end) => join(folder, end)) : [],
    );
  }
  return ['/opt/google/chrome/chrome', '/snap/bin/chromium', '/opt/microsoft/msedge/msedge'];
}

/** What playwright-core would start by itself: a browser in the user's cache, if one was ever downloaded. */
function downloaded() {
  try {
    return [createRequire(import.meta.url)('playwright-core').chromium.executablePath()];
  } catch {
    return [];
  }
}

/**
 * The path of a Chrome, Chromium or Edge on this machine; null if there is none.
 * CHROME_PATH comes first, then the PATH, then the usual places, then playwright-core's own download.
 */
export function findBrowser() {
  const { CHROME_PATH, PATH = '' } = process.env;
  if (CHROME_PATH) return existsSync(CHROME_PATH) ? CHROME_PATH : null;
  const endings = process.platform === 'win32' ? ['.exe'] : [''];
  const onPath = PATH.split(delimiter).flatMap((folder) =>
    names.flatMap((name) => endings.map((ending) => join(folder, name + ending))),
  );
  return [...onPath, ...usualPlaces(), ...downloaded()].find((path) => existsSync(path)) ?? null;
}
