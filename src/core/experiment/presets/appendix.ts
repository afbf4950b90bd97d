import type { Preset, Variant, VariantId } from './preset.ts';
import type { Experiment } from '../experiment.ts';
import { onMnist, onTwelveBits, withRelu, withTanh } from './study.ts';

const unrecorded = (id: VariantId, experiment: Experiment): Variant => ({ id, experiment, recorded: [] });

/** 32 bits in the study means no quantization at all. */
const inFloat: Experiment = { ...onTwelveBits, bits: 'float' };
const at4Bits: Experiment = { ...onTwelveBits, bits: 4 };

/** A: a float network under bins, where their number alone decides what is seen. */
export const bins: Preset = {
  id: 'bins',
  figure: 'A',
  rulers: ['uniform-30-global', 'uniform-100-global', 'uniform-256-global'],
  hasStatement: true,
  variants: [unrecorded('tanh', withTanh(inFloat)), unrecorded('relu', withRelu(inFloat))],
};

/** B: the curves by epoch, and single repeats ranked by their distance to the mean plane. */
export const curves: Preset = {
  id: 'curves',
  figure: 'B',
  rulers: ['grid'],
  hasStatement: false,
  variants: [unrecorded('tanh', withTanh(onTwelveBits)), unrecorded('relu', withRelu(onTwelveBits))],
};

/** C: fewer bits, and none of quantization. */
export const bits: Preset = {
  id: 'bits',
  figure: 'C',
  rulers: ['grid'],
  hasStatement: false,
  variants: [
    unrecorded('tanh-4', withTanh(at4Bits)),
    unrecorded('relu-4', withRelu(at4Bits)),
    unrecorded('tanh-float', withTanh(inFloat)),
    unrecorded('relu-float', withRelu(inFloat)),
  ],
};

const afterRandomLabels: Experiment = { ...onTwelveBits, prefit: 1000, repeats: 20 };

/** D: shuffled labels first. */
export const prefit: Preset = {
  id: 'prefit',
  figure: 'D',
  rulers: ['grid'],
  hasStatement: false,
  variants: [
    unrecorded('tanh', withTanh(afterRandomLabels)),
    unrecorded('relu', withRelu(afterRandomLabels)),
  ],
};

const convolution = { filters: 2, size: 3 };
const pooling = { pool: 2 };

/** E: other networks on MNIST, 20 repeats, 10 of 4x10 and Conv. */
export const networks: Preset = {
  id: 'networks',
  figure: 'E',
  rulers: ['grid'],
  hasStatement: false,
  variants: [
    unrecorded('bottleneck-4', { ...onMnist, net: [16, 12, 8, 4] }),
    unrecorded('hourglass', { ...onMnist, net: [16, 8, 4, 2, 4, 8] }),
    unrecorded('4x10', { ...onMnist, net: [10, 10, 10, 10], repeats: 10 }),
    unrecorded('conv', {
      ...onMnist,
      net: [convolution, pooling, convolution, pooling, 16],
      repeats: 10,
    }),
  ],
};

/** F: accuracy by epoch. */
export const accuracy: Preset = {
  id: 'accuracy',
  figure: 'F',
  rulers: ['grid'],
  hasStatement: false,
  variants: [
    unrecorded('tanh-4', withTanh(at4Bits)),
    unrecorded('tanh-8', withTanh(onTwelveBits)),
    unrecorded('tanh-float', withTanh(inFloat)),
    unrecorded('relu-4', withRelu(at4Bits)),
    unrecorded('relu-8', withRelu(onTwelveBits)),
    unrecorded('relu-float', withRelu(inFloat)),
  ],
};
