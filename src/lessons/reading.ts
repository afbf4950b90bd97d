import type { Lesson } from './lesson.ts';

/** What places on the plane mean: 4 bits, where layers start apart. */
export const reading: Lesson = {
  id: 'reading',
  title: 'reading.title',
  about: 'reading.about',
  minutes: [6, 9],
  steps: [
    {
      id: 'dots',
      title: 'reading.dots.title',
      text: ['reading.dots.text.1', 'reading.dots.text.2'],
      formulas: ['information'],
      before: 'bits=4&epochs=1&at=0',
      given: { hx: { of: 'hx' }, hy: { of: 'hy' } },
      task: {
        kind: 'place',
        question: 'reading.dots.question',
        dots: [
          { label: 'reading.dots.copy', x: 'hx', y: 'hy', why: 'reading.dots.copy.why' },
          { label: 'reading.dots.blank', x: 'zero', y: 'zero', why: 'reading.dots.blank.why' },
          { label: 'reading.dots.best', x: 'hy', y: 'hy', why: 'reading.dots.best.why' },
        ],
        tolerance: { x: 0.6, y: 0.08 },
      },
      run: 'bits=4&epochs=3000',
      numbers: {
        hx: { of: 'hx' },
        hy: { of: 'hy' },
        zero: { of: 'zero' },
        t1x: { of: 'ixt', row: 0, at: 'end' },
        t1y: { of: 'ity', row: 0, at: 'end' },
        t6x: { of: 'ixt', row: 'grid', at: 'end' },
        t6y: { of: 'ity', row: 'grid', at: 'end' },
      },
      reveal: ['reading.dots.reveal.1', 'reading.dots.reveal.2'],
    },
    {
      id: 'end',
      title: 'reading.end.title',
      text: ['reading.end.text.1'],
      before: 'bits=4&epochs=1&seed=2&at=0',
      given: {
        t5x: { of: 'ixt', row: 4, at: 'start' },
        t5y: { of: 'ity', row: 4, at: 'start' },
        t6x0: { of: 'ixt', row: 'grid', at: 'start' },
        t6y0: { of: 'ity', row: 'grid', at: 'start' },
      },
      task: {
        kind: 'place',
        question: 'reading.end.question',
        dots: [
          { label: 'reading.end.t5', x: 't5xEnd', y: 't5yEnd', why: 'reading.end.t5.why' },
          { label: 'reading.end.t6', x: 't6xEnd', y: 't6yEnd', why: 'reading.end.t6.why' },
        ],
        tolerance: { x: 1, y: 0.12 },
      },
      run: 'bits=4&epochs=3000&seed=2',
      numbers: {
        t5xEnd: { of: 'ixt', row: 4, at: 'end' },
        t5yEnd: { of: 'ity', row: 4, at: 'end' },
        t6xEnd: { of: 'ixt', row: 'grid', at: 'end' },
        t6yEnd: { of: 'ity', row: 'grid', at: 'end' },
      },
      reveal: ['reading.end.reveal.1'],
    },
    {
      id: 'codes',
      title: 'reading.codes.title',
      text: ['reading.codes.text.1'],
      formulas: ['entropy'],
      before: 'bits=4&epochs=3000&seed=2&at=3000&layer=6',
      given: { t6xEnd: { of: 'ixt', row: 'grid', at: 'end' } },
      task: {
        kind: 'number',
        question: 'reading.codes.question',
        guesses: [{ number: 'codes', label: 'reading.codes.label', least: 1, most: 256, tolerance: 3 }],
        traps: [
          { number: 'codes', from: 1, to: 6, why: 'reading.codes.few' },
          { number: 'codes', from: 16, to: 16, why: 'reading.codes.all' },
          { number: 'codes', from: 17, to: 256, why: 'reading.codes.many' },
        ],
      },
      run: 'bits=4&epochs=3000&seed=2&at=3000&layer=6',
      numbers: { codes: { of: 'codes', row: 'grid', at: 'end' } },
      reveal: ['reading.codes.reveal.1'],
      inspect: 5,
    },
  ],
  learnt: 'reading.learnt',
  teacher: ['reading.teacher.1', 'reading.teacher.2', 'reading.teacher.3', 'reading.teacher.4'],
};
