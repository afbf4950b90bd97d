import type { Lesson } from './lesson.ts';

/** The two of the searched settings (see search.ts) that part compression from generalization; tests check that they do. */
export const compressesOnly =
  'task=random-8-30-1&net=32-16-2&act=tanh&bits=8&lr=0.002&batch=32&epochs=600&every=3&repeats=5';
export const generalizesOnly =
  'task=icosahedron&net=16-10-8&act=relu&bits=8&lr=0.002&batch=32&epochs=600&every=3&repeats=5';

/** Compression without generalization, and generalization without compression. */
export const meaning: Lesson = {
  id: 'meaning',
  title: 'meaning.title',
  about: 'meaning.about',
  minutes: [7, 10],
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
        guesses: [{ number: 'test', label: 'meaning.first.label', least: 0, most: 100, tolerance: 4 }],
        traps: [
          { number: 'test', from: 0, to: 45, why: 'meaning.first.low' },
          { number: 'test', from: 45.01, to: 57.9, why: 'meaning.first.half' },
          { number: 'test', from: 66, to: 84.99, why: 'meaning.first.commoner' },
          { number: 'test', from: 85, to: 100, why: 'meaning.first.high' },
        ],
      },
      run: `${compressesOnly}&at=600&layer=3`,
      numbers: { test: { of: 'test' }, out: { of: 'compression', row: 'grid' } },
      reveal: ['meaning.first.reveal.1', 'meaning.first.reveal.2'],
    },
    {
      id: 'second',
      title: 'meaning.second.title',
      text: ['meaning.second.text.1', 'meaning.second.text.2'],
      before: 'net=16-10-8&act=relu&lr=0.002&batch=32&epochs=1&at=0&layer=3',
      task: {
        kind: 'number',
        question: 'meaning.second.question',
        guesses: [
          { number: 'comp2', label: 'meaning.second.t3', least: 0, most: 12, tolerance: 0.3 },
          { number: 'out2', label: 'meaning.second.t4', least: 0, most: 12, tolerance: 0.8 },
        ],
        traps: [
          { number: 'comp2', from: 0.33, to: 12, why: 'meaning.second.t3.high' },
          { number: 'out2', from: 0, to: 1, why: 'meaning.second.t4.low' },
          { number: 'out2', from: 2.7, to: 12, why: 'meaning.second.t4.high' },
        ],
      },
      run: `${generalizesOnly}&layer=3`,
      numbers: {
        comp2: { of: 'compression', row: 2 },
        out2: { of: 'compression', row: 'grid' },
        t3x: { of: 'ixt', row: 2, at: 'end' },
        hx2: { of: 'hx' },
      },
      reveal: ['meaning.second.reveal.1', 'meaning.second.reveal.2'],
    },
    {
      id: 'third',
      title: 'meaning.third.title',
      text: ['meaning.third.text.1', 'meaning.third.text.2'],
      before: `${generalizesOnly}&at=600&layer=4`,
      given: {
        comp2: { of: 'compression', row: 2 },
        outY2: { of: 'ity', row: 'grid', at: 'end' },
        hy2: { of: 'hy' },
      },
      task: {
        kind: 'number',
        question: 'meaning.third.question',
        guesses: [{ number: 'test2', label: 'meaning.third.label', least: 0, most: 100, tolerance: 2 }],
        traps: [
          { number: 'test2', from: 0, to: 93.8, why: 'meaning.third.low' },
          { number: 'test2', from: 97.9, to: 100, why: 'meaning.third.high' },
        ],
      },
      run: `${generalizesOnly}&at=600&layer=4`,
      numbers: { test2: { of: 'test' }, train2: { of: 'train' } },
      reveal: [
        'meaning.third.reveal.1',
        'meaning.third.reveal.2',
        'meaning.third.reveal.3',
        'meaning.third.reveal.4',
      ],
    },
  ],
  learnt: 'meaning.learnt',
  teacher: ['meaning.teacher.1', 'meaning.teacher.2', 'meaning.teacher.3', 'meaning.teacher.4'],
};
