/** A whole SVG file from marks. */
import type { Palette } from './colours.ts';
import type { Box, Size } from './scene/frame.ts';
import type { Mark } from './scene/marks.ts';
import { escapeSvg, svgText } from './svg-text.ts';

/** Marks, back to front; those of a layer with `clip` are not drawn outside that box. */
export interface PictureLayer {
  readonly marks: readonly Mark[];
  readonly clip?: Box;
}

export interface Picture {
  readonly size: Size;
  readonly layers: readonly PictureLayer[];
  readonly palette: Palette;
  /** What it is, for those who do not see it, and at its top. */
  readonly title: string;
  /** Where it comes from: the link and the fingerprint; written at its bottom, and whole in its description. */
  readonly source: string;
}

const titleHeight = 30;
const sourceHeight = 22;
/** Of a source's letter, px; a longer source is cut. */
const letter = 5.6;
const edge = 10;
const family = 'system-ui, sans-serif';

/** A file that stands alone; the same picture gives the same bytes. */
export function svgDocument({ size, layers, palette, title, source }: Picture): string {
  const { width } = size;
  const height = size.height + titleHeight + sourceHeight;
  const room = Math.floor((width - 2 * edge) / letter);
  const shown = source.length > room ? `${source.slice(0, room - 1)}…` : source;
  const clips = layers.flatMap(({ clip }, index) => (clip ? [clipPath(clip, index)] : []));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" ` +
      `role="img" aria-labelledby="title description" font-family="${family}">`,
    `<title id="title">${escapeSvg(title)}</title>`,
    `<desc id="description">${escapeSvg(source)}</desc>`,
    ...(clips.length > 0 ? [`<defs>${clips.join('')}</defs>`] : []),
    `<rect width="${width}" height="${height}" fill="${palette.background}"/>`,
    `<text x="${edge}" y="20" font-size="14" font-weight="600" fill="${palette.ink}">${escapeSvg(title)}</text>`,
    `<g transform="translate(0 ${titleHeight})">`,
    ...layers.map(({ marks, clip }, index) =>
      clip ? `<g clip-path="url(#clip-${index})">\n${svgText(marks)}\n</g>` : svgText(marks),
    ),
    '</g>',
    `<text x="${edge}" y="${height - 7}" font-size="10" fill="${palette.mute}">${escapeSvg(shown)}</text>`,
    '</svg>',
    '',
  ].join('\n');
}

/** Markers on the very edge are drawn whole. */
const slack = 8;

function clipPath({ left, top, right, bottom }: Box, index: number): string {
  const [x, y] = [left - slack, top - slack];
  const [width, height] = [right - left + 2 * slack, bottom - top + 2 * slack];
  return `<clipPath id="clip-${index}"><rect x="${x}" y="${y}" width="${width}" height="${height}"/></clipPath>`;
}
