import { createHash } from 'node:crypto';
import { formatField } from '../../core/experiment/fields.ts';
import { gridCodes } from '../../core/information/codes.ts';
import { unitsOf } from '../../core/information/binning.ts';
import { parameterPlaces, type NetworkSpec } from '../../core/kernel.ts';
import { extremes } from '../../core/quantization/layer-quantization.ts';
import { arithmeticVersion } from '../../core/experiment/run.ts';
import { jsonText } from '../../share/json.ts';
import { toQuery } from '../../share/link.ts';
import { repeatNumber, type TextFile } from '../../share/study-files.ts';
import type { Moment, RecordedTrace } from './record-trace.ts';

/** Little-endian in base64. */
function base64(values: Float32Array | Uint16Array): string {
  const bytes = Buffer.alloc(values.byteLength);
  for (const [index, value] of values.entries()) {
    if (values instanceof Float32Array) bytes.writeFloatLE(value, 4 * index);
    else bytes.writeUInt16LE(value, 2 * index);
  }
  return bytes.toString('base64');
}

/**
 * A trace in the format of test/golden, in a folder of its own that `npm run golden -- FOLDER/trace/001` reads back:
 * for the 12-bit task a file of the batches and one of the rest.
 */
export function traceFiles(trace: RecordedTrace): TextFile[] {
  const number = repeatNumber(trace.repeat);
  const file = (name: string, content: object): TextFile => ({
    path: `trace/${number}/${name}.json`,
    text: jsonText(content),
  });
  const from = { link: toQuery(trace.experiment), repeat: trace.repeat, arithmeticVersion };
  if (trace.experiment.task === 'mnist') {
    return [file(`trace-mnist-${number}`, { ...from, ...imageTrace(trace) })];
  }
  return [file('batches', batchesOf(trace)), file(`trace-${number}`, { ...from, ...plainTrace(trace) })];
}

function optimizerOf({ optimizer, rate, momentum }: NetworkSpec): object {
  if (optimizer === 'adam') return { name: 'adam', rate, beta1: 0.9, beta2: 0.999, epsilon: 1e-7 };
  return optimizer === 'momentum' ? { name: 'sgd', rate, momentum } : { name: 'sgd', rate };
}

function batchesOf({ prepared, epochs, spec }: RecordedTrace): object {
  const { samples, labels } = prepared.samples;
  return {
    samples,
    labelsSha256: createHash('sha256').update(labels.join('')).digest('hex'),
    batchSize: spec.batch,
    epochs: epochs.map((epoch) => base64(Uint16Array.from(epoch))),
  };
}

function plainTrace(trace: RecordedTrace): object {
  const { experiment, spec, prepared, moments } = trace;
  const { layers } = spec;
  const last = moments.at(-1);
  return {
    activation: experiment.act.length === 1 ? experiment.act[0] : experiment.act,
    bits: spec.bits,
    widths: [prepared.samples.features, ...layers.map(({ units }) => units)],
    optimizer: optimizerOf(spec),
    ...splitUp(trace.start, spec, 'kernels', 'biases'),
    loss: trace.loss,
    after: Object.fromEntries(
      moments.map((moment) => [
        moment.step,
        {
          ...splitUp(moment.parameters, spec, 'kernels', 'biases'),
          ranges: plainRanges(moment.ranges, spec),
          mi: moment.information,
          outputRange: moment.outputs.map((outputs) => extremes(outputs)),
          ...(moment === last ? readingOf(moment, spec) : {}),
        },
      ]),
    ),
    gradientOfStep1: splitUp(trace.gradientOfStep1, spec, 'kernels', 'biases'),
    moments: Object.fromEntries(moments.map((moment) => [moment.step, optimizerState(moment, spec)])),
  };
}

/** What is large, and only the last step has: grid codes, but for float networks, and the probability of class 1. */
function readingOf({ outputs }: Moment, { layers, bits }: NetworkSpec): object {
  const grid = (): string[] =>
    layers.map(({ units }, layer) => {
      const values = outputs[layer] ?? new Float32Array(0);
      const codes = gridCodes(unitsOf(values, units), ...extremes(values), bits);
      const samples = values.length / units;
      return base64(
        Uint16Array.from(values, (_, i) => codes[(i % units) * samples + Math.floor(i / units)] ?? 0),
      );
    });
  const classes = layers.at(-1)?.units ?? 2;
  return {
    ...(bits === 'float' ? {} : { grid: grid() }),
    probabilityOfClass1: base64((outputs.at(-1) ?? new Float32Array(0)).filter((_, i) => i % classes === 1)),
  };
}

