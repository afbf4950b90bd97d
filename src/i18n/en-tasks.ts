/** The words of the dialog of tasks, by key, which load with it. `{name}` is a placeholder. */
export const taskWords = {
  'tasks.about':
    'All inputs are known and equally likely, so everything is exact. A choice brings the network, activation and epochs of the default run with it.',
  'tasks.boolean': 'Boolean functions',
  'tasks.boolean.about': 'All 2ᴺ inputs of N bits, N from 2 to 16; x1 is the first bit.',
  'tasks.square': 'On the square',
  'tasks.square.about':
    'All 4,096 points of a 64 × 64 grid on [−1, 1]²: two inputs, x1 to the right and x2 upward. The pictures are the labels.',
  'tasks.use': 'Train on this',

  'tasks.inputs': 'Inputs',
  'tasks.width': 'Inputs',
  'tasks.bits': 'Digits',
  'tasks.percent': 'Ones, percent',
  'tasks.seed': 'Seed',
  'tasks.expression': 'Expression',
  'tasks.hex': 'Hexadecimal digits',

  'task.parity': 'Parity',
  'task.parity.about': 'Is the number of ones odd?',
  'task.majority': 'Majority',
  'task.majority.about': 'Are more than half of the inputs ones? A tie is 0.',
  'task.multiplexer': 'Multiplexer',
  'task.multiplexer.about': 'The first inputs are an address: the value of the input that they point to.',
  'task.expr': 'Expression',
  'task.expr.about':
    'A formula of x1 to x16 with ! (not), & (and), ^ (either, not both), | (or) and parentheses.',
  'task.symmetric': 'Symmetric function',
  'task.symmetric.about': 'Only the number of ones counts: a digit for none, one, two … all of the inputs.',
  'task.random': 'Random function',
  'task.random.about': 'A label drawn for every input: nothing to find but the table itself.',
  'task.table': 'Table',
  'task.table.about':
    'The labels of all inputs in order, from all zeros to all ones, four to a hexadecimal digit.',

  'tasks.outcome':
    '{inputs} inputs, {samples} samples, {ones} of them 1. H(X) = {inputs} bits, H(Y) = {hy} bits.',
  'tasks.outcome.large': '{inputs} inputs, {samples} samples. H(X) = {inputs} bits.',
  'tasks.outcome.constant':
    '{inputs} inputs, {samples} samples, all of one class: H(Y) = 0, so there is nothing to learn and each I(T;Y) is 0.',

  'tasks.wrong.character': 'At character {at} one of these should stand: {expected}',
  'tasks.wrong.parity': 'Inputs are a whole number from 2 to 16.',
  'tasks.wrong.majority': 'Inputs are a whole number from 2 to 16.',
  'tasks.wrong.multiplexer': 'A multiplexer has 3, 6 or 11 inputs.',
  'tasks.wrong.expr': 'A formula has variables x1 to x16.',
  'tasks.wrong.symmetric': 'N + 1 digits 0 or 1, for N inputs from 2 to 16: 3 to 17 digits.',
  'tasks.wrong.random': 'Whole numbers: 2 to 16 inputs, 1 to 99 percent, and a seed from 0 to 4,294,967,295.',
  'tasks.wrong.table': 'Digits 0 to 9 and a to f; 1, 2, 4, 8 … of them, for 2, 3, 4, 5 … inputs.',

  'task.half-plane.about': 'Above the line x2 = x1/2.',
  'task.circle.about': 'Half the area, inside a circle.',
  'task.ring.about': 'Between radius 0.416 and 0.9.',
  'task.xor.about': 'Exactly one coordinate is positive.',
  'task.checkerboard.about': '4 × 4 fields.',
  'task.spiral.about': 'Two arms of 1.5 turns.',
  'task.gaussians.about': 'The likelier of two Gaussians.',
} as const;
