// Finds a Chrome, Chromium or Edge to test in, and installs one where there is none.
// node scripts/browser.mjs: prints the path of the one that is there; exit code 1 if there is none.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { program, run } from './project.mjs';

const { env, platform } = process;

const names = {
  win32: ['chrome.exe', 'msedge.exe', 'chromium.exe'],
  other: [
    'google-chrome',
    'google-chrome-stable',
    'chromium',
    'chromium-browser',
    'chrome',
    'microsoft-edge',
    'microsoft-edge-stable',
  ],
};

function inPath() {
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  return (names[platform] ?? names.other).flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** Where the browsers' own installers put them. */
function usualPlaces() {
  if (platform === 'darwin') {
    return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
      ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) =>
        join(folder, `${name}.app`, 'Contents', 'MacOS', name),
      ),
    );
  }
  if (platform === 'win32') {
    return [env.LOCALAPPDATA, env.PROGRAMFILES, env['PROGRAMFILES(X86)']]
      .filter(Boolean)
      .flatMap((folder) => [
        join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
        join(folder, 'Chromium', 'Application', 'chrome.exe'),
        join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
      ]);
  }
  return ['/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge', '/snap/bin/chromium'];
}

/** What playwright-core has downloaded into the user's cache, newest first. */
function playwrightPlaces() {
  const caches = { darwin: ['Library', 'Caches'], win32: ['AppData', 'Local'] };
  const cache =
    env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), ...(caches[platform] ?? ['.cache']), 'ms-playwright');
  if (!existsSync(cache)) return [];
  const programs = [
    join('chrome-linux64', 'chrome'),
    join('chrome-linux', 'chrome'),
    ...['arm64', 'x64'].map((machine) =>
      join(
        `chrome-mac-${machine}`,
        'Google Chrome for Testing.app',
        'Contents',
        'MacOS',
        'Google Chrome for Testing',
      ),
    ),
    join('chrome-mac', 'Chromium.app', 'Contents', 'MacOS', 'Chromium'),
    join('chrome-win64', 'chrome.exe'),
    join('chrome-win', 'chrome.exe'),
  ];
  return readdirSync(cache)
    .filter((name) => /^chromium-\d+$/.test(name))
    .sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)))
    .flatMap((name) => programs.map((path) => join(cache, name, path)));
}

/** Whether it is there and starts: a downloaded one may lack libraries of the system. */
function works(path) {
  try {
    accessSync(path, constants.X_OK);
  } catch {
    return false;
  }
  // On Windows it would open a window instead.
  return (
    platform === 'win32' || spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0
  );
}

/** @returns {string | undefined} the path of a browser that works; CHROME_PATH in the environment goes first */
export function findBrowser() {
  const chosen = env.CHROME_PATH;
  if (chosen && works(chosen)) return chosen;
  if (chosen) console.error(`CHROME_PATH is ${chosen}, which does not start: looking for another browser.`);
  return [...inPath(), ...usualPlaces(), ...playwrightPlaces()].find(works);
}

async function download() {
  console.error("No Chrome, Chromium or Edge: downloading playwright-core's Chromium into your cache ...");
  await run(process.execPath, [program('playwright-core/cli.js'), 'install', 'chromium'], {
    stdio: ['ignore', 2, 2],
    env: { ...env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' },
  });
}

async function installFromDebian() {
  console.error("Installing Debian's Chromium as root (apt-get install chromium fonts-dejavu-core) ...");
  const options = { stdio: ['ignore', 2, 2], env: { ...env, DEBIAN_FRONTEND: 'noninteractive' } };
  await run('apt-get', ['update', '-qq'], options);
  const packages = ['chromium', 'fonts-dejavu-core'];
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options);
}

/** A browser that works: one that is there, or one installed now; undefined, with what to do, if neither is. */
export async function ensureBrowser() {
  let browser = findBrowser();
  if (!browser) {
    await download();
    browser = findBrowser();
  }
  if (!browser && process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    await installFromDebian();
    browser = findBrowser();
  }
  if (!browser) {
    console.error(
      'The end-to-end tests need Chrome, Chromium or Edge, and none could be installed. Install one of them\n' +
        '(https://www.google.com/chrome/; on Debian or Ubuntu: sudo apt-get install chromium), or set CHROME_PATH\n' +
        'to the program, and run the tests again.',
    );
  }
  return browser;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const browser = findBrowser();
  if (browser) console.log(browser);
  else process.exitCode = 1;
}
