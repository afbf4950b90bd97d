/** One `name=value` of a query. */
export interface Piece {
  /** Decoded where that is possible. */
  readonly name: string;
  /** As it stands there; empty where there is no `=`. */
  readonly raw: string;
  /** The piece as a whole, as it stands there. */
  readonly whole: string;
}

/** The pieces of a query, with or without `?`; empty ones are left out. */
export function piecesOf(query: string): Piece[] {
  return query
    .replace(/^\?/, '')
    .split('&')
    .filter((piece) => piece !== '')
    .map((whole) => {
      const at = whole.includes('=') ? whole.indexOf('=') : whole.length;
      const name = whole.slice(0, at);
      return { name: decode(name) ?? name, raw: whole.slice(at + 1), whole };
    });
}

/** Escapes what a link cannot hold. */
export function encode(text: string): string {
  return text.replace(/[^\w.~!*():/-]/gu, encodeURIComponent);
}

/** Undefined if the percent-encoding is broken. A plus sign stays one. */
export function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
