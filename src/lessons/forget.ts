import type { Lesson } from './lesson.ts';

/** The path of the output with tanh: drawn first, then run. */
export const forget: Lesson = {
  id: 'forget',
  title: 'forget.title',
  about: 'forget.about',
  minutes: [6, 10],
  steps: [
    {
      id: 'draw',
      title: 'forget.draw.title',
      text: ['forget.draw.text.1', 'forget.draw.text.2'],
      before: 'epochs=1&seed=2&at=0',
      given: {
        x0: { of: 'ixt', row: 'grid', at: 'start' },
        y0: { of: 'ity', row: 'grid', at: 'start' },
      },
      task: {
        kind: 'draw',
        question: 'forget.draw.question',
        row: 'grid',
        start: { x: 'x0', y: 'y0' },
        tolerance: { x: 0.7, y: 0.08 },
        why: {
          noTurn: 'forget.draw.noTurn',
          turn: 'forget.draw.turn',
          noRise: 'forget.draw.noRise',
          far: 'forget.draw.far',
        },
      },
      run: 'epochs=3000&seed=2',
      numbers: {
        xMost: { of: 'ixt', row: 'grid', at: 'most' },
        xEnd: { of: 'ixt', row: 'grid', at: 'end' },
        yEnd: { of: 'ity', row: 'grid', at: 'end' },
        fall: { of: 'fall', row: 'grid' },
        test: { of: 'test' },
      },
      reveal: ['forget.draw.reveal.1', 'forget.draw.reveal.2'],
    },
    {
      id: 'turn',
      title: 'forget.turn.title',
      text: ['forget.turn.text.1'],
      before: 'epochs=1&seed=3&at=0',
      task: {
        kind: 'number',
        question: 'forget.turn.question',
        guesses: [
          { number: 'turnAt', label: 'forget.turn.at', least: 0, most: 3000, tolerance: 60 },
          { number: 'yTurn', label: 'forget.turn.label', least: 0, most: 1, tolerance: 0.06 },
        ],
        traps: [
          { number: 'turnAt', from: 300, to: 3000, why: 'forget.turn.late' },
          { number: 'yTurn', from: 0, to: 0.3, why: 'forget.turn.low' },
          { number: 'yTurn', from: 0.75, to: 1, why: 'forget.turn.high' },
        ],
      },
      run: 'epochs=3000&seed=3',
      numbers: {
        turnAt: { of: 'turn', row: 'grid' },
        yTurn: { of: 'ity', row: 'grid', at: 'rightmost' },
        yLast: { of: 'ity', row: 'grid', at: 'end' },
      },
      reveal: ['forget.turn.reveal.1'],
    },
    {
      id: 'others',
      title: 'forget.others.title',
      text: ['forget.others.text.1'],
      formulas: ['fall'],
      before: 'epochs=1&seed=4&at=0',
      task: {
        kind: 'number',
        question: 'forget.others.question',
        guesses: [
          { number: 'fall3', label: 'forget.others.t3', least: 0, most: 12, tolerance: 0.3 },
          { number: 'fall5', label: 'forget.others.t5', least: 0, most: 12, tolerance: 0.5 },
          { number: 'fall6', label: 'forget.others.t6', least: 0, most: 12, tolerance: 1 },
        ],
        traps: [
          { number: 'fall3', from: 0.3, to: 12, why: 'forget.others.t3.why' },
          { number: 'fall5', from: 0, to: 0.4, why: 'forget.others.t5.none' },
          { number: 'fall5', from: 2, to: 12, why: 'forget.others.t5.why' },
          { number: 'fall6', from: 0, to: 1.5, why: 'forget.others.t6.none' },
          { number: 'fall6', from: 6, to: 12, why: 'forget.others.t6.why' },
        ],
      },
      run: 'epochs=3000&seed=4',
      numbers: {
        fall3: { of: 'fall', row: 2 },
        fall5: { of: 'fall', row: 4 },
        fall6: { of: 'fall', row: 'grid' },
        t6Most: { of: 'ixt', row: 'grid', at: 'most' },
        t6End: { of: 'ixt', row: 'grid', at: 'end' },
      },
      reveal: ['forget.others.reveal.1'],
    },
  ],
  learnt: 'forget.learnt',
  teacher: ['forget.teacher.1', 'forget.teacher.2', 'forget.teacher.3', 'forget.teacher.4'],
};
