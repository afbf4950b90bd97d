/** A file that is not what it should be; the message names the place. */
export class FileProblem extends Error {
  override readonly name = 'FileProblem';
}

/** A value inside a JSON text that knows its place, so that every message names it. */
export class JsonField {
  readonly value: unknown;
  private readonly path: string;
  private readonly file: string;

  /**
   * @param path its place, `layers[2].ixt`; empty for the whole text
   * @param file the file's name, where messages are to have it
   */
  constructor(value: unknown, path = '', file = '') {
    this.value = value;
    this.path = path;
    this.file = file;
  }

  /** @throws FileProblem if the text is no JSON */
  static parse(text: string, file = ''): JsonField {
    try {
      return new JsonField(JSON.parse(text), '', file);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new JsonField(null, '', file).error(`no JSON: ${reason}`);
    }
  }

  error(what: string): FileProblem {
    return new FileProblem([this.file, this.path, what].filter((part) => part !== '').join(': '));
  }

  get(name: string): JsonField {
    const member = this.find(name);
    if (member === null) throw this.error(`"${name}" is missing`);
    return member;
  }

  /** Null if there is no such member. */
  find(name: string): JsonField | null {
    const value = this.record()[name];
    return value === undefined ? null : this.child(value, this.path === '' ? name : `${this.path}.${name}`);
  }

  members(): [name: string, member: JsonField][] {
    return Object.keys(this.record()).map((name) => [name, this.get(name)]);
  }

  /** Members whose names are whole numbers, ascending. */
  numbered(): [number: number, member: JsonField][] {
    return this.members().map(([name, member]) => {
      if (!/^\d+$/.test(name)) throw member.error('its name should be a whole number');
      return [Number(name), member];
    });
  }

  list(length?: number): JsonField[] {
    const { value } = this;
    if (!Array.isArray(value)) throw this.error('should be a list');
    if (length !== undefined && value.length !== length) {
      throw this.error(`should have ${length} entries, but has ${value.length}`);
    }
    return value.map((entry: unknown, index) => this.child(entry, `${this.path}[${index}]`));
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

  /** A finite one. */
  number(): number {
    const { value } = this;
    if (typeof value !== 'number') throw this.error('should be a number');
    if (!Number.isFinite(value)) throw this.error('is too large a number'); // 1e999 is read as infinity.
    return value;
  }

  /** A whole number from `from` on. */
  whole(from: number): number {
    const value = this.number();
    if (!Number.isInteger(value) || value < from)
      throw this.error(`should be a whole number from ${from} on, but is ${value}`);
    return value;
  }

  private record(): Record<string, unknown> {
    const { value } = this;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw this.error('should be an object');
    }
    return value as Record<string, unknown>; // An object of JSON has no other keys than texts.
  }

  private child(value: unknown, path: string): JsonField {
    return new JsonField(value, path, this.file);
  }
}
