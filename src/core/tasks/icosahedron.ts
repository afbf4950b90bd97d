import type { Task } from './task.ts';

/** Neighbours of each vertex of the icosahedron, (12, 5). */
const neighbours: readonly (readonly number[])[] = [
  [1, 3, 5, 10, 11],
  [0, 2, 3, 4, 11],
  [1, 3, 4, 8, 9],
  [0, 1, 2, 8, 10],
  [1, 2, 6, 9, 11],
  [0, 6, 7, 10, 11],
  [4, 5, 7, 9, 11],
  [5, 6, 8, 9, 10],
  [2, 3, 7, 9, 10],
  [2, 4, 6, 7, 8],
  [0, 3, 5, 7, 8],
  [0, 1, 4, 5, 6],
];

/** The vertex opposite each vertex. */
const antipode: readonly number[] = [9, 7, 5, 6, 10, 2, 3, 1, 11, 0, 4, 8];

export const VERTICES = 12;
export const PATTERNS = 1 << VERTICES;

/** What the label of a pattern depends on; invariant under the rotations of the icosahedron. */
export interface PatternCounts {
  /** Set vertices. */
  readonly vertices: number;
  /** Edges with both ends set. */
  readonly edges: number;
  /** Antipodal pairs with both ends set. */
  readonly antipodes: number;
}

/** Is vertex i set in pattern number r? Vertex 0 is the most significant of 12 bits. */
export function isSet(pattern: number, vertex: number): boolean {
  return ((pattern >> (VERTICES - 1 - vertex)) & 1) === 1;
}

/** @param pattern number of the pattern, 0 to 4095 */
export function countPattern(pattern: number): PatternCounts {
  let vertices = 0;
  let edgeEnds = 0;
  let antipodeEnds = 0;
  for (const [vertex, near] of neighbours.entries()) {
    if (!isSet(pattern, vertex)) continue;
    vertices++;
    for (const other of near) if (isSet(pattern, other)) edgeEnds++;
    if (isSet(pattern, antipode[vertex] ?? vertex)) antipodeEnds++;
  }
  return { vertices, edges: edgeEnds / 2, antipodes: antipodeEnds / 2 };
}

/**
 * The rule behind the labels of the 12-bit task: 1 if and only if 30k - 3k^2 + 8e - 4a >= 120, for k vertices,
 * e edges and a antipodal pairs.
 */
export function labelOf({ vertices, edges, antipodes }: PatternCounts): 0 | 1 {
  return 30 * vertices - 3 * vertices * vertices + 8 * edges - 4 * antipodes >= 120 ? 1 : 0;
}

/**
 * The 12-bit task of Shwartz-Ziv & Tishby (2017): all 4096 colourings of an icosahedron's 12 vertices, as inputs of
 * 0 and 1, with a label that no rotation changes. Sample number = pattern number.
 */
export function icosahedron(): Task & { readonly inputs: Float32Array } {
  const inputs = new Float32Array(PATTERNS * VERTICES);
  const labels = new Uint8Array(PATTERNS);
  for (let pattern = 0; pattern < PATTERNS; pattern++) {
    for (let vertex = 0; vertex < VERTICES; vertex++) {
      if (isSet(pattern, vertex)) inputs[pattern * VERTICES + vertex] = 1;
    }
    labels[pattern] = labelOf(countPattern(pattern));
  }
  const shape = { samples: PATTERNS, features: VERTICES, classes: 2, image: null, ownTrainSamples: null };
  return { name: 'icosahedron', ...shape, inputs, labels };
}
