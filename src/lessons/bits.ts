import type { Lesson } from './lesson.ts';

/** Before the first step; the page stands there too, also when the run is done. */
const untrained = 'epochs=1&seed=37&at=0&layer=4';
const trained = 'epochs=300&every=log&seed=37&at=300&layer=5';

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
      before: untrained,
      given: { at8: { of: 'ixt', row: 3, at: 'start' } },
      task: {
        kind: 'number',
        question: 'bits.lesson.four.question',
        guesses: [{ number: 'at4', label: 'bits.lesson.four.label', least: 0, most: 12, tolerance: 0.8 }],
        traps: [
          { number: 'at4', from: 0, to: 4, why: 'bits.lesson.four.low' },
          { number: 'at4', from: 4.01, to: 7.2, why: 'bits.lesson.four.half' },
          { number: 'at4', from: 8.9, to: 12, why: 'bits.lesson.four.room' },
        ],
      },
      run: `bits=4&${untrained}`,
      numbers: {
        at4: { of: 'ixt', row: 3, at: 'start' },
        codes4: { of: 'codes', row: 3, at: 'start' },
      },
      reveal: ['bits.lesson.four.reveal.1', 'bits.lesson.four.reveal.2'],
    },
    {
      id: 'two',
      title: 'bits.lesson.two.title',
      text: ['bits.lesson.two.text.1'],
      before: `bits=4&${untrained}`,
      given: { at4: { of: 'ixt', row: 3, at: 'start' } },
      task: {
        kind: 'number',
        question: 'bits.lesson.two.question',
        // From 0 to 12 as before: the 8 bits that are possible, and their half, are slogans.
        guesses: [{ number: 'at2', label: 'bits.lesson.two.label', least: 0, most: 12, tolerance: 0.55 }],
        traps: [
          { number: 'at2', from: 0, to: 2.2, why: 'bits.lesson.two.low' },
          { number: 'at2', from: 3.4, to: 6, why: 'bits.lesson.two.half' },
          { number: 'at2', from: 6.01, to: 8, why: 'bits.lesson.two.room' },
          { number: 'at2', from: 8.01, to: 12, why: 'bits.lesson.two.over' },
        ],
      },
      run: `bits=2&${untrained}`,
      numbers: {
        at2: { of: 'ixt', row: 3, at: 'start' },
        codes2: { of: 'codes', row: 3, at: 'start' },
        t5at2: { of: 'ixt', row: 4, at: 'start' },
      },
      reveal: ['bits.lesson.two.reveal.1', 'bits.lesson.two.reveal.2'],
    },
    {
      id: 'full',
      title: 'bits.lesson.full.title',
      text: ['bits.lesson.full.text.1', 'bits.lesson.full.text.2'],
      before: trained,
      given: {
        t1x: { of: 'ixt', row: 0, at: 'end' },
        t1y: { of: 'ity', row: 0, at: 'end' },
        t5x: { of: 'ixt', row: 4, at: 'end' },
        t5y: { of: 'ity', row: 4, at: 'end' },
        t6x: { of: 'ixt', row: 'grid', at: 'end' },
        t6y: { of: 'ity', row: 'grid', at: 'end' },
      },
      task: {
        kind: 'number',
        question: 'bits.lesson.full.question',
        guesses: [
          { number: 't1null', label: 'bits.lesson.full.t1', least: 0, most: 1, tolerance: 0.08 },
          { number: 't5null', label: 'bits.lesson.full.t5', least: 0, most: 1, tolerance: 0.08 },
          { number: 't6null', label: 'bits.lesson.full.t6', least: 0, most: 1, tolerance: 0.08 },
        ],
        traps: [
          { number: 't1null', from: 0, to: 0.92, why: 'bits.lesson.full.t1.why' },
          { number: 't5null', from: 0, to: 0.59, why: 'bits.lesson.full.t5.low' },
          { number: 't5null', from: 0.76, to: 1, why: 'bits.lesson.full.t5.high' },
          { number: 't6null', from: 0.13, to: 1, why: 'bits.lesson.full.t6.why' },
        ],
      },
      run: `${trained}&ruler=grid-null`,
      numbers: {
        t1null: { of: 'ity', row: 0, at: 'end', ruler: 'grid-null' },
        t5null: { of: 'ity', row: 4, at: 'end', ruler: 'grid-null' },
        t6null: { of: 'ity', row: 'grid', at: 'end', ruler: 'grid-null' },
      },
      reveal: ['bits.lesson.full.reveal.1', 'bits.lesson.full.reveal.2', 'bits.lesson.full.reveal.3'],
    },
  ],
  learnt: 'bits.lesson.learnt',
  teacher: ['bits.lesson.teacher.1', 'bits.lesson.teacher.2', 'bits.lesson.teacher.3'],
};
