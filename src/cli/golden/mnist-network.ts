import { check } from '../../core/experiment/check.ts';
import type { Experiment } from '../../core/experiment/experiment.ts';
import { defaults, fields } from '../../core/experiment/fields.ts';
import { describe } from '../../core/experiment/problems.ts';
import { parameterPlaces, type NetworkSpec } from '../../core/kernel.ts';
import { networkSpec } from '../../core/network/network-spec.ts';
import type { Task } from '../../core/tasks/task.ts';
import type { JsonField } from '../../share/json-field.ts';
import { activationsOf, bitsOf, optimizerOf } from './network.ts';
import { NotRun } from './problems.ts';
import type { State } from './state.ts';
import { floats } from './words.ts';

/** The study's networks for MNIST, as links have them; a file may name others in the same notation. */
const networks: Readonly<Record<string, string>> = {
  'MNIST-Bottleneck-2': '16-8-4-2',
  'MNIST-Bottleneck-4': '16-12-8-4',
  'MNIST-HourGlass': '16-8-4-2-4-8',
  'MNIST-4x10': '10-10-10-10',
  'MNIST-Conv': 'c2x3-p2-c2x3-p2-16',
};

/** The study's rate, which its files do not name. */
const rate = 0.0001;

/** A network of a trace on MNIST, and where the file's numbers belong. */
export interface MnistNetwork {
  readonly spec: NetworkSpec;
  /** Name and shape of each variable: kernel and bias of each layer that has weights, in their order. */
  readonly variables: readonly { readonly name: string; readonly size: number; readonly place: number }[];
  /** Places in KernelBuffers.ranges by the file's names. */
  readonly ranges: ReadonlyMap<string, number>;
}

/** @throws NotRun if the network is none of ours; FileProblem */
export function mnistNetworkOf(file: JsonField, task: Task, batch: number): MnistNetwork {
  const name = file.get('network').text();
  const net = fields.net.kind.parse(networks[name] ?? name);
  if (!net.ok) throw new NotRun(`the network "${name}" is unknown`);
  const optimizer = file.find('optimizer');
  const experiment: Experiment = {
    ...defaults,
    task: 'mnist',
    net: net.value,
    act: activationsOf(file.get('activation'), net.value.length),
    bits: bitsOf(file.get('bits')),
    batch,
  };
  const [problem] = check(experiment);
  if (problem) throw new NotRun(describe(problem));
  const { features, classes, image, ownTrainSamples } = task;
  const shape = { features, classes, image, trainSamples: ownTrainSamples ?? task.samples };
  const trained = optimizer ? optimizerOf(optimizer) : { optimizer: 'adam' as const, rate, momentum: 0 };
  const spec = { ...networkSpec(experiment, shape), ...trained };
  const places = parameterPlaces(spec.layers).flatMap(({ kernel, bias, end }) => [
    { place: kernel, size: bias - kernel },
    { place: bias, size: end - bias },
  ]);
  const weighted = places.filter(({ size }) => size > 0);
  const variables = file.get('variables').list(weighted.length);
  return {
    spec,
    variables: variables.map((variable, index) => {
      const { place, size } = weighted[index] ?? { place: 0, size: 0 };
      const sizes = variable.get('shape').list();
      const found = sizes.reduce((product, each) => product * each.whole(1), 1);
      if (found !== size) throw variable.error(`should have ${size} numbers, but has ${found}`);
      return { name: variable.get('name').text(), place, size };
    }),
    ranges: rangePlaces(
      spec,
      variables.map((variable) => variable.get('name').text()),
    ),
  };
}

/** `dense_1/kernel` is of the layer whose ranges are `quant_dense_1/kernel_min` and so on. */
function rangePlaces({ layers }: NetworkSpec, variables: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const names = [...new Set(variables.map((name) => name.replace(/\/[^/]*$/, '')))];
  let next = 0;
  for (const [index, { shape, activation }] of layers.entries()) {
    if (shape.kind === 'pooling') continue;
    const layer = `quant_${names[next++] ?? ''}`;
    const stage = activation === 'softmax' ? 'pre' : 'post';
    const entries = ['kernel_min', 'kernel_max', `${stage}_activation_min`, `${stage}_activation_max`];
    for (const [place, entry] of entries.entries()) places.set(`${layer}/${entry}`, 4 * index + place);
  }
  return places;
}

/** Variables and ranges of a member of `after`; ranges of the inputs, which never move, are passed over. */
export function readMnistState(moment: JsonField, { spec, variables, ranges }: MnistNetwork): State {
  const parameters = new Float32Array(parameterPlaces(spec.layers).at(-1)?.end ?? 0);
  for (const [index, field] of moment.get('variables').list(variables.length).entries()) {
    const { place, size } = variables[index] ?? { place: 0, size: 0 };
    parameters.set(floats(field, size), place);
  }
  const named = moment
    .get('ranges')
    .members()
    .filter(([name]) => !name.startsWith('quantize_layer'));
  return {
    parameters,
    ranges: named.flatMap(([name, field]) => {
      const place = ranges.get(name);
      if (place === undefined) throw new NotRun(`the range "${name}" is unknown`);
      // Pooling keeps the range of the layer before it.
      const isPooled = place % 4 >= 2 && spec.layers[Math.floor(place / 4) + 1]?.shape.kind === 'pooling';
      const value = field.number();
      return [{ place, value }, ...(isPooled ? [{ place: place + 4, value }] : [])];
    }),
  };
}
