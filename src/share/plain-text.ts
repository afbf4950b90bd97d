/** Characters of a text that somebody puts into a link, at most. */
export const mostCharacters = 140;

/**
 * What is not shown: controls, lone halves of characters, characters without a meaning, and those that turn the
 * direction of the text around them.
 */
const unseen =
  /(?!\s)[\p{Cc}\p{Cs}\p{Co}\p{Cn}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/gu;

export interface PlainText {
  /** Single spaces, none at the ends; at most `mostCharacters` characters. */
  readonly text: string;
  /** Characters that are not shown have been taken out. */
  readonly dropped: boolean;
  /** Its end has been cut off. */
  readonly cut: boolean;
}

/** A text of unknown origin as one line of plain characters. It may contain `<`: draw it as text. */
export function plainText(given: string): PlainText {
  const seen = given.replace(unseen, '');
  const line = seen.replace(/\s+/gu, ' ').trim();
  const characters = Array.from(line);
  const cut = characters.length > mostCharacters;
  const text = cut ? characters.slice(0, mostCharacters).join('').trimEnd() : line;
  return { text, dropped: seen !== given, cut };
}
