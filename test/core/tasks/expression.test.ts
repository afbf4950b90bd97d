import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { booleanLabels } from '../../../src/core/tasks/boolean.ts';
import {
  ExpressionError,
  formatExpression,
  largestVariable,
  parseExpression,
  type Expression,
} from '../../../src/core/tasks/expression.ts';
import { expression } from './arbitrary-expression.ts';

/** The value of a tree for one assignment; `at(i)` is x_i. */
function valueOf(tree: Expression, at: (index: number) => boolean): boolean {
  switch (tree.kind) {
    case 'variable':
      return at(tree.index);
    case 'not':
      return !valueOf(tree.of, at);
    case 'and':
      return valueOf(tree.left, at) && valueOf(tree.right, at);
    case 'or':
      return valueOf(tree.left, at) || valueOf(tree.right, at);
    case 'xor':
      return valueOf(tree.left, at) !== valueOf(tree.right, at);
  }
}

/**
 * Another way to read a text, for fully known values: they are put in, then what is innermost is replaced by its value
 * again and again, the strongest sign first.
 */
function rewrite(text: string, at: (index: number) => boolean): string {
  let now = text.replaceAll(' ', '').replaceAll('*', '&');
  now = now.replace(/x(\d+)/g, (_, index: string) => (at(Number(index)) ? '1' : '0'));
  for (;;) {
    const inner = /\(([^()]*)\)/.exec(now);
    if (!inner) return flat(now);
    now = now.slice(0, inner.index) + flat(inner[1]!) + now.slice(inner.index + inner[0].length);
  }
}

function flat(text: string): string {
  const splitBy = (
    part: string,
    sign: string,
    join: (values: string[]) => boolean,
    next: (s: string) => string,
  ) => (join(part.split(sign).map(next)) ? '1' : '0');
  const not = (s: string): string => {
    const negated = s.lastIndexOf('!') + 1;
    return (negated % 2 === 0) === (s.at(-1) === '1') ? '1' : '0';
  };
  const and = (s: string): string => splitBy(s, '&', (all) => all.every((v) => v === '1'), not);
  const xor = (s: string): string =>
    splitBy(s, '^', (all) => all.filter((v) => v === '1').length % 2 === 1, and);
  return splitBy(text, '|', (all) => all.includes('1'), xor);
}

describe('an expression', () => {
  test('reads back as the same tree', () => {
    fc.assert(
      fc.property(expression, (tree) => {
        expect(parseExpression(formatExpression(tree))).toEqual(tree);
      }),
    );
  });

  test('has the values of a slow evaluation, one assignment at a time', () => {
    fc.assert(
      fc.property(expression, (tree) => {
        const inputs = Math.max(2, largestVariable(tree));
        const labels = booleanLabels({ kind: 'expr', inputs, expression: tree });
        const step = Math.max(1, 2 ** (inputs - 6) - 1);
        for (let r = 0; r < 2 ** inputs; r += step) {
          const at = (index: number): boolean => Math.floor(r / 2 ** (inputs - index)) % 2 === 1;
          expect(labels[r]).toBe(valueOf(tree, at) ? 1 : 0);
        }
      }),
    );
  });

  test('binds as its text says, whatever spaces there are: another reader finds the same values', () => {
    fc.assert(
      fc.property(expression, fc.integer({ min: 0, max: 65535 }), fc.boolean(), (tree, r, star) => {
        const at = (index: number): boolean => ((r >> (16 - index)) & 1) === 1;
        let text = formatExpression(tree).replace(/[&|^!)]/g, (sign) => ` ${sign} `);
        if (star) text = text.replaceAll('&', '*');
        expect(rewrite(text, at)).toBe(valueOf(parseExpression(text), at) ? '1' : '0');
      }),
    );
  });

  test('is written with no more parentheses than it needs', () => {
    const again = (text: string): string => formatExpression(parseExpression(text));
    expect(again('((x1) & ((x2 | (!x3))))')).toBe('x1&(x2|!x3)');
    expect(again('(x1 * x2) | x3 ^ x4')).toBe('x1&x2|x3^x4');
    expect(again('x1&(x2&x3)')).toBe('x1&(x2&x3)');
    expect(again('!(x1|x2)')).toBe('!(x1|x2)');
    expect(again('!!x16')).toBe('!!x16');
  });

  test.each([
    ['', 1, 'x1...x16 ! ('],
    ['x1 &', 5, 'x1...x16 ! ('],
    ['x1 x2', 4, '& | ^'],
    ['x1)', 3, '& | ^'],
    ['(x1', 4, '& | ^ )'],
    ['x0', 1, 'x1...x16 ! ('],
    ['x17', 1, 'x1...x16 ! ('],
    ['x1|x123', 4, 'x1...x16 ! ('],
    ['x1&&x2', 4, 'x1...x16 ! ('],
    ['alert(1)', 1, 'x1...x16 ! ('],
    ['x1 + x2', 4, '& | ^'],
  ])('"%s" is refused at character %i', (text, at, expected) => {
    try {
      parseExpression(text);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(ExpressionError);
      expect(error).toMatchObject({ at, expected });
    }
  });

  test('says nothing of other notations where there is none', () => {
    for (const text of ['', 'x1 &', 'x1 x2', 'x17', 'alert(1)', 'x1 & | x2', 'order']) {
      expect(() => parseExpression(text)).toThrow(expect.objectContaining({ foreign: null }) as Error);
    }
  });

  test.each([
    ['x1&&x2', 4, '&&', '&'],
    ['x1 || x2', 5, '||', '|'],
    ['X1&x2', 1, 'X1', 'x1'],
    ['x1 & x_12', 6, 'x_12', 'x12'],
    ['~x1', 1, '~', '!'],
    ['x1 and x2', 4, 'and', '&'],
    ['NOT x1', 1, 'NOT', '!'],
    ['x1 xor x2', 4, 'xor', '^'],
    ['x1 != x2', 4, '!=', '^'],
  ])('"%s" is refused at character %i, with what to write for %s', (text, at, written, meant) => {
    try {
      parseExpression(text);
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ at, foreign: { written, meant } });
    }
  });

  test('of any text is a tree or an ExpressionError, never anything else', () => {
    const signs = fc.constantFrom('x1', 'x2', 'x', '1', '&', '|', '^', '!', '(', ')', ' ', '*', '+');
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 30 }), (pieces) => {
        try {
          parseExpression(pieces.join(''));
        } catch (error) {
          expect(error).toBeInstanceOf(ExpressionError);
        }
      }),
    );
    expect(() => parseExpression('!'.repeat(2000) + 'x1')).toThrow(ExpressionError);
  });
});
