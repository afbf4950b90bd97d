import type { LessonKey } from '../i18n/lessons.ts';
import type { Guess, Lesson, Trap } from './lesson.ts';

/** In how many of the eight: exact is right, one off half right. */
const count = (number: string, label: LessonKey): Guess => ({
  number,
  label,
  least: 0,
  most: 8,
  tolerance: 0.5,
});

const trap = (number: string, from: number, to: number, why: LessonKey): Trap => ({ number, from, to, why });

/** Eight networks each, untrained and after 3,000 epochs. */
const untrained = 'epochs=1&repeats=8&at=0&layer=5';
const trained = 'epochs=3000&every=10&repeats=8&layer=5';
/** The quantizer that belongs to the other activation. */
const ofTanh = 'range=batch&weights=float';
const ofRelu = 'range=moving&weights=quantized';

const row = 4;

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
      text: ['activations.tanh.text.1', 'activations.tanh.text.2'],
      formulas: ['fall'],
      before: untrained,
      given: { tanhStart: { of: 'ixt', row, at: 'start' } },
      task: {
        kind: 'number',
        question: 'activations.tanh.question',
        guesses: [
          count('tanh', 'activations.tanh.over1'),
          count('tanh2', 'activations.tanh.over2'),
          { number: 'tanhFall', label: 'activations.tanh.fall', least: 0, most: 12, tolerance: 0.5 },
        ],
        traps: [
          trap('tanh', 0, 5, 'activations.tanh.low'),
          trap('tanh2', 6, 8, 'activations.tanh.alike'),
          trap('tanhFall', 4, 12, 'activations.tanh.far'),
        ],
      },
      run: trained,
      numbers: {
        tanh: { of: 'losing', row, bits: 1 },
        tanh2: { of: 'losing', row, bits: 2 },
        tanhFall: { of: 'fall', row },
        tanhEnd: { of: 'ixt', row, at: 'end' },
        tanhAfter: { of: 'losing', row, bits: 1, since: 'fitting' },
        tanhComp: { of: 'compression', row },
        tanhTest: { of: 'test' },
      },
      reveal: ['activations.tanh.reveal.1'],
    },
    {
      id: 'relu',
      title: 'activations.relu.title',
      text: ['activations.relu.text.1', 'activations.relu.text.2'],
      before: `act=relu&${untrained}`,
      given: { reluStart: { of: 'ixt', row, at: 'start' } },
      task: {
        kind: 'number',
        question: 'activations.relu.question',
        guesses: [
          count('relu', 'activations.relu.over1'),
          { number: 'reluEnd', label: 'activations.relu.end', least: 0, most: 12, tolerance: 1 },
        ],
        traps: [
          trap('relu', 2, 8, 'activations.relu.high'),
          trap('reluEnd', 0, 6.5, 'activations.relu.still'),
        ],
      },
      run: `act=relu&${trained}`,
      numbers: {
        relu: { of: 'losing', row, bits: 1 },
        reluEnd: { of: 'ixt', row, at: 'end' },
        reluFall: { of: 'fall', row },
        reluAfter: { of: 'losing', row, bits: 1, since: 'fitting' },
        reluComp: { of: 'compression', row },
        reluTest: { of: 'test' },
      },
      reveal: ['activations.relu.reveal.1', 'activations.relu.reveal.2'],
    },
    {
      id: 'same',
      title: 'activations.same.title',
      text: ['activations.same.text.1', 'activations.same.text.2', 'activations.same.text.3'],
      before: `act=relu&${ofTanh}&${untrained}`,
      given: { sameStart: { of: 'ixt', row, at: 'start' } },
      task: {
        kind: 'number',
        question: 'activations.same.question',
        guesses: [count('same', 'activations.same.over1'), count('sameAfter', 'activations.same.after')],
        traps: [
          trap('same', 0, 3, 'activations.same.low'),
          trap('same', 8, 8, 'activations.same.all'),
          trap('sameAfter', 2, 8, 'activations.same.late'),
        ],
      },
      run: `act=relu&${ofTanh}&${trained}`,
      numbers: {
        same: { of: 'losing', row, bits: 1 },
        sameAfter: { of: 'losing', row, bits: 1, since: 'fitting' },
        sameFall: { of: 'fall', row },
        sameComp: { of: 'compression', row },
        sameEnd: { of: 'ixt', row, at: 'end' },
      },
      reveal: ['activations.same.reveal.1', 'activations.same.reveal.2', 'activations.same.reveal.3'],
    },
    {
      id: 'other',
      title: 'activations.other.title',
      text: ['activations.other.text.1', 'activations.other.text.2'],
      before: `${ofRelu}&${untrained}`,
      task: {
        kind: 'number',
        question: 'activations.other.question',
        guesses: [
          count('other', 'activations.other.over1'),
          { number: 'otherComp', label: 'activations.other.after', least: 0, most: 12, tolerance: 0.4 },
        ],
        traps: [
          trap('other', 0, 2, 'activations.other.low'),
          trap('other', 6, 8, 'activations.other.high'),
          trap('otherComp', 0, 0.6, 'activations.other.none'),
        ],
      },
      run: `${ofRelu}&${trained}`,
      numbers: {
        other: { of: 'losing', row, bits: 1 },
        otherComp: { of: 'compression', row },
      },
      reveal: ['activations.other.reveal.1', 'activations.other.reveal.2', 'activations.other.reveal.3'],
    },
  ],
  learnt: 'activations.learnt',
  teacher: [
    'activations.teacher.1',
    'activations.teacher.2',
    'activations.teacher.3',
    'activations.teacher.4',
  ],
};
