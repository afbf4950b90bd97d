/** Marks as SVG text, for files: without a document, so that Node can draw too. */
import type { Mark } from './scene/marks.ts';
import { shapePath } from './shapes.ts';

export interface SvgNode {
  readonly name: 'path' | 'text';
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

const round = (value: number): string => String(Math.round(value * 100) / 100);

function pathData(mark: Exclude<Mark, { kind: 'text' }>): string {
  const parts: string[] = [];
  for (let i = 0; i + 1 < mark.points.length; i += 2) {
    const x = mark.points[i] ?? 0;
    const y = mark.points[i + 1] ?? 0;
    if (mark.kind === 'markers') parts.push(shapePath(mark.shape, x, y, mark.r));
    else {
      const start = mark.kind === 'segments' ? i % 4 === 0 : i === 0;
      parts.push(`${start ? 'M' : 'L'}${round(x)} ${round(y)}`);
    }
  }
  if (mark.kind === 'area') parts.push('Z');
  return parts.join('');
}

/** One mark as the name and attributes of an SVG element. */
export function svgNode(mark: Mark): SvgNode {
  const common: Record<string, string> = { 'data-role': mark.role };
  if (mark.opacity !== undefined && mark.opacity !== 1) common['opacity'] = round(mark.opacity);
  if (mark.kind === 'text') {
    const attributes: Record<string, string> = {
      ...common,
      x: round(mark.x),
      y: round(mark.y),
      fill: mark.fill,
      'font-size': round(mark.size),
      'font-weight': String(mark.weight),
      'text-anchor': mark.anchor,
    };
    if (mark.rotate !== undefined) {
      attributes['transform'] = `rotate(${round(mark.rotate)} ${round(mark.x)} ${round(mark.y)})`;
    }
    if (mark.halo !== undefined) {
      Object.assign(attributes, {
        stroke: mark.halo,
        'stroke-width': '4',
        'stroke-linejoin': 'round',
        'paint-order': 'stroke',
      });
    }
    return { name: 'text', attributes, text: mark.text };
  }
  const attributes: Record<string, string> = { ...common, d: pathData(mark) };
  if (mark.kind === 'area') attributes['fill'] = mark.fill;
  else if (mark.kind === 'markers') {
    attributes['fill'] = mark.fill;
    if (mark.stroke !== undefined && mark.width !== undefined) {
      Object.assign(attributes, {
        stroke: mark.stroke,
        'stroke-width': round(mark.width * 2),
        'stroke-linejoin': 'round',
        'paint-order': 'stroke',
      });
    }
  } else {
    Object.assign(attributes, {
      fill: 'none',
      stroke: mark.stroke,
      'stroke-width': round(mark.width),
      'stroke-linejoin': 'round',
    });
    if (mark.kind === 'path' && mark.dash) attributes['stroke-dasharray'] = mark.dash.join(' ');
  }
  return { name: 'path', attributes, text: '' };
}

export const escapeSvg = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The marks as SVG elements, as text, for a file. */
export function svgText(marks: readonly Mark[]): string {
  return marks
    .map(svgNode)
    .map(({ name, attributes, text }) => {
      const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeSvg(value)}"`);
      return `<${name}${written.join('')}>${escapeSvg(text)}</${name}>`;
    })
    .join('\n');
}
