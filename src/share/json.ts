/**
 * A value as JSON text for a file: members on lines of their own, a list of plain values on one line. Numbers
 * come back bit for bit; -0 stays -0. What is not finite becomes null, since JSON has no word for it.
 */
export function jsonText(value: unknown): string {
  return `${written(value, '')}\n`;
}

function written(value: unknown, indent: string): string {
  if (typeof value === 'number') return numberText(value) || 'null';
  if (Array.isArray(value)) return listText(value, indent);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  if (members.length === 0) return '{}';
  const within = `${indent}  `;
  const lines = members.map(
    ([name, member]) => `${within}${JSON.stringify(name)}: ${written(member, within)}`,
  );
  return `{\n${lines.join(',\n')}\n${indent}}`;
}

function listText(list: readonly unknown[], indent: string): string {
  const isPlain = list.every((entry) => typeof entry !== 'object' || entry === null);
  if (isPlain) return `[${list.map((entry) => written(entry, '')).join(', ')}]`;
  const within = `${indent}  `;
  return `[\n${list.map((entry) => within + written(entry, within)).join(',\n')}\n${indent}]`;
}

/** The shortest decimal that is read as the same double; empty where it is not finite. */
export function numberText(value: number): string {
  if (Object.is(value, -0)) return '-0';
  return Number.isFinite(value) ? String(value) : '';
}
