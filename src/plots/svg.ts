/** Draws marks as SVG into a live element: nodes are kept and only what differs is written. */
import type { Mark } from './scene/marks.ts';
import { svgNode, type SvgNode } from './svg-text.ts';

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

  /** Draws in units of so many CSS px. */
  setScale(scale: number): void {
    const { style } = this.element;
    style.transformOrigin = '0 0';
    style.transform = scale === 1 ? '' : `scale(${scale})`;
    style.width = style.height = `${100 / scale}%`;
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
