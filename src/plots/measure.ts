/** Widths of texts, measured once each on a canvas. */
import type { Measure } from './scene/marks.ts';

export function measureWith(context: CanvasRenderingContext2D, fontFamily: string): Measure {
  const known = new Map<string, number>();
  return (text, size, weight) => {
    const key = `${weight} ${size} ${text}`;
    let width = known.get(key);
    if (width === undefined) {
      const font = context.font;
      context.font = `${weight} ${size}px ${fontFamily}`;
      width = context.measureText(text).width;
      context.font = font;
      if (known.size > 2000) known.clear();
      known.set(key, width);
    }
    return width;
  };
}
