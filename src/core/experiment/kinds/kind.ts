/** What can be wrong with one value. */
export type FaultCode =
  | 'type'
  | 'empty'
  | 'notDecimal'
  | 'notWhole'
  | 'notChoice'
  | 'notPair'
  | 'notFraction'
  | 'bounds'
  | 'length'
  | 'order'
  | 'taskForm'
  | 'expression'
  | 'expressionSign'
  | 'notRegion'
  | 'notMeasured'
  | 'characters'
  | 'tooLong';

/** A fault, with what its message needs beside it, as text: `min` and `max`, `choices`, `word`, ... */
export interface Fault {
  readonly code: FaultCode;
  readonly values: Readonly<Record<string, string>>;
}

/** `nearest` is the allowed value closest to what was meant; undefined if that cannot be told. */
export type Verdict<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: Fault; readonly nearest: T | undefined };

/** What values a setting takes, and how they are written in a link: `parse(format(value))` is `value`. */
export interface Kind<T> {
  /** Judges any value, of whatever type. */
  judge(value: unknown): Verdict<T>;
  /** Reads a value from a link and judges it. */
  parse(text: string): Verdict<T>;
  /** Writes an allowed value: no exponent; only expressions have characters that a link must escape. */
  format(value: T): string;
}

/** Smallest and largest allowed number, both included. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
}

export function right<T>(value: T): Verdict<T> {
  return { ok: true, value };
}

export function wrong<T>(
  code: FaultCode,
  values: Readonly<Record<string, string>> = {},
  nearest?: T,
): Verdict<T> {
  return { ok: false, fault: { code, values }, nearest };
}
