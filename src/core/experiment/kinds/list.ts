import { right, wrong, type Kind, type Verdict } from './kind.ts';

/** What a kind's values are. */
type ValueOf<K> = K extends Kind<infer T> ? T : never;

export interface ListKind<K> extends Kind<readonly ValueOf<K>[]> {
  readonly type: 'list';
  readonly of: K;
  readonly minLength: number;
  readonly maxLength: number;
}

/** Several values of one kind, in a link with `-` between them: so none of them may be negative. */
export function listOf<K extends Kind<ValueOf<K>>>(of: K, minLength: number, maxLength: number): ListKind<K> {
  const gather = (parts: readonly Verdict<ValueOf<K>>[]) => judgeParts(parts, minLength, maxLength);
  return {
    type: 'list',
    of,
    minLength,
    maxLength,
    judge: (value) =>
      Array.isArray(value) ? gather(value.map((part: unknown) => of.judge(part))) : wrong('type'),
    parse: (text) => (text === '' ? wrong('empty') : gather(text.split('-').map((part) => of.parse(part)))),
    format: (values) => values.map((value) => of.format(value)).join('-'),
  };
}

/** The first fault among the parts counts, then the number of parts; `nearest` if each part has one. */
function judgeParts<T>(
  parts: readonly Verdict<T>[],
  minLength: number,
  maxLength: number,
): Verdict<readonly T[]> {
  const nearest: T[] = [];
  for (const part of parts.slice(0, maxLength)) {
    const value = part.ok ? part.value : part.nearest;
    if (value !== undefined) nearest.push(value);
  }
  const complete = nearest.length >= minLength && nearest.length === Math.min(parts.length, maxLength);
  const bad = parts.find((part) => !part.ok);
  if (bad !== undefined) {
    return { ok: false, fault: bad.fault, nearest: complete ? nearest : undefined };
  }
  if (parts.length < minLength || parts.length > maxLength) {
    const lengths = { min: String(minLength), max: String(maxLength) };
    return wrong('length', lengths, complete ? nearest : undefined);
  }
  return right(nearest);
}
