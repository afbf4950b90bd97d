import { quote, type Problem } from '../core/experiment/problems.ts';

/** What an embedded plane can have around it, by the names that `show` and `hide` take. */
export const embedParts = [
  'title',
  'open',
  'legend',
  'zoom',
  'play',
  'steps',
  'slider',
  'status',
  'speed',
  'callout',
  'rulers',
  'curves',
  'settings',
] as const;
export type EmbedPart = (typeof embedParts)[number];

/** What it has unless the link says otherwise: the plane, what is on it, and playback. */
const usual: readonly EmbedPart[] = ['title', 'open', 'legend', 'zoom', 'play', 'steps', 'slider', 'status'];

/** The page as a part of another one. */
export interface Embed {
  /** Settings may be changed in it. */
  readonly canEdit: boolean;
  readonly parts: ReadonlySet<EmbedPart>;
}

/** Does the link say so? */
export const isEmbedded = (query: string): boolean => valuesOf(query).has('embed');

/**
 * How the page is embedded, from a query (`embed`, `embed=edit`; `show` and `hide` with names joined by `-`); null if it
 * is not. Editing shows the settings, and what is said (`say`) its callout. What is both shown and hidden is hidden. What cannot be used is left out and told.
 */
export function readEmbed(query: string): { readonly embed: Embed | null; readonly problems: Problem[] } {
  const given = valuesOf(query);
  const mode = given.get('embed');
  const problems: Problem[] = [];
  const tell = (problem: Omit<Problem, 'used'>, used: string | null = null): void =>
    void problems.push({ ...problem, given: quote(problem.given), used });
  if (mode === undefined) {
    for (const field of ['show', 'hide']) {
      if (given.has(field)) tell({ field, code: 'needs', given: field, values: { needed: 'embed' } });
    }
    return { embed: null, problems };
  }
  const canEdit = mode === 'edit';
  if (mode !== '' && !canEdit) {
    tell({ field: 'embed', code: 'notChoice', given: mode, values: { choices: 'edit' } }, 'embed');
  }
  const named = (field: 'show' | 'hide'): EmbedPart[] =>
    (given.get(field) ?? '').split('-').flatMap((name) => {
      const part = embedParts.find((other) => other === name);
      if (part) return [part];
      const values = { choices: embedParts.join(', ') };
      if (given.has(field)) tell({ field, code: name === '' ? 'empty' : 'notChoice', given: name, values });
      return [];
    });
  const parts = new Set<EmbedPart>(usual);
  if (canEdit) parts.add('settings');
  if (given.has('say')) parts.add('callout');
  for (const part of named('show')) {
    if (part !== 'settings' || canEdit) parts.add(part);
    else tell({ field: 'show', code: 'needs', given: part, values: { needed: 'embed=edit' } });
  }
  for (const part of named('hide')) parts.delete(part);
  return { embed: { canEdit, parts }, problems };
}

/** What a query says, by name; the first of several counts, and what is not percent-encoded stays as it is. */
function valuesOf(query: string): ReadonlyMap<string, string> {
  const pieces = query.replace(/^\?/, '').split('&');
  const pairs = pieces.map((piece): [string, string] => {
    const [name = '', ...value] = piece.split('=');
    return [name, decoded(value.join('='))];
  });
  return new Map(pairs.reverse());
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
