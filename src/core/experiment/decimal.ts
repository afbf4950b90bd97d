const plain = /^-?[0-9]+(\.[0-9]+)?$/;
const whole = /^-?[0-9]+$/;

/** Is this a number in plain decimal notation: digits, perhaps a sign before and a fraction behind? */
export function isDecimal(text: string): boolean {
  return plain.test(text);
}

/** Is this a whole number in plain decimal notation? */
export function isWhole(text: string): boolean {
  return whole.test(text);
}

/**
 * The shortest plain decimal notation that reads back as the same double: like `String`, but 0.0000001 rather than
 * 1e-7, and -0 keeps its sign.
 *
 * @param value a finite number
 */
export function formatDecimal(value: number): string {
  if (Object.is(value, -0)) return '-0';
  const [mantissa = '', exponent] = String(value).split('e');
  if (exponent === undefined) return mantissa;
  const sign = mantissa.startsWith('-') ? '-' : '';
  const [units = '', fraction = ''] = mantissa.replace('-', '').split('.');
  const digits = units + fraction;
  // The point stands behind so many of the digits.
  const point = units.length + Number(exponent);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return sign + digits.padEnd(point, '0');
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}
