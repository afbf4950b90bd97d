import { expect, test } from 'vitest';
import { palettes } from '../../src/plots/colours.ts';
import { svgDocument } from '../../src/plots/svg-document.ts';

/** The lines written below a picture 400 px wide, with room for 67 letters each. */
function footer(source: string): { lines: string[]; height: number } {
  const size = { width: 400, height: 100 };
  const text = svgDocument({ size, palette: palettes.light, layers: [], title: 'Title', source });
  const lines = [...text.matchAll(/font-size="10"[^>]*>([^<]*)</g)].map(([, line = '']) =>
    line.replaceAll('&#38;', '&'),
  );
  return { lines, height: Number(/ height="(\d+)"/.exec(text)?.[1]) };
}

test('a short source has one line', () => {
  expect(footer('v=1 · fingerprint').lines).toEqual(['v=1 · fingerprint']);
});

test('a long source is broken into two lines between settings, and has room for both', () => {
  const source = `v=1&act=relu&net=1024-20-20-20&bits=4&epochs=3000&every=2 · fingerprint 0123 4567 89ab cdef`;
  const { lines, height } = footer(source);
  expect(lines).toHaveLength(2);
  expect(lines.join(' ').replace(/\s+/g, ' ')).toBe(source);
  expect(lines.every((line) => line.length <= 67)).toBe(true);
  expect(height).toBe(footer('short').height + 13);
});

test('a link without a gap is cut after two lines', () => {
  const { lines } = footer('x'.repeat(200));
  expect(lines.map((line) => line.length)).toEqual([67, 67]);
  expect(lines[1]?.endsWith('…')).toBe(true);
});
