import { vertexPlaces } from '../../core/tasks/icosahedron-places.ts';

/** A vertex as it is seen, in units of the icosahedron's radius; depth above 0 is nearer. */
export interface SeenVertex {
  readonly x: number;
  readonly y: number;
  readonly depth: number;
}

type Vector = readonly [number, number, number];

const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const scaled = (v: Vector, by: number): Vector => [v[0] * by, v[1] * by, v[2] * by];
const unit = (v: Vector): Vector => scaled(v, 1 / Math.sqrt(dot(v, v)));
const sum = (a: Vector, b: Vector): Vector => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

const place = (vertex: number): Vector => vertexPlaces[vertex] ?? [0, 0, 0];

/**
 * The vertices as seen through the middle of the face of vertices 0, 5 and 11: from there no vertex hides another.
 */
export const seenVertices: readonly SeenVertex[] = (() => {
  const face = sum(sum(place(0), place(5)), place(11));
  const toward = unit(face);
  const up = unit(sum(place(0), scaled(toward, -dot(place(0), toward))));
  const right = cross(up, toward);
  return vertexPlaces.map((at) => {
    const v = unit(at);
    return { x: dot(v, right), y: -dot(v, up), depth: dot(v, toward) };
  });
})();

/** Pairs of vertices with an edge between them; those behind first. */
export const seenEdges: readonly (readonly [number, number])[] = vertexPlaces
  .flatMap((one, i) =>
    vertexPlaces.flatMap((other, j): (readonly [number, number])[] => {
      const far = sum(one, scaled(other, -1));
      return i < j && Math.abs(dot(far, far) - 4) < 1e-9 ? [[i, j]] : [];
    }),
  )
  .sort((a, b) => depthOf(a) - depthOf(b));

function depthOf([i, j]: readonly [number, number]): number {
  return (seenVertices[i]?.depth ?? 0) + (seenVertices[j]?.depth ?? 0);
}
