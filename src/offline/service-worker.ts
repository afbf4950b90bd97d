import { cacheName, isOurs, keptUnder } from './kept-files.ts';

declare const self: ServiceWorkerGlobalScope;

/** What the build consists of, in paths from the page on; the build puts the list here (build/offline.ts). */
declare const BUILD_FILES: readonly string[];
/** Another for every other build. */
declare const BUILD_VERSION: string;

// The page and all that it may load later, so that it works without a network. Large data sets are none of it: who
// chooses one keeps it (see task-source-browser.ts). A newer build waits, until the page says that it may take over.
const scope = new URL('./', self.location.href).pathname;
const own = cacheName(scope, BUILD_VERSION);
const files: ReadonlySet<string> = new Set(BUILD_FILES);

self.addEventListener('install', (event) => {
  event.waitUntil(fill());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(takeOver());
});

self.addEventListener('message', (event) => {
  if (event.data === 'take over') void self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  if (method !== 'GET') return;
  const path = keptUnder(scope, self.location.origin, url, files);
  if (path !== null) event.respondWith(answer(path, event.request));
});

/** Takes the whole build, or nothing. Files whose name tells their content are taken from an older build's. */
async function fill(): Promise<void> {
  const cache = await caches.open(own);
  await Promise.all(
    [...files].map(async (file) => {
      const url = new URL(file, self.location.href);
      const known = file.startsWith('assets/') ? await caches.match(url) : undefined;
      if (known) return cache.put(url, known);
      return cache.add(new Request(url, { cache: file.startsWith('assets/') ? 'default' : 'no-cache' }));
    }),
  );
}

/** Keeps this build and the one before it, whose pages may still be open, and answers for pages that are open already. */
async function takeOver(): Promise<void> {
  const all = (await caches.keys()).filter((name) => isOurs(scope, name) && name !== own);
  // In the order in which they were made.
  await Promise.all(all.slice(0, -1).map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function answer(path: string, request: Request): Promise<Response> {
  const url = new URL(path, self.location.href);
  const cache = await caches.open(own);
  return (await cache.match(url)) ?? (await caches.match(url)) ?? fetch(request);
}