function optimizerState({ moment1, moment2 }: Moment, spec: NetworkSpec): object {
  if (spec.optimizer === 'sgd') return {};
  const m = splitUp(moment1, spec, 'mKernels', 'mBiases');
  return spec.optimizer === 'adam' ? { ...m, ...splitUp(moment2, spec, 'vKernels', 'vBiases') } : m;
}

/** Kernels and biases, layer after layer. */
function splitUp(all: Float32Array, { layers }: NetworkSpec, kernels: string, biases: string): object {
  const places = parameterPlaces(layers);
  return {
    [kernels]: places.map(({ kernel, bias }) => base64(all.subarray(kernel, bias))),
    [biases]: places.map(({ bias, end }) => base64(all.subarray(bias, end))),
  };
}

/** Those ranges that are kept from step to step: of quantized kernels, and moving ones. */
function namedRanges(
  ranges: Float32Array,
  { layers, bits }: NetworkSpec,
  nameOf: (layer: number) => string,
): Record<string, number> {
  if (bits === 'float') return {};
  const named = layers.flatMap(({ shape, activation, quantizedKernel, range }, layer) => {
    if (shape.kind === 'pooling') return [];
    const [kernelMin = 0, kernelMax = 0, min = 0, max = 0] = ranges.subarray(4 * layer);
    const stage = activation === 'softmax' ? 'pre' : 'post';
    const kernel = { kernel_min: kernelMin, kernel_max: kernelMax };
    const moving = { [`${stage}_activation_min`]: min, [`${stage}_activation_max`]: max };
    const kept = { ...(quantizedKernel ? kernel : {}), ...(range === 'moving' ? moving : {}) };
    return Object.entries(kept).map(([name, value]) => [`${nameOf(layer)}/${name}`, value] as const);
  });
  return Object.fromEntries(named);
}

const plainRanges = (ranges: Float32Array, spec: NetworkSpec): Record<string, number> =>
  namedRanges(ranges, spec, (layer) => `layer${layer + 1}`);

/** Outputs for the first ten images; null where they are large. */
const firstImages = 10;
const mostUnits = 1000;

function imageTrace(trace: RecordedTrace): object {
  const { experiment, spec, moments, epochs, loss } = trace;
  const variables = variablesOf(spec);
  const batches = epochs.flatMap((epoch) =>
    Array.from({ length: Math.ceil(epoch.length / spec.batch) }, (_, batch) =>
      epoch.subarray(batch * spec.batch, (batch + 1) * spec.batch),
    ),
  );
  const cut = (all: Float32Array): string[] =>
    variables.map(({ from, to }) => base64(all.subarray(from, to)));
  return {
    network: formatField('net', experiment.net),
    activation: experiment.act.length === 1 ? experiment.act[0] : experiment.act,
    bits: spec.bits,
    optimizer: optimizerOf(spec),
    pixels: 'byte/255 as float32',
    variables: variables.map(({ name, shape, from, to }) => ({
      name,
      shape,
      start: base64(trace.start.subarray(from, to)),
    })),
    batches: batches.slice(0, loss.length).map((batch) => base64(Uint16Array.from(batch))),
    loss,
    after: Object.fromEntries(
      moments.map((moment) => [
        moment.step,
        {
          variables: cut(moment.parameters),
          ranges: namedRanges(moment.ranges, spec, (layer) => `quant_layer${layer + 1}`),
          mi: moment.information,
          outputRange: moment.outputs.map((outputs) => extremes(outputs)),
          firstTenImages: spec.layers.map(({ units }, layer) =>
            units > mostUnits
              ? null
              : base64((moment.outputs[layer] ?? new Float32Array(0)).slice(0, firstImages * units)),
          ),
        },
      ]),
    ),
  };
}

interface Variable {
  readonly name: string;
  readonly shape: readonly number[];
  readonly from: number;
  readonly to: number;
}

/** Kernel and bias of each layer that has weights. */
function variablesOf({ layers }: NetworkSpec): Variable[] {
  return parameterPlaces(layers).flatMap(({ kernel, bias, end }, index): Variable[] => {
    const layer = layers[index];
    if (!layer || layer.shape.kind === 'pooling') return [];
    const { shape, inputs, units } = layer;
    const name = `layer${index + 1}`;
    const sizes =
      shape.kind === 'convolution'
        ? [shape.size, shape.size, shape.image.channels, shape.filters]
        : [inputs, units];
    return [
      { name: `${name}/kernel`, shape: sizes, from: kernel, to: bias },
      { name: `${name}/bias`, shape: [end - bias], from: bias, to: end },
    ];
  });
}
