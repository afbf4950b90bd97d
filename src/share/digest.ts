import { Fingerprint } from '../core/experiment/fingerprint.ts';
import { numberText } from './json.ts';

/**
 * A check over a whole document but for its own member `digest`: a chain (see Fingerprint) over the letters of its
 * canonical text. It tells damage and changes made by hand; it is no signature, since anybody can compute it.
 */
export function digestOf(document: object): string {
  const chain = new Fingerprint(0);
  const text = canonicalText(
    Object.fromEntries(Object.entries(document).filter(([name]) => name !== 'digest')),
  );
  const words = new Uint32Array(text.length);
  for (let i = 0; i < words.length; i++) words[i] = text.charCodeAt(i);
  chain.add(words);
  return chain.text();
}

/** JSON without spaces, members by their names' code units, numbers as `numberText` has them: one text for one value. */
export function canonicalText(value: unknown): string {
  if (typeof value === 'number') return numberText(value) || 'null';
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonicalText(member)}`).join(',')}}`;
}
