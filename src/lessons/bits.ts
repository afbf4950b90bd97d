import type { Lesson } from './lesson.ts';

/** Coarser numbers, and what a saturated layer can say. */
export const bits: Lesson = {
  id: 'bits',
  title: 'bits.lesson.title',
  about: 'bits.lesson.about',
  minutes: [6, 9],
  steps: [
    {
      id: 'four',
      title: 'bits.lesson.four.title',
      text: ['bits.lesson.four.text.1', 'bits.lesson.four.text.2'],
      formulas: ['codes'],
      before: 'epochs=1&at=0&layer=4',
      given: { at8: { of: 'ixt', row: 3, at: 'start' } },
      task: {
        kind: 'number',
        question: 'bits.lesson.four.question',
        guesses: [{ number: 'at4', label: 'bits.lesson.four.label', least: 0, most: 12, tolerance: 0.8 }],
        traps: [
          { number: 'at4', from: 4, to: 6.5, why: 'bits.lesson.four.half' },
          { number: 'at4', from: 9.5, to: 12, why: 'bits.lesson.four.room' },
        ],
      },
      run: 'bits=4&epochs=1&at=0&layer=4',
      numbers: { at4: { of: 'ixt', row: 3, at: 'start' } },
      reveal: ['bits.lesson.four.reveal.1'],
    },
    {
      id: 'two',
      title: 'bits.lesson.two.title',
      text: ['bits.lesson.two.text.1'],
      before: 'bits=4&epochs=1&at=0&layer=4',
      given: { at4: { of: 'ixt', row: 3, at: 'start' } },
      task: {
        kind: 'number',
        question: 'bits.lesson.two.question',
        guesses: [{ number: 'at2', label: 'bits.lesson.two.label', least: 0, most: 8, tolerance: 0.7 }],
        traps: [
          { number: 'at2', from: 6, to: 8, why: 'bits.lesson.two.room' },
          { number: 'at2', from: 0, to: 2, why: 'bits.lesson.two.none' },
        ],
      },
      run: 'bits=2&epochs=1&at=0&layer=4',
      numbers: {
        at2: { of: 'ixt', row: 3, at: 'start' },
        t5at2: { of: 'ixt', row: 4, at: 'start' },
      },
      reveal: ['bits.lesson.two.reveal.1'],
    },
    {
      id: 'full',
      title: 'bits.lesson.full.title',
      text: ['bits.lesson.full.text.1', 'bits.lesson.full.text.2'],
      before: 'epochs=300&every=log&at=300',
      given: {
        t1x: { of: 'ixt', row: 0, at: 'end' },
        t1y: { of: 'ity', row: 0, at: 'end' },
        t6y: { of: 'ity', row: 'grid', at: 'end' },
      },
      task: {
        kind: 'number',
        question: 'bits.lesson.full.question',
        guesses: [
          { number: 't1null', label: 'bits.lesson.full.t1', least: 0, most: 1, tolerance: 0.1 },
          { number: 't6null', label: 'bits.lesson.full.t6', least: 0, most: 1, tolerance: 0.1 },
        ],
        traps: [
          { number: 't1null', from: 0, to: 0.8, why: 'bits.lesson.full.t1.why' },
          { number: 't6null', from: 0.2, to: 1, why: 'bits.lesson.full.t6.why' },
        ],
      },
      run: 'epochs=300&every=log&at=300&ruler=grid-null',
      numbers: {
        t1null: { of: 'ity', row: 0, at: 'end', ruler: 'grid-null' },
        t6null: { of: 'ity', row: 'grid', at: 'end', ruler: 'grid-null' },
      },
      reveal: ['bits.lesson.full.reveal.1', 'bits.lesson.full.reveal.2'],
    },
  ],
  teacher: ['bits.lesson.teacher.1', 'bits.lesson.teacher.2', 'bits.lesson.teacher.3'],
};
