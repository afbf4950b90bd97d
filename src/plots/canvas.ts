/** Draws marks on a canvas. */
import type { Box } from './scene/frame.ts';
import type { Mark } from './scene/marks.ts';
import { traceShape } from './shapes.ts';

export function drawMarks(
  context: CanvasRenderingContext2D,
  marks: readonly Mark[],
  fontFamily: string,
): void {
  for (const mark of marks) {
    context.globalAlpha = mark.opacity ?? 1;
    if (mark.kind === 'text') drawText(context, mark, fontFamily);
    else if (mark.kind === 'markers') drawMarkers(context, mark);
    else if (mark.kind === 'area') drawArea(context, mark);
    else drawLines(context, mark);
  }
  context.globalAlpha = 1;
}

function drawLines(
  context: CanvasRenderingContext2D,
  mark: Extract<Mark, { kind: 'path' | 'segments' }>,
): void {
  const { points } = mark;
  context.strokeStyle = mark.stroke;
  context.lineWidth = mark.width;
  context.lineJoin = 'round';
  const dash = mark.kind === 'path' ? mark.dash : undefined;
  if (dash) context.setLineDash([...dash]);
  // Separate lines in portions, for the same reason as shapes; a path whole, that its joins and dashes go through.
  const portion = mark.kind === 'segments' ? 4 * segmentsAPath : points.length;
  for (let from = 0; from < points.length; from += portion) {
    context.beginPath();
    for (let i = from; i + 1 < Math.min(points.length, from + portion); i += 2) {
      const x = points[i] ?? 0;
      const y = points[i + 1] ?? 0;
      if (mark.kind === 'segments' ? i % 4 === 0 : i === 0) context.moveTo(x, y);
      else context.lineTo(x, y);
    }
    context.stroke();
  }
  if (dash) context.setLineDash([]);
}

function drawArea(
  context: CanvasRenderingContext2D,
  { points, fill }: Extract<Mark, { kind: 'area' }>,
): void {
  context.beginPath();
  for (let i = 0; i + 1 < points.length; i += 2) context.lineTo(points[i] ?? 0, points[i + 1] ?? 0);
  context.closePath();
  context.fillStyle = fill;
  context.fill();
}

const segmentsAPath = 64;

/** Shapes a path holds at most: filling one path of thousands costs many times what filling many small ones does. */
const shapesAPath = 32;

function drawMarkers(context: CanvasRenderingContext2D, mark: Extract<Mark, { kind: 'markers' }>): void {
  const { points } = mark;
  for (let from = 0; from + 1 < points.length; from += 2 * shapesAPath) {
    context.beginPath();
    for (let i = from; i + 1 < Math.min(points.length, from + 2 * shapesAPath); i += 2) {
      traceShape(context, mark.shape, points[i] ?? 0, points[i + 1] ?? 0, mark.r);
    }
    if (mark.stroke !== undefined && mark.width !== undefined) {
      context.strokeStyle = mark.stroke;
      context.lineJoin = 'round';
      // The line lies around the shape, not over its edge: a filled shape keeps its size.
      context.lineWidth = mark.width * 2;
      context.stroke();
    }
    context.fillStyle = mark.fill;
    context.fill();
  }
}

function drawText(
  context: CanvasRenderingContext2D,
  mark: Extract<Mark, { kind: 'text' }>,
  fontFamily: string,
): void {
  context.font = `${mark.weight} ${mark.size}px ${fontFamily}`;
  context.textAlign = mark.anchor === 'middle' ? 'center' : mark.anchor;
  if (mark.rotate !== undefined) {
    context.save();
    context.translate(mark.x, mark.y);
    context.rotate((mark.rotate * Math.PI) / 180);
    context.translate(-mark.x, -mark.y);
  }
  if (mark.halo !== undefined) {
    context.strokeStyle = mark.halo;
    context.lineWidth = 4;
    context.lineJoin = 'round';
    context.strokeText(mark.text, mark.x, mark.y);
  }
  context.fillStyle = mark.fill;
  context.fillText(mark.text, mark.x, mark.y);
  if (mark.rotate !== undefined) context.restore();
}

/** A canvas sized in CSS px, sharp on any screen. */
export interface Surface {
  readonly canvas: HTMLCanvasElement;
  readonly context: CanvasRenderingContext2D;
  /** Fits it to the size, in units of `scale` CSS px, and to the screen's pixels; true if that cleared it. */
  fit(width: number, height: number, scale?: number): boolean;
  clear(): void;
}

export function createSurface(host: HTMLElement): Surface {
  const canvas = document.createElement('canvas');
  canvas.setAttribute('aria-hidden', 'true');
  canvas.style.cssText = 'position:absolute;inset:0;width:100%;height:100%;pointer-events:none';
  host.append(canvas);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('Plots: this browser gives no 2d canvas');
  let fitted = '';
  return {
    canvas,
    context,
    fit(width, height, scale = 1) {
      const ratio = scale * Math.min(3, window.devicePixelRatio || 1);
      const wanted = `${width} ${height} ${ratio}`;
      if (wanted === fitted) return false;
      fitted = wanted;
      canvas.width = Math.max(1, Math.round(width * ratio));
      canvas.height = Math.max(1, Math.round(height * ratio));
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      return true;
    },
    clear() {
      context.clearRect(0, 0, canvas.width, canvas.height);
    },
  };
}

/** The same, with nothing drawn more than `slack` px outside the box. */
export function drawWithin(
  context: CanvasRenderingContext2D,
  { left, top, right, bottom }: Box,
  slack: number,
  marks: readonly Mark[],
  family: string,
): void {
  context.save();
  context.beginPath();
  context.rect(left - slack, top - slack, right - left + 2 * slack, bottom - top + 2 * slack);
  context.clip();
  drawMarks(context, marks, family);
  context.restore();
}
