import { FileError } from './problems.ts';

/** A value inside a JSON file that knows its place, so that every message names file and field. */
export class Field {
  readonly value: unknown;
  private readonly file: string;
  private readonly path: string;

  /** @param path the field's place in the file, `after.13.kernels[2]`; empty for the whole file */
  constructor(value: unknown, file: string, path = '') {
    this.value = value;
    this.file = file;
    this.path = path;
  }

  /** @throws FileError if the text is no JSON */
  static parse(text: string, file: string): Field {
    try {
      return new Field(JSON.parse(text), file);
    } catch (error) {
      throw new FileError(`${file}: no JSON: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  error(what: string): FileError {
    return new FileError(`${this.file}: ${this.path === '' ? 'the whole' : this.path}: ${what}`);
  }

  /** A member of an object. */
  get(name: string): Field {
    const member = this.find(name);
    if (member === null) throw this.error(`"${name}" is missing`);
    return member;
  }

  /** A member of an object, null if it has none of that name. */
  find(name: string): Field | null {
    const value = this.record()[name];
    return value === undefined ? null : this.child(value, this.path === '' ? name : `${this.path}.${name}`);
  }

  members(): [name: string, member: Field][] {
    return Object.keys(this.record()).map((name) => [name, this.get(name)]);
  }

  /** Members of an object whose names are whole numbers, ascending. */
  numbered(): [number: number, member: Field][] {
    return this.members().map(([name, member]) => {
      if (!/^\d+$/.test(name)) throw member.error('its name should be a whole number');
      return [Number(name), member];
    });
  }

  list(length?: number): Field[] {
    if (!Array.isArray(this.value)) throw this.error('should be a list');
    if (length !== undefined && this.value.length !== length) {
      throw this.error(`should have ${length} entries, but has ${this.value.length}`);
    }
    return this.value.map((entry, index) => this.child(entry, `${this.path}[${index}]`));
  }

  text(): string {
    if (typeof this.value !== 'string') throw this.error('should be a text');
    return this.value;
  }

  number(): number {
    if (typeof this.value !== 'number') throw this.error('should be a number');
    return this.value;
  }

  /** A whole number from `from` on. */
  whole(from: number): number {
    const value = this.number();
    if (!Number.isInteger(value) || value < from) {
      throw this.error(`should be a whole number from ${from} on, but is ${value}`);
    }
    return value;
  }

  /** Float32 values: little-endian in base64, or a list of numbers. */
  floats(length?: number): Float32Array {
    if (Array.isArray(this.value)) return Float32Array.from(this.list(length), (entry) => entry.number());
    return this.words(4, length, (view, offset) => view.getFloat32(offset, true), Float32Array);
  }

  uint8(length?: number): Uint8Array {
    return this.words(1, length, (view, offset) => view.getUint8(offset), Uint8Array);
  }

  uint16(length?: number): Uint16Array {
    return this.words(2, length, (view, offset) => view.getUint16(offset, true), Uint16Array);
  }

  private words<Words>(
    bytes: number,
    length: number | undefined,
    read: (view: DataView, offset: number) => number,
    words: { from(source: ArrayLike<number>, map: (value: number, index: number) => number): Words },
  ): Words {
    const { buffer, byteOffset, byteLength } = Buffer.from(this.text(), 'base64');
    const found = byteLength / bytes;
    if (length !== undefined && found !== length) {
      throw this.error(`should hold ${length} values of ${bytes} bytes, but holds ${byteLength} bytes`);
    }
    if (!Number.isInteger(found)) throw this.error(`should hold values of ${bytes} bytes`);
    const view = new DataView(buffer, byteOffset, byteLength);
    return words.from({ length: found }, (_, index) => read(view, index * bytes));
  }

  private record(): Record<string, unknown> {
    const { value } = this;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw this.error('should be an object');
    }
    return value as Record<string, unknown>; // An object of JSON has no other keys than texts.
  }

  private child(value: unknown, path: string): Field {
    return new Field(value, this.file, path);
  }
}
