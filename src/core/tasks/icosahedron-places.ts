/** The golden ratio. */
const p = (1 + Math.sqrt(5)) / 2;

/** Where the vertices of the 12-bit task's icosahedron lie, in its order; edges have length 2. */
export const vertexPlaces: readonly (readonly [x: number, y: number, z: number])[] = [
  [0, 1, p],
  [1, p, 0],
  [0, 1, -p],
  [-1, p, 0],
  [p, 0, -1],
  [0, -1, p],
  [1, -p, 0],
  [-1, -p, 0],
  [-p, 0, -1],
  [0, -1, -p],
  [-p, 0, 1],
  [p, 0, 1],
];
