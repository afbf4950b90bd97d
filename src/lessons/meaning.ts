import type { Lesson } from './lesson.ts';

/** The two of the searched settings (see search.ts) that part compression from generalization; tests check that they do. */
export const compressesOnly =
  'task=random-8-50-1&net=32-16-2&act=tanh&bits=6&lr=0.002&batch=32&epochs=600&every=3&repeats=5';
export const generalizesOnly =
  'task=icosahedron&net=16-10-8&act=relu&bits=8&lr=0.002&batch=32&epochs=600&every=3&repeats=5';

/** Compression without generalization, and generalization without compression. */
export const meaning: Lesson = {
  id: 'meaning',
  title: 'meaning.title',
  about: 'meaning.about',
  minutes: [6, 9],
  steps: [
    {
      id: 'first',
      title: 'meaning.first.title',
      text: ['meaning.first.text.1', 'meaning.first.text.2'],
      before: `${compressesOnly}&at=600&layer=3`,
      given: { comp: { of: 'compression', row: 2 }, train: { of: 'train' } },
      task: {
        kind: 'number',
        question: 'meaning.first.question',
        guesses: [{ number: 'test', label: 'meaning.first.label', least: 0, most: 100, tolerance: 6 }],
        traps: [
          { number: 'test', from: 65, to: 100, why: 'meaning.first.high' },
          { number: 'test', from: 0, to: 35, why: 'meaning.first.low' },
        ],
      },
      run: `${compressesOnly}&at=600&layer=3`,
      numbers: { test: { of: 'test' } },
      reveal: ['meaning.first.reveal.1', 'meaning.first.reveal.2'],
    },
    {
      id: 'second',
      title: 'meaning.second.title',
      text: ['meaning.second.text.1'],
      before: 'net=16-10-8&act=relu&lr=0.002&batch=32&epochs=1&at=0&layer=3',
      task: {
        kind: 'number',
        question: 'meaning.second.question',
        guesses: [{ number: 'comp2', label: 'meaning.second.label', least: 0, most: 12, tolerance: 0.3 }],
        traps: [{ number: 'comp2', from: 0.5, to: 12, why: 'meaning.second.high' }],
      },
      run: `${generalizesOnly}&layer=3`,
      numbers: { comp2: { of: 'compression', row: 2 }, t3x: { of: 'ixt', row: 2, at: 'end' } },
      reveal: ['meaning.second.reveal.1'],
    },
    {
      id: 'third',
      title: 'meaning.third.title',
      text: ['meaning.third.text.1'],
      before: `${generalizesOnly}&at=600&layer=3`,
      given: { comp2: { of: 'compression', row: 2 } },
      task: {
        kind: 'number',
        question: 'meaning.third.question',
        guesses: [{ number: 'test2', label: 'meaning.third.label', least: 0, most: 100, tolerance: 5 }],
        traps: [{ number: 'test2', from: 0, to: 80, why: 'meaning.third.low' }],
      },
      run: `${generalizesOnly}&at=600&layer=3`,
      numbers: { test2: { of: 'test' } },
      reveal: ['meaning.third.reveal.1', 'meaning.third.reveal.2'],
    },
  ],
  teacher: ['meaning.teacher.1', 'meaning.teacher.2', 'meaning.teacher.3', 'meaning.teacher.4'],
};
