import { isRuler, parseRuler } from '../core/information/ruler-text.ts';
import { shortName } from './rulerWords.ts';

/** A ruler's text form in few words. */
export function rulerName(text: string): string {
  const ruler = parseRuler(text);
  return isRuler(ruler) ? shortName(ruler) : text;
}
