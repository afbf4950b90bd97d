import { isRuler, parseRuler } from '../core/information/ruler-text.ts';
import type { Ruler } from '../core/information/ruler.ts';
import { isCounted } from '../store/rulers.ts';

/** The ruler that the plane is drawn by; null as counted by the run, which the texts `exact` and `grid` stand for. */
export function drawnRuler(rulers: readonly string[]): Ruler | null {
  const [text] = rulers;
  if (text === undefined || isCounted(text)) return null;
  const ruler = parseRuler(text);
  return isRuler(ruler) ? ruler : null;
}
