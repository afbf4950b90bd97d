import { readEmbed, type Embed } from '../share/embed-link.ts';
import { fromQuery, toQuery } from '../share/link.ts';
import { lastingPieces, piecesInFull } from '../share/page-parameters.ts';
import type { Settings } from './settings.ts';

export { saysMore } from '../share/page-parameters.ts';

/** What is needed of `window`. */
export interface Page {
  readonly location: { readonly search: string; readonly href: string };
  readonly history: Pick<History, 'replaceState'>;
  addEventListener(type: 'popstate', listener: () => void): void;
}

/** Reads the settings from the page's address, and reports what could not be read. */
export function readAddress(settings: Settings, page: Page): void {
  const { experiment, problems } = fromQuery(page.location.search);
  settings.replace(experiment, problems);
}

/** How the address says that the page is embedded, or null; reports what could not be used of it. */
export function readEmbedding(settings: Settings, page: Pick<Page, 'location'>): Embed | null {
  const { embed, problems } = readEmbed(page.location.search);
  const known = settings.store.getState().problems;
  if (problems.length > 0) settings.replace(settings.experiment, [...known, ...problems]);
  return embed;
}

/** Writes each edit to the address in place, beside what says how the page is shown, and follows Back, Forward and edits of the address. */
export function keepAddress(settings: Settings, page: Page): void {
  let reading = false;
  settings.store.subscribe((state, before) => {
    if (reading || state.experiment === before.experiment) return;
    const lasting = lastingPieces(page.location.search).map((piece) => `&${piece}`);
    page.history.replaceState(null, '', linkOf(settings, page) + lasting.join(''));
  });
  page.addEventListener('popstate', () => {
    reading = true;
    readAddress(settings, page);
    reading = false;
  });
}

/** The link to the whole page from inside another one: the same settings, and what the address says of their run. */
export function linkInFull(settings: Pick<Settings, 'experiment'>, page: Pick<Page, 'location'>): string {
  return [linkOf(settings, page), ...piecesInFull(page.location.search)].join('&');
}

/** The whole link to the settings, and to nothing else. */
export function linkOf(settings: Pick<Settings, 'experiment'>, page: Pick<Page, 'location'>): string {
  const url = new URL(page.location.href);
  url.search = toQuery(settings.experiment);
  url.hash = '';
  return url.href;
}
