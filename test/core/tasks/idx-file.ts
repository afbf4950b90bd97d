/** An idx file of unsigned bytes. */
export function idxFile(dimensions: readonly number[], data: Uint8Array): Uint8Array<ArrayBuffer> {
  const head = 4 + 4 * dimensions.length;
  const bytes = new Uint8Array(head + data.length);
  bytes.set([0, 0, 8, dimensions.length]);
  const view = new DataView(bytes.buffer);
  for (const [i, size] of dimensions.entries()) view.setUint32(4 + 4 * i, size);
  bytes.set(data, head);
  return bytes;
}
