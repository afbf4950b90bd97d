/**
 * Parameters of a link that are no settings: they say how the page shows an experiment, what is said of it, or what its
 * result was. None of them changes what is trained.
 *
 * `at`, `ruler`, `bins`, `layer`, `zoom` and `say` are the view as it stood; `result` is the result's fingerprint;
 * `embed`, `show` and `hide` say which parts of the page there are; `lang` is its language, `lesson` the lesson that is open.
 */
const ofTheLink = ['at', 'ruler', 'bins', 'layer', 'zoom', 'say', 'result'] as const;

/** Those that stay in the page's address when a setting changes. */
const ofThePage = ['embed', 'show', 'hide', 'lang', 'lesson'] as const;

export type PageParameter = (typeof ofTheLink)[number] | (typeof ofThePage)[number];

const all: ReadonlySet<string> = new Set<string>([...ofTheLink, ...ofThePage]);

export function isPageParameter(name: string): name is PageParameter {
  return all.has(name);
}

/** The pieces of a query (without `?`) that outlive a change of the settings, as they stand there: `embed&lang=en`. */
export function lastingPieces(query: string): readonly string[] {
  const names: ReadonlySet<string> = new Set<string>(ofThePage);
  return query
    .replace(/^\?/, '')
    .split('&')
    .filter((piece) => names.has(piece.split('=', 1)[0] ?? ''));
}
