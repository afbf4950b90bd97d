import { limitsOf, quantizeInputs } from '../../core/experiment/prepare.ts';
import type { Limits } from '../../core/experiment/trajectory.ts';
import { finish } from '../../core/finish.ts';
import { layerCodes } from '../../core/information/codes.ts';
import { partitionInParts } from '../../core/information/partition.ts';
import { formatOwn, type SamplesSpec } from '../../core/tasks/own-task-name.ts';
import { digestOfSamples, endsOf, samplesTask } from '../../core/tasks/samples.ts';
import { samplesText } from '../../core/tasks/samples-link.ts';
import type { TaskName } from '../../core/tasks/task-name.ts';
import type { NamedSamples } from './read-samples.ts';

/** What is to be known of samples before they are trained on. */
export interface SamplesPreview {
  /** The task's name in links; samples that are too many for a link are not in it. */
  readonly task: TaskName;
  readonly inLink: boolean;
  readonly samples: number;
  readonly features: readonly { readonly name: string; readonly low: number; readonly high: number }[];
  readonly classes: readonly { readonly name: string; readonly samples: number }[];
  /** Different inputs; those among them that have several classes. */
  readonly inputs: number;
  readonly mixed: number;
  /** Different inputs as a network of 1 to 16 bits takes them, quantized at 8 bits. */
  readonly quantized: number;
  readonly limits: Limits;
}

/** Counts samples, as a run would. */
export function previewOf(set: NamedSamples, scaled: boolean): SamplesPreview {
  const spec = specOfSamples(set, scaled);
  const task = samplesTask(spec, set);
  const { features, classes, labels, values } = set;
  const partitionOf = (inputs: Float32Array) =>
    finish(partitionInParts(layerCodes(inputs, null), labels.length, labels, classes));
  const { sizes, byClass } = partitionOf(task.inputs);
  const isMixed = (cell: number): boolean => {
    const own = byClass.subarray(cell * classes, (cell + 1) * classes);
    return own.filter((count) => count > 0).length > 1;
  };
  const quantized = quantizeInputs(task.inputs, 8);
  return {
    task: task.name,
    inLink: spec.text !== null,
    samples: labels.length,
    features: endsOf(values, features).map(([low, high], i) => ({
      name: set.featureNames[i] ?? '',
      low,
      high,
    })),
    classes: set.classNames.map((name, c) => ({
      name,
      samples: labels.filter((label) => label === c).length,
    })),
    inputs: sizes.length,
    mixed: sizes.filter((_, cell) => isMixed(cell)).length,
    quantized: quantized instanceof Float32Array ? partitionOf(quantized).sizes.length : sizes.length,
    limits: limitsOf(task),
  };
}

/** What names these samples: with all of them in it, if they are few. */
export function specOfSamples(set: NamedSamples, scaled: boolean): SamplesSpec {
  const { features, classes, labels } = set;
  const sizes = { samples: labels.length, features, classes };
  return { kind: 'samples', scaled, ...sizes, digest: digestOfSamples(set), text: samplesText(set) };
}

/** Is the reach of the features such that one of them would drown another, or all the 256 steps of inputs? */
export const wantsScaling = ({ values }: NamedSamples): boolean =>
  values.some((value) => value < -1 || value > 1);

/** The name under which large samples are kept: scaled or not, they are the same. */
export const keyOfSamples = (spec: SamplesSpec): string => formatOwn({ ...spec, scaled: false, text: null });
