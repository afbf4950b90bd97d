import type { Preset, Recorded } from './preset.ts';
import { Records } from './recorded.ts';
import { onMnist, onTwelveBits, withRelu, withTanh } from './study.ts';

/** 20 runs of the original program with the study's settings; their curves are in test/golden/curves. */
const program = new Records('program', 20);
/** Of ten tanh and twelve ReLU runs both readings of the output are known. */
const tenRuns = new Records('program', 10);
const twelveRuns = new Records('program', 12);

/** H(Y) of the 12-bit task, in bits. */
const hy = 0.999;

/** tanh, 8 bits, 12-bit task. */
export const tanhRecorded: readonly Recorded[] = [
  ...program.each(1, 3, 'ixtStart', 12),
  ...program.each(1, 3, 'ixtEnd', 12),
  ...program.each(1, 3, 'ityEnd', hy),
  program.hidden(4, 'ixtStart', 12),
  program.hidden(4, 'ixtEnd', 11.88, 0.17),
  program.hidden(5, 'ixtStart', 11.97),
  program.hidden(5, 'ixtEnd', 7.6, 2.6),
  program.hidden(5, 'fall', 4.4, 2.6),
  program.output(6, 'grid', 'ixtStart', 4.4),
  program.output(6, 'grid', 'ixtEnd', 2.0, 0.6),
  program.output(6, 'grid', 'ityStart', 0.03),
  program.output(6, 'grid', 'ityEnd', 0.95),
  tenRuns.output(6, 'grid', 'fall', 5.35, 0.57),
  tenRuns.output(6, 'exact', 'fall', 1.7, 1.5),
];

/** ReLU, 8 bits, 12-bit task. */
export const reluRecorded: readonly Recorded[] = [
  program.hidden(2, 'ixtStart', 11.5),
  program.hidden(2, 'ixtEnd', 12),
  program.hidden(3, 'ixtStart', 8.3),
  program.hidden(3, 'ixtEnd', 11.6, 0.8),
  program.hidden(3, 'fall', 0.1),
  program.hidden(4, 'ixtStart', 6),
  program.hidden(4, 'ixtEnd', 10.7, 1.7),
  program.hidden(4, 'fall', 0.4),
  program.hidden(5, 'ixtStart', 3.5),
  program.hidden(5, 'ixtEnd', 9.1, 1.9),
  program.hidden(5, 'fall', 0.8, 0.6),
  program.output(6, 'grid', 'ixtStart', 2.1),
  program.output(6, 'grid', 'ixtEnd', 3, 0.7),
  program.output(6, 'grid', 'fall', 3.8, 1),
  twelveRuns.output(6, 'exact', 'fall', 0.3, 0.3),
];

/** The study's first two figures: does a hidden layer compress? */
export const main: Preset = {
  id: 'main',
  figure: 'main',
  rulers: ['grid'],
  hasStatement: false,
  variants: [
    { id: 'tanh', experiment: withTanh(onTwelveBits), recorded: tanhRecorded },
    { id: 'relu', experiment: withRelu(onTwelveBits), recorded: reluRecorded },
  ],
};

const figure = new Records('figure', 20);
/** Four runs of the original program: the smallest and largest of their values. */
const four = new Records('program', 4);
const two = new Records('program', 2);

/** Bottleneck-2: 784-16-8-4-2-10; T5 is the output. */
export const bottleneck2Recorded: readonly Recorded[] = [
  figure.hidden(1, 'ixtEnd', 16.09),
  figure.hidden(1, 'ityEnd', 3.32),
  figure.hidden(2, 'ixtStart', 15.6),
  figure.hidden(2, 'ixtEnd', 15.8),
  four.hidden(2, 'ixtEnd', 16.09),
  figure.hidden(3, 'ixtStart', 11.4),
  figure.hidden(3, 'ityStart', 1.57),
  figure.hidden(3, 'ixtLargest', 13.6),
  figure.hidden(3, 'ixtEnd', 12.9),
  four.hidden(3, 'ixtEnd', [12.9, 15.5]),
  figure.hidden(3, 'ityEnd', 3.22),
  figure.hidden(4, 'ixtStart', 6.4),
  figure.hidden(4, 'ityStart', 0.56),
  figure.hidden(4, 'ixtLargest', 11.2),
  four.hidden(4, 'ixtLargest', [11.2, 12.6]),
  figure.hidden(4, 'ixtEnd', 10.2),
  four.hidden(4, 'ixtEnd', [10.5, 11.3]),
  figure.hidden(4, 'ityEnd', 3.12),
  four.hidden(4, 'ityEnd', [3.13, 3.19]),
  figure.output(5, 'grid', 'ixtStart', 6.2),
  figure.output(5, 'grid', 'ityStart', 0.55),
  figure.output(5, 'grid', 'ixtLargest', 9.3),
  four.output(5, 'grid', 'ixtLargest', [9, 11.2]),
  figure.output(5, 'grid', 'ityAtLargest', 2.4),
  figure.output(5, 'grid', 'ixtEnd', 5.5),
  four.output(5, 'grid', 'ixtEnd', [5.4, 6.3]),
  figure.output(5, 'grid', 'ityEnd', 3.03),
  four.output(5, 'grid', 'ityEnd', [3.06, 3.1]),
  two.output(5, 'grid', 'fall', [3.9, 4.9]),
  two.output(5, 'exact', 'fall', [0.5, 1.3]),
  four.whole('trainAccuracy', [0.93, 0.95]),
  four.whole('testAccuracy', [0.89, 0.9]),
];

/** The study's figure on MNIST. */
export const mnist: Preset = {
  id: 'mnist',
  figure: 'main',
  rulers: ['grid'],
  hasStatement: false,
  variants: [
    {
      id: 'bottleneck-2',
      experiment: { ...onMnist, net: [16, 8, 4, 2] },
      recorded: bottleneck2Recorded,
    },
  ],
};
