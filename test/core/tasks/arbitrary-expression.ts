import fc from 'fast-check';
import { MOST_VARIABLES, type Expression } from '../../../src/core/tasks/expression.ts';

/** Trees of every form, of up to 16 variables, with about as many leaves as a link would have. */
export const expression: fc.Arbitrary<Expression> = fc.letrec<{ tree: Expression }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5, depthIdentifier: 'expression' },
    fc.integer({ min: 1, max: MOST_VARIABLES }).map((index) => ({ kind: 'variable' as const, index })),
    tie('tree').map((of) => ({ kind: 'not' as const, of })),
    fc
      .tuple(fc.constantFrom('and', 'or', 'xor'), tie('tree'), tie('tree'))
      .map(([kind, left, right]) => ({ kind, left, right })),
  ),
})).tree;
