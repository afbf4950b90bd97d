/** What an idx file holds: unsigned bytes of some dimensions, row-major. */
export interface IdxFile {
  readonly dimensions: readonly number[];
  /** A view of the file, (product of the dimensions). */
  readonly data: Uint8Array;
}

/** Third byte of an idx file whose elements are unsigned bytes; the fourth is the number of dimensions. */
const unsignedBytes = 0x08;

/**
 * Reads an idx file of unsigned bytes, the format in which MNIST is given away: two zero bytes, the kind of element,
 * the number of dimensions, each dimension as a big-endian uint32, then the elements.
 *
 * @throws RangeError saying what is wrong with the file
 */
export function readIdx(bytes: Uint8Array, dimensions: number): IdxFile {
  const head = 4 + 4 * dimensions;
  if (bytes.length < head) throw new RangeError(`idx: ${bytes.length} bytes are too few for a header`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const magic = view.getUint32(0);
  const expected = (unsignedBytes << 8) | dimensions;
  if (magic !== expected) throw new RangeError(`idx: magic number ${magic} in place of ${expected}`);
  const sizes = Array.from({ length: dimensions }, (_, i) => view.getUint32(4 + 4 * i));
  const length = sizes.reduce((product, size) => product * size, 1);
  if (bytes.length !== head + length) {
    throw new RangeError(`idx: ${bytes.length - head} elements in place of ${sizes.join(' x ')} = ${length}`);
  }
  return { dimensions: sizes, data: bytes.subarray(head) };
}
