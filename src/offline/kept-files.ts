/** The name of a build's cache. Pages in other folders of the same host have caches of their own. */
export function cacheName(scope: string, version: string): string {
  return `infoplane ${scope} ${version}`;
}

export function isOurs(scope: string, name: string): boolean {
  return name.startsWith(cacheName(scope, '')) && !name.slice(cacheName(scope, '').length).includes(' ');
}

/**
 * The path of what is asked for, from the page on, where it is part of the build (or, under assets/, of an older one);
 * null where it is none of it. The page is the page, whatever its link says.
 *
 * @param scope path of the folder that the page is in, with a slash at its end
 */
export function keptUnder(
  scope: string,
  origin: string,
  url: string,
  files: ReadonlySet<string>,
): string | null {
  const asked = new URL(url);
  if (asked.origin !== origin || !asked.pathname.startsWith(scope)) return null;
  const path = asked.pathname.slice(scope.length) || 'index.html';
  return files.has(path) || path.startsWith('assets/') ? path : null;
}
