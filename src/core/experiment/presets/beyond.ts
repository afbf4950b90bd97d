import type { Experiment } from '../experiment.ts';
import { reluRecorded, tanhRecorded } from './main.ts';
import type { Preset, Recorded } from './preset.ts';
import { onTwelveBits, withRelu, withTanh } from './study.ts';

const outputFalls = (recorded: readonly Recorded[]): readonly Recorded[] =>
  recorded.filter(({ output, quantity }) => output !== null && quantity === 'fall');

/** The study's grid against counting exactly: how much of the output's fall is the reading? */
export const ruler: Preset = {
  id: 'ruler',
  figure: 'beyond',
  rulers: ['grid', 'exact'],
  hasStatement: false,
  variants: [
    { id: 'tanh', experiment: withTanh(onTwelveBits), recorded: outputFalls(tanhRecorded) },
    { id: 'relu', experiment: withRelu(onTwelveBits), recorded: outputFalls(reluRecorded) },
  ],
};

/** tanh's rule for every layer, and ReLU's for every layer: the study has the first with tanh, the second with ReLU. */
const tanhRule: Experiment = { ...onTwelveBits, range: 'batch', weights: 'float' };
const reluRule: Experiment = { ...onTwelveBits, range: 'moving', weights: 'quantized' };

/** Each activation under each rule: the study changes activation and quantizer together. */
export const quantizer: Preset = {
  id: 'quantizer',
  figure: 'beyond',
  rulers: ['grid'],
  hasStatement: false,
  variants: [
    { id: 'tanh-batch', experiment: withTanh(tanhRule), recorded: [] },
    { id: 'tanh-moving', experiment: withTanh(reluRule), recorded: [] },
    { id: 'relu-batch', experiment: withRelu(tanhRule), recorded: [] },
    { id: 'relu-moving', experiment: withRelu(reluRule), recorded: [] },
  ],
};

const fromData: Experiment = { ...onTwelveBits, start: 'data' };

/** Ranges set from the data before the first step, so that a rise is not the quantizer settling. */
export const calibrated: Preset = {
  id: 'calibrated',
  figure: 'beyond',
  rulers: ['grid'],
  hasStatement: false,
  variants: [
    { id: 'relu', experiment: withRelu(fromData), recorded: [] },
    { id: 'tanh', experiment: withTanh(fromData), recorded: [] },
  ],
};
