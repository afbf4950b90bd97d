import type { Lesson } from './lesson.ts';

const float = 'bits=float&epochs=3000&every=40&seed=2';
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
      text: ['ruler.lesson.exact.text.1'],
      before: 'bits=float&epochs=1&seed=2&at=0&layer=5',
      task: {
        kind: 'number',
        question: 'ruler.lesson.exact.question',
        guesses: [{ number: 'exact', label: 'ruler.lesson.exact.label', least: 0, most: 12, tolerance: 0.3 }],
        traps: [{ number: 'exact', from: 0, to: 11.4, why: 'ruler.lesson.exact.low' }],
      },
      run: `${float}&layer=5`,
      numbers: { exact: { of: 'ixt', row: 4, at: 'end' }, hx: { of: 'hx' } },
      reveal: ['ruler.lesson.exact.reveal.1'],
    },
    {
      id: 'bins',
      title: 'ruler.lesson.bins.title',
      text: ['ruler.lesson.bins.text.1'],
      before: `${float}&at=3000&layer=5`,
      task: {
        kind: 'number',
        question: 'ruler.lesson.bins.question',
        guesses: [
          { number: 'b30', label: 'ruler.lesson.bins.b30', least: 0, most: 12, tolerance: 0.75 },
          { number: 'b100', label: 'ruler.lesson.bins.b100', least: 0, most: 12, tolerance: 0.75 },
          { number: 'b256', label: 'ruler.lesson.bins.b256', least: 0, most: 12, tolerance: 0.75 },
        ],
        traps: [
          { number: 'b30', from: 9, to: 12, why: 'ruler.lesson.bins.b30.why' },
          { number: 'b256', from: 0, to: 10, why: 'ruler.lesson.bins.b256.why' },
        ],
      },
      run: `${float}&at=3000&ruler=${bins(30)}&layer=5`,
      numbers: {
        b30: { of: 'ixt', row: 4, at: 'end', ruler: bins(30) },
        b100: { of: 'ixt', row: 4, at: 'end', ruler: bins(100) },
        b256: { of: 'ixt', row: 4, at: 'end', ruler: bins(256) },
      },
      reveal: ['ruler.lesson.bins.reveal.1', 'ruler.lesson.bins.reveal.2'],
    },
    {
      id: 'output',
      title: 'ruler.lesson.output.title',
      text: ['ruler.lesson.output.text.1'],
      before: 'epochs=1&seed=5&at=0&layer=6',
      task: {
        kind: 'number',
        question: 'ruler.lesson.output.question',
        guesses: [
          { number: 'gridFall', label: 'ruler.lesson.output.grid', least: 0, most: 12, tolerance: 1 },
          { number: 'exactFall', label: 'ruler.lesson.output.exact', least: 0, most: 12, tolerance: 0.75 },
        ],
        traps: [
          { number: 'gridFall', from: 0, to: 2, why: 'ruler.lesson.output.grid.why' },
          { number: 'exactFall', from: 3, to: 12, why: 'ruler.lesson.output.exact.why' },
        ],
      },
      run: 'epochs=3000&seed=5&layer=6',
      numbers: {
        gridFall: { of: 'fall', row: 'grid' },
        exactFall: { of: 'fall', row: 'exact' },
      },
      reveal: ['ruler.lesson.output.reveal.1', 'ruler.lesson.output.reveal.2'],
    },
  ],
  teacher: ['ruler.lesson.teacher.1', 'ruler.lesson.teacher.2', 'ruler.lesson.teacher.3'],
};
