/** A Boolean expression; variables count from 1. */
export type Expression =
  | { readonly kind: 'variable'; readonly index: number }
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: Operator; readonly left: Expression; readonly right: Expression };

export type Operator = 'or' | 'xor' | 'and';

/** An expression that cannot be read: where it ends to be one, and what might stand there. */
export class ExpressionError extends Error {
  override readonly name = 'ExpressionError';
  /** Character, counted from 1, spaces included. */
  readonly at: number;
  readonly expected: string;
  /** What stands there from another notation, and what it is here. */
  readonly foreign: ForeignSign | null;

  constructor(at: number, expected: string, foreign: ForeignSign | null = null) {
    super(`expression: at character ${at}: ${expected} is expected`);
    this.at = at;
    this.expected = expected;
    this.foreign = foreign;
  }
}

export interface ForeignSign {
  readonly written: string;
  readonly meant: string;
}

/** How other languages write it; the second sign of a doubled one is where reading ends. */
const foreignSigns: readonly (readonly [written: RegExp, meant: string])[] = [
  [/^(&&|and\b|∧|·)/i, '&'],
  [/^(\|\||or\b|∨)/i, '|'],
  [/^(xor\b|⊕|!=)/i, '^'],
  [/^(~|¬|not\b)/i, '!'],
];

/** @param at where reading ended, counted from 0 */
function foreignSign(text: string, at: number): ForeignSign | null {
  const doubled = at > 0 && '&|'.includes(text[at] ?? ' ') && text[at - 1] === text[at];
  const rest = text.slice(doubled ? at - 1 : at);
  for (const [written, meant] of foreignSigns) {
    const [found] = written.exec(rest) ?? [];
    if (found !== undefined) return { written: found, meant };
  }
  const [variable, digits = ''] = /^(?:X|x_)([1-9]\d?)(?!\d)/.exec(rest) ?? [];
  return variable === undefined ? null : { written: variable, meant: `x${digits}` };
}

export const MOST_VARIABLES = 16;
const longestExpression = 1000;

/** The weakest first: `|`, then `^`, then `&`; `!` binds strongest. */
const levels: readonly { readonly kind: Operator; readonly signs: string }[] = [
  { kind: 'or', signs: '|' },
  { kind: 'xor', signs: '^' },
  { kind: 'and', signs: '&*' },
];

/**
 * Reads `x1 & (x2 | !x3)` by recursive descent:
 *
 *     or  = xor { "|" xor }      xor = and { "^" and }      and = not { ("&" | "*") not }
 *     not = "!" not | "(" or ")" | "x1" ... "x16"
 *
 * Spaces count nowhere. `*` is another `&`, for command lines and links, where that sign ends a setting. Operators
 * of one kind group from the left. Nothing is ever evaluated as code.
 *
 * @throws ExpressionError
 */
export function parseExpression(text: string): Expression {
  let at = 0;
  const fail = (expected: string): never => {
    throw new ExpressionError(at + 1, expected, foreignSign(text, at));
  };
  const peek = (): string => {
    while (text[at] === ' ') at++;
    return text[at] ?? '';
  };
  const chain = (level: number): Expression => {
    const operator = levels[level];
    if (!operator) return operand();
    let left = chain(level + 1);
    while (peek() !== '' && operator.signs.includes(peek())) {
      at++;
      left = { kind: operator.kind, left, right: chain(level + 1) };
    }
    return left;
  };
  const operand = (): Expression => {
    const sign = peek();
    if (sign === '!') {
      at++;
      return { kind: 'not', of: operand() };
    }
    if (sign === '(') {
      at++;
      const inside = chain(0);
      if (peek() !== ')') fail('& | ^ )');
      at++;
      return inside;
    }
    const [name, digits] = /^x([1-9]\d?)(?!\d)/.exec(text.slice(at, at + 4)) ?? [];
    const index = Number(digits);
    if (name === undefined || index > MOST_VARIABLES) return fail('x1...x16 ! (');
    at += name.length;
    return { kind: 'variable', index };
  };
  if (text.length > longestExpression) throw new ExpressionError(longestExpression + 1, '& | ^');
  const whole = chain(0);
  return peek() === '' ? whole : fail('& | ^');
}

/** Without spaces, with no more parentheses than the tree needs: `parseExpression` gives the same tree. */
export function formatExpression(expression: Expression): string {
  return write(expression, 0);
}

/** @param weakest level of the operators that need no parentheses here */
function write(expression: Expression, weakest: number): string {
  if (expression.kind === 'variable') return `x${expression.index}`;
  if (expression.kind === 'not') return `!${write(expression.of, levels.length)}`;
  const level = levels.findIndex(({ kind }) => kind === expression.kind);
  const sign = levels[level]?.signs[0] ?? '';
  const text = `${write(expression.left, level)}${sign}${write(expression.right, level + 1)}`;
  return level < weakest ? `(${text})` : text;
}

export function largestVariable(expression: Expression): number {
  if (expression.kind === 'variable') return expression.index;
  if (expression.kind === 'not') return largestVariable(expression.of);
  return Math.max(largestVariable(expression.left), largestVariable(expression.right));
}
