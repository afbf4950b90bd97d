import type { Experiment, RangeRule } from '../experiment/experiment.ts';
import type { ActivationName } from '../network/activations.ts';

/** A range rule that says by itself what to do. */
export type PlainRangeRule = Exclude<RangeRule, 'study'>;

/** How one layer is quantized. */
export interface LayerQuantizer {
  readonly range: PlainRangeRule;
  readonly quantizedKernel: boolean;
}

/** Activations with tanh's rule "as in the study": bounded and smooth through zero, or nearly so. */
const likeTanh: ReadonlySet<ActivationName> = new Set(['tanh', 'hardtanh', 'softsign', 'sigmoid']);

/** The activations the study itself ran; its rule for the others is ours by analogy. */
export const usedInStudy: ReadonlySet<ActivationName> = new Set(['tanh', 'relu']);

/**
 * The quantizer that Lorenzen, Igel & Nielsen (2022) give to an activation: tanh keeps its kernel in float32 and
 * takes the range of the present batch; ReLU quantizes its kernel and takes a moving range.
 */
export function studyQuantizer(activation: ActivationName): LayerQuantizer {
  return likeTanh.has(activation)
    ? { range: 'batch', quantizedKernel: false }
    : { range: 'moving', quantizedKernel: true };
}

/** The quantizer of a layer; the output layer (`softmax`) has ReLU's in the study, in tanh networks too. */
export function quantizerOf(
  experiment: Pick<Experiment, 'range' | 'weights'>,
  activation: ActivationName | 'softmax',
): LayerQuantizer {
  const study: LayerQuantizer =
    activation === 'softmax' ? { range: 'moving', quantizedKernel: true } : studyQuantizer(activation);
  return {
    range: experiment.range === 'study' ? study.range : experiment.range,
    quantizedKernel:
      experiment.weights === 'study' ? study.quantizedKernel : experiment.weights === 'quantized',
  };
}
