import type { JsonField } from '../../share/json-field.ts';

/**
 * Float32 values: little-endian in base64, or a list of numbers.
 *
 * @throws FileProblem if it is neither, or has not `length` of them
 */
export function floats(field: JsonField, length?: number): Float32Array {
  if (Array.isArray(field.value)) return Float32Array.from(field.list(length), (entry) => entry.number());
  return words(field, 4, length, (view, offset) => view.getFloat32(offset, true), Float32Array);
}

/** Bytes in base64. @throws FileProblem */
export function uint8(field: JsonField, length?: number): Uint8Array {
  return words(field, 1, length, (view, offset) => view.getUint8(offset), Uint8Array);
}

/** Two bytes each, little-endian, in base64. @throws FileProblem */
export function uint16(field: JsonField, length?: number): Uint16Array {
  return words(field, 2, length, (view, offset) => view.getUint16(offset, true), Uint16Array);
}

function words<Words>(
  field: JsonField,
  bytes: number,
  length: number | undefined,
  read: (view: DataView, offset: number) => number,
  type: { from(source: ArrayLike<number>, map: (value: number, index: number) => number): Words },
): Words {
  const { buffer, byteOffset, byteLength } = Buffer.from(field.text(), 'base64');
  const found = byteLength / bytes;
  if (length !== undefined && found !== length) {
    throw field.error(`should hold ${length} values of ${bytes} bytes, but holds ${byteLength} bytes`);
  }
  if (!Number.isInteger(found)) throw field.error(`should hold values of ${bytes} bytes`);
  const view = new DataView(buffer, byteOffset, byteLength);
  return type.from({ length: found }, (_, index) => read(view, index * bytes));
}
