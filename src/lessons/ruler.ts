import type { Lesson } from './lesson.ts';

const float = 'bits=float&epochs=3000&every=40&seed=2&layer=5';
const bins = (count: number): string => `uniform-${count}-global`;

/** One run, several rulers. */
export const ruler: Lesson = {
  id: 'ruler',
  title: 'ruler.lesson.title',
  about: 'ruler.lesson.about',
  minutes: [7, 10],
  steps: [
    {
      id: 'exact',
      title: 'ruler.lesson.exact.title',
      text: ['ruler.lesson.exact.text.1', 'ruler.lesson.exact.text.2'],
      before: 'bits=float&epochs=1&seed=2&at=0&layer=5',
      given: {
        exact: { of: 'ixt', row: 4, at: 'start' },
        exactY: { of: 'ity', row: 4, at: 'start' },
      },
      task: {
        kind: 'number',
        question: 'ruler.lesson.exact.question',
        guesses: [
          { number: 'first', label: 'ruler.lesson.exact.x', least: 0, most: 12, tolerance: 0.9 },
          { number: 'firstY', label: 'ruler.lesson.exact.y', least: 0, most: 1, tolerance: 0.09 },
        ],
        traps: [
          { number: 'first', from: 0, to: 7, why: 'ruler.lesson.exact.few' },
          { number: 'first', from: 10, to: 12, why: 'ruler.lesson.exact.room' },
          { number: 'firstY', from: 0, to: 0.15, why: 'ruler.lesson.exact.nothing' },
          { number: 'firstY', from: 0.45, to: 1, why: 'ruler.lesson.exact.knows' },
        ],
      },
      run: `${float}&at=0&ruler=${bins(30)}`,
      numbers: {
        first: { of: 'ixt', row: 4, at: 'start', ruler: bins(30) },
        firstY: { of: 'ity', row: 4, at: 'start', ruler: bins(30) },
        exactEnd: { of: 'ixt', row: 4, at: 'end' },
        exactEndY: { of: 'ity', row: 4, at: 'end' },
      },
      reveal: ['ruler.lesson.exact.reveal.1', 'ruler.lesson.exact.reveal.2'],
    },
    {
      id: 'bins',
      title: 'ruler.lesson.bins.title',
      text: ['ruler.lesson.bins.text.1', 'ruler.lesson.bins.text.2'],
      before: `${float}&at=3000`,
      task: {
        kind: 'number',
        question: 'ruler.lesson.bins.question',
        guesses: [
          { number: 'b30', label: 'ruler.lesson.bins.b30', least: 0, most: 12, tolerance: 0.75 },
          { number: 'b100', label: 'ruler.lesson.bins.b100', least: 0, most: 12, tolerance: 0.75 },
          { number: 'b256', label: 'ruler.lesson.bins.b256', least: 0, most: 12, tolerance: 0.45 },
        ],
        traps: [
          { number: 'b30', from: 0, to: 6.5, why: 'ruler.lesson.bins.b30.low' },
          { number: 'b30', from: 8.4, to: 12, why: 'ruler.lesson.bins.b30.high' },
          { number: 'b100', from: 0, to: 9, why: 'ruler.lesson.bins.b100.low' },
          { number: 'b100', from: 10.7, to: 12, why: 'ruler.lesson.bins.b100.high' },
          { number: 'b256', from: 0, to: 10.6, why: 'ruler.lesson.bins.b256.low' },
          { number: 'b256', from: 11.6, to: 12, why: 'ruler.lesson.bins.b256.high' },
        ],
      },
      run: `${float}&at=3000&ruler=${bins(30)}`,
      numbers: {
        b30: { of: 'ixt', row: 4, at: 'end', ruler: bins(30) },
        b100: { of: 'ixt', row: 4, at: 'end', ruler: bins(100) },
        b256: { of: 'ixt', row: 4, at: 'end', ruler: bins(256) },
      },
      reveal: ['ruler.lesson.bins.reveal.1', 'ruler.lesson.bins.reveal.2'],
      showsView: true,
    },
    {
      id: 'output',
      title: 'ruler.lesson.output.title',
      text: ['ruler.lesson.output.text.1', 'ruler.lesson.output.text.2'],
      formulas: ['fall'],
      before: 'epochs=1&seed=5&at=0&layer=6',
      given: { t6x0: { of: 'ixt', row: 'grid', at: 'start' } },
      task: {
        kind: 'number',
        question: 'ruler.lesson.output.question',
        guesses: [
          { number: 'gridFall', label: 'ruler.lesson.output.grid', least: 0, most: 12, tolerance: 0.8 },
          { number: 'exactFall', label: 'ruler.lesson.output.exact', least: 0, most: 12, tolerance: 0.6 },
        ],
        traps: [
          { number: 'gridFall', from: 0, to: 4, why: 'ruler.lesson.output.grid.low' },
          { number: 'gridFall', from: 6, to: 12, why: 'ruler.lesson.output.grid.high' },
          { number: 'exactFall', from: 0, to: 0.6, why: 'ruler.lesson.output.exact.low' },
          { number: 'exactFall', from: 2, to: 12, why: 'ruler.lesson.output.exact.high' },
        ],
      },
      run: 'epochs=3000&seed=5&layer=6',
      numbers: {
        gridFall: { of: 'fall', row: 'grid' },
        gridMost: { of: 'ixt', row: 'grid', at: 'most' },
        gridComp: { of: 'compression', row: 'grid' },
        exactFall: { of: 'fall', row: 'exact' },
      },
      reveal: [
        'ruler.lesson.output.reveal.1',
        'ruler.lesson.output.reveal.2',
        'ruler.lesson.output.reveal.3',
      ],
      showsView: true,
    },
  ],
  learnt: 'ruler.lesson.learnt',
  teacher: [
    'ruler.lesson.teacher.1',
    'ruler.lesson.teacher.2',
    'ruler.lesson.teacher.3',
    'ruler.lesson.teacher.4',
  ],
};
