/** Draws marks as SVG: into a live element (nodes are kept and only what differs is written), or as text. */
import type { Mark } from './scene/marks.ts';
import { shapePath } from './shapes.ts';

interface SvgNode {
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
function svgNode(mark: Mark): SvgNode {
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

const escape = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The marks as SVG elements, as text, for a file. */
export function svgText(marks: readonly Mark[]): string {
  return marks
    .map(svgNode)
    .map(({ name, attributes, text }) => {
      const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escape(value)}"`);
      return `<${name}${written.join('')}>${escape(text)}</${name}>`;
    })
    .join('\n');
}

/** An SVG over the whole host that shows a list of marks. */
export class SvgLayer {
  readonly element: SVGSVGElement;
  private readonly nodes: { name: string; element: SVGElement; written: SvgNode | null }[] = [];

  constructor(host: HTMLElement, fontFamily: string) {
    this.element = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    this.element.setAttribute('aria-hidden', 'true');
    this.element.style.cssText =
      'position:absolute;inset:0;width:100%;height:100%;pointer-events:none;overflow:hidden;font-variant-numeric:tabular-nums';
    this.element.style.fontFamily = fontFamily;
    host.append(this.element);
  }

  draw(marks: readonly Mark[]): void {
    marks.forEach((mark, i) => {
      this.write(i, svgNode(mark));
    });
    for (const extra of this.nodes.splice(marks.length)) extra.element.remove();
  }

  private write(i: number, node: SvgNode): void {
    let slot = this.nodes[i];
    if (slot?.name !== node.name) {
      const element = document.createElementNS('http://www.w3.org/2000/svg', node.name);
      if (slot) slot.element.replaceWith(element);
      else this.element.append(element);
      slot = { name: node.name, element, written: null };
      this.nodes[i] = slot;
    }
    const { element, written } = slot;
    for (const [key, value] of Object.entries(node.attributes)) {
      if (written?.attributes[key] !== value) element.setAttribute(key, value);
    }
    for (const key of Object.keys(written?.attributes ?? {})) {
      if (!(key in node.attributes)) element.removeAttribute(key);
    }
    if (written?.text !== node.text) element.textContent = node.text;
    slot.written = node;
  }
}
