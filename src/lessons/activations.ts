import type { Lesson } from './lesson.ts';

/** Each activation under each quantizer, eight seeds each. */
export const activations: Lesson = {
  id: 'activations',
  title: 'activations.title',
  about: 'activations.about',
  minutes: [8, 10],
  steps: [
    {
      id: 'tanh',
      title: 'activations.tanh.title',
      text: ['activations.tanh.text.1'],
      formulas: ['fall'],
      before: 'epochs=1&at=0&layer=5',
      task: {
        kind: 'number',
        question: 'activations.tanh.question',
        guesses: [{ number: 'tanh', label: 'activations.tanh.label', least: 0, most: 8, tolerance: 1 }],
        traps: [{ number: 'tanh', from: 0, to: 5, why: 'activations.tanh.low' }],
      },
      run: 'epochs=3000&every=10&repeats=8&layer=5',
      numbers: {
        tanh: { of: 'losing', row: 4, bits: 1 },
        tanhFall: { of: 'fall', row: 4 },
        tanhTest: { of: 'test' },
      },
      reveal: ['activations.tanh.reveal.1'],
    },
    {
      id: 'relu',
      title: 'activations.relu.title',
      text: ['activations.relu.text.1'],
      before: 'act=relu&epochs=1&at=0&layer=5',
      task: {
        kind: 'number',
        question: 'activations.relu.question',
        guesses: [{ number: 'relu', label: 'activations.relu.label', least: 0, most: 8, tolerance: 1 }],
        traps: [{ number: 'relu', from: 3, to: 8, why: 'activations.relu.high' }],
      },
      run: 'act=relu&epochs=3000&every=10&repeats=8&layer=5',
      numbers: {
        relu: { of: 'losing', row: 4, bits: 1 },
        reluFall: { of: 'fall', row: 4 },
        reluTest: { of: 'test' },
      },
      reveal: ['activations.relu.reveal.1', 'activations.relu.reveal.2'],
    },
    {
      id: 'same',
      title: 'activations.same.title',
      text: ['activations.same.text.1', 'activations.same.text.2'],
      before: 'act=relu&range=batch&weights=float&epochs=1&at=0&layer=5',
      task: {
        kind: 'number',
        question: 'activations.same.question',
        guesses: [{ number: 'same', label: 'activations.same.label', least: 0, most: 8, tolerance: 1 }],
        traps: [{ number: 'same', from: 0, to: 3, why: 'activations.same.low' }],
      },
      run: 'act=relu&range=batch&weights=float&epochs=3000&every=10&repeats=8&layer=5',
      numbers: {
        same: { of: 'losing', row: 4, bits: 1 },
        sameFall: { of: 'fall', row: 4 },
      },
      reveal: ['activations.same.reveal.1'],
    },
    {
      id: 'other',
      title: 'activations.other.title',
      text: ['activations.other.text.1'],
      before: 'range=moving&weights=quantized&epochs=1&at=0&layer=5',
      task: {
        kind: 'number',
        question: 'activations.other.question',
        guesses: [{ number: 'other', label: 'activations.other.label', least: 0, most: 8, tolerance: 1 }],
        traps: [
          { number: 'other', from: 0, to: 2, why: 'activations.other.low' },
          { number: 'other', from: 6, to: 8, why: 'activations.other.high' },
        ],
      },
      run: 'range=moving&weights=quantized&epochs=3000&every=10&repeats=8&layer=5',
      numbers: { other: { of: 'losing', row: 4, bits: 1 } },
      reveal: ['activations.other.reveal.1'],
    },
  ],
  teacher: [
    'activations.teacher.1',
    'activations.teacher.2',
    'activations.teacher.3',
    'activations.teacher.4',
  ],
};
