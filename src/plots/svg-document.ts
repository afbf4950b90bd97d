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
  /** Below the title: the epoch, the rulers, what bands and crosses are. */
  readonly detail?: string;
  /** Where it comes from: the link and the fingerprint; written at its bottom, and whole in its description. */
  readonly source: string;
}

const titleHeight = 30;
const detailHeight = 18;
const sourceHeight = 22;
/** From one line of the source to the next. */
const sourceLine = 13;
/** Of a source's letter, px. */
const letter = 5.6;
/** What goes beyond is cut. */
const mostLines = 2;
const edge = 10;
const family = 'system-ui, sans-serif';

/** A file that stands alone; the same picture gives the same bytes. */
export function svgDocument({ size, layers, palette, title, detail = '', source }: Picture): string {
  const { width } = size;
  const lines = linesOf(source, Math.floor((width - 2 * edge) / letter));
  const top = titleHeight + (detail === '' ? 0 : detailHeight);
  const height = size.height + top + sourceHeight + (lines.length - 1) * sourceLine;
  const clips = layers.flatMap(({ clip }, index) => (clip ? [clipPath(clip, index)] : []));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" ` +
      `role="img" aria-labelledby="title description" font-family="${family}">`,
    `<title id="title">${escapeSvg(title)}</title>`,
    `<desc id="description">${escapeSvg([detail, source].filter(Boolean).join(' · '))}</desc>`,
    ...(clips.length > 0 ? [`<defs>${clips.join('')}</defs>`] : []),
    `<rect width="${width}" height="${height}" fill="${palette.background}"/>`,
    `<text x="${edge}" y="20" font-size="14" font-weight="600" fill="${palette.ink}">${escapeSvg(title)}</text>`,
    ...(detail === ''
      ? []
      : [
          `<text x="${edge}" y="${20 + detailHeight}" font-size="12" fill="${palette.ink}">${escapeSvg(detail)}</text>`,
        ]),
    `<g transform="translate(0 ${top})">`,
    ...layers.map(({ marks, clip }, index) =>
      clip ? `<g clip-path="url(#clip-${index})">\n${svgText(marks)}\n</g>` : svgText(marks),
    ),
    '</g>',
    ...lines.map((line, index) => {
      const y = height - 7 - (lines.length - 1 - index) * sourceLine;
      return `<text x="${edge}" y="${y}" font-size="10" fill="${palette.mute}">${escapeSvg(line)}</text>`;
    }),
    '</svg>',
    '',
  ].join('\n');
}

/** Broken after a space or between two settings of a link where that is not far back. */
function linesOf(text: string, room: number): string[] {
  const lines: string[] = [];
  let rest = text;
  while (rest.length > room && lines.length < mostLines - 1) {
    const gap = Math.max(rest.lastIndexOf(' ', room - 1) + 1, rest.lastIndexOf('&', room));
    const end = gap > room / 2 ? gap : room;
    lines.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end);
  }
  lines.push(rest.length > room ? `${rest.slice(0, room - 1)}…` : rest);
  return lines;
}

/** Markers on the very edge are drawn whole. */
const slack = 8;

function clipPath({ left, top, right, bottom }: Box, index: number): string {
  const [x, y] = [left - slack, top - slack];
  const [width, height] = [right - left + 2 * slack, bottom - top + 2 * slack];
  return `<clipPath id="clip-${index}"><rect x="${x}" y="${y}" width="${width}" height="${height}"/></clipPath>`;
}
