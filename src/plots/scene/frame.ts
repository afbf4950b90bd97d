/** Where the information plane lies inside its host, and how bits become pixels. */
import type { Limits, PlaneRegion } from '../../core/experiment/trajectory.ts';

/** As d3-zoom has it: px = k * px + x. */
export interface Transform {
  readonly k: number;
  readonly x: number;
  readonly y: number;
}

export const unzoomed: Transform = { k: 1, x: 0, y: 0 };

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface PlaneFrame {
  readonly size: Size;
  /** The plane's own rectangle inside the host, px. */
  readonly box: Box;
  /** Bits to px. */
  x(bits: number): number;
  y(bits: number): number;
  /** Px to bits. */
  bitsX(px: number): number;
  bitsY(px: number): number;
  /** Text size in px that all others follow. */
  readonly font: number;
  readonly limits: Limits;
}

/** The plane reaches this far beyond H(X) and H(Y). */
const beyondX = 1.05;
const beyondY = 1.06;
/** Widest and narrowest the plane may be for its height. */
const widest = 1.3;
const narrowest = 0.5;

/** Wider than a phone's screen. */
export function isRoomy({ width }: Size): boolean {
  return width > 400;
}

/** @param extent bits that there is room for, a little less than what the plane reaches to */
export function planeFrame(
  size: Size,
  limits: Limits,
  transform = unzoomed,
  font = 13,
  extent = limits,
): PlaneFrame {
  const roomy = isRoomy(size);
  const margin = {
    left: font * (roomy ? 3.6 : 3.1),
    right: font * (roomy ? 5.2 : 4.6),
    top: font * 2.3,
    bottom: font * 3.5,
  };
  let width = Math.max(40, size.width - margin.left - margin.right);
  let height = Math.max(40, size.height - margin.top - margin.bottom);
  width = Math.min(width, height * widest);
  height = Math.min(height, width / narrowest);
  const left = Math.round(margin.left + (size.width - margin.left - margin.right - width) / 2);
  const top = Math.round(margin.top + Math.max(0, (size.height - margin.top - margin.bottom - height) / 2));
  const box: Box = { left, top, right: left + Math.round(width), bottom: top + Math.round(height) };
  const perX = (box.right - box.left) / (spanOf(extent.hx) * beyondX);
  const perY = (box.bottom - box.top) / (spanOf(extent.hy) * beyondY);
  const { k, x: tx, y: ty } = transform;
  return {
    size,
    box,
    font,
    limits,
    x: (bits) => k * (box.left + bits * perX) + tx,
    y: (bits) => k * (box.bottom - bits * perY) + ty,
    bitsX: (px) => ((px - tx) / k - box.left) / perX,
    bitsY: (px) => (box.bottom - (px - ty) / k) / perY,
  };
}

/** Bits up to a limit: those of a constant label are none, so one is shown; fewer than 0.001 have no room for numbers. */
function spanOf(limit: number): number {
  return limit > 0 ? Math.max(limit, 0.001) : 1;
}

/** The same part of the plane after the plane's own rectangle has become another one. */
export function carriedOver(part: Box, from: Box, to: Box): Box {
  const x = (px: number): number =>
    to.left + ((px - from.left) / (from.right - from.left)) * (to.right - to.left);
  const y = (px: number): number =>
    to.top + ((px - from.top) / (from.bottom - from.top)) * (to.bottom - to.top);
  return { left: x(part.left), right: x(part.right), top: y(part.top), bottom: y(part.bottom) };
}

/** Where a part of the plane lies in a frame, px. */
export function regionBox({ ixt, ity }: PlaneRegion, frame: PlaneFrame): Box {
  return {
    left: frame.x(ixt[0]),
    right: frame.x(ixt[1]),
    top: frame.y(ity[1]),
    bottom: frame.y(ity[0]),
  };
}

/** The part of the plane that a frame shows. */
export function regionInSight(frame: PlaneFrame): PlaneRegion {
  const { left, right, top, bottom } = frame.box;
  return { ixt: [frame.bitsX(left), frame.bitsX(right)], ity: [frame.bitsY(bottom), frame.bitsY(top)] };
}

export function inside(box: Box, x: number, y: number, slack = 0): boolean {
  return x >= box.left - slack && x <= box.right + slack && y >= box.top - slack && y <= box.bottom + slack;
}

export function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
