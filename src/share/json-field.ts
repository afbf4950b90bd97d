/** A file that is not what it should be; the message names the place. */
export class FileProblem extends Error {
  override readonly name = 'FileProblem';
}

/** A value inside a JSON text that knows its place, so that every message names it. */
export class JsonField {
  readonly value: unknown;
  private readonly path: string;

  /** @param path its place, `layers[2].ixt`; empty for the whole text */
  constructor(value: unknown, path = '') {
    this.value = value;
    this.path = path;
  }

  /** @throws FileProblem if the text is no JSON */
  static parse(text: string): JsonField {
    try {
      return new JsonField(JSON.parse(text));
    } catch (error) {
      throw new FileProblem(`no JSON: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  error(what: string): FileProblem {
    return new FileProblem(this.path === '' ? what : `${this.path}: ${what}`);
  }

  get(name: string): JsonField {
    const member = this.find(name);
    if (member === null) throw this.error(`"${name}" is missing`);
    return member;
  }

  /** Null if there is no such member. */
  find(name: string): JsonField | null {
    const value = this.record()[name];
    if (value === undefined) return null;
    return new JsonField(value, this.path === '' ? name : `${this.path}.${name}`);
  }

  names(): string[] {
    return Object.keys(this.record());
  }

  list(length?: number): JsonField[] {
    const { value } = this;
    if (!Array.isArray(value)) throw this.error('should be a list');
    if (length !== undefined && value.length !== length) {
      throw this.error(`should have ${length} entries, but has ${value.length}`);
    }
    return value.map((entry: unknown, index) => new JsonField(entry, `${this.path}[${index}]`));
  }

  /** Numbers; null becomes NaN. */
  numbers(length?: number): number[] {
    return this.list(length).map((entry) => (entry.value === null ? NaN : entry.number()));
  }

  text(): string {
    if (typeof this.value !== 'string') throw this.error('should be a text');
    return this.value;
  }

  flag(): boolean {
    if (typeof this.value !== 'boolean') throw this.error('should be true or false');
    return this.value;
  }

  number(): number {
    if (typeof this.value !== 'number') throw this.error('should be a number');
    return this.value;
  }

  /** A whole number from `from` on. */
  whole(from: number): number {
    const value = this.number();
    if (!Number.isInteger(value) || value < from)
      throw this.error(`should be a whole number from ${from} on`);
    return value;
  }

  private record(): Record<string, unknown> {
    const { value } = this;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw this.error('should be an object');
    }
    return value as Record<string, unknown>; // An object of JSON has no other keys than texts.
  }
}
