import { piecesOf } from './query-text.ts';

/**
 * Parameters of a link that are no settings: they say how the page shows an experiment, what is said of it, or what its
 * result was. None of them changes what is trained.
 *
 * `at`, `ruler`, `bins`, `layer`, `zoom` and `say` are the view as it stood; `result` is the result's fingerprint and
 * `arithmetic` the version that it was made with; `embed`, `show` and `hide` say which parts of the page there are; `lang` is its language, `lesson` the lesson that is open.
 */
const ofTheView = ['at', 'ruler', 'bins', 'layer', 'zoom', 'say'] as const;
const ofTheResult = ['result', 'arithmetic'] as const;

const ofTheFrame = ['embed', 'show', 'hide'] as const;

/** Those that stay in the page's address when a setting changes. */
const ofThePage = [...ofTheFrame, 'lang', 'lesson'] as const;

export type ViewParameter = (typeof ofTheView)[number];
export type PageParameter = ViewParameter | (typeof ofTheResult)[number] | (typeof ofThePage)[number];

const all: ReadonlySet<string> = new Set<string>([...ofTheView, ...ofTheResult, ...ofThePage]);

export function isPageParameter(name: string): name is PageParameter {
  return all.has(name);
}

/** The pieces of a query (without `?`) that outlive a change of the settings, as they stand there: `embed&lang=en`. */
export function lastingPieces(query: string): readonly string[] {
  return piecesOf(query).flatMap(({ name, whole }) => (isOf(ofThePage, name) ? [whole] : []));
}

/** Those that the whole page has in common with a part of it inside another one, as they stand there: `at=7&lang=en`. */
export function piecesInFull(query: string): readonly string[] {
  return piecesOf(query).flatMap(({ name, whole }) =>
    isPageParameter(name) && !isOf(ofTheFrame, name) ? [whole] : [],
  );
}

export function isViewParameter(name: string): name is ViewParameter {
  return isOf(ofTheView, name);
}

/** Does a query say more of its run than the settings: how it is looked at, or what came out? */
export function saysMore(query: string): boolean {
  return piecesOf(query).some(({ name }) => isPageParameter(name) && !isOf(ofThePage, name));
}

const isOf = (names: readonly string[], name: string): boolean => names.includes(name);
