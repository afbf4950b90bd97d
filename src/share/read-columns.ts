import type { Experiment } from '../core/experiment/experiment.ts';
import { allocate, type TrajectoryColumns } from '../core/experiment/trajectory.ts';
import type { RulerReading } from './ended-run.ts';
import type { JsonField } from './json-field.ts';
import { jsonText } from './json.ts';
import { layerHeads } from './run-document.ts';

/** What was measured, and how many classes there are; layers are those that the settings make. */
export function readColumns(
  file: JsonField,
  experiment: Experiment,
): { readonly columns: TrajectoryColumns; readonly classes: number } {
  const { net } = experiment;
  const epochs = wholes(file.get('epochs'));
  const rows = net.length + 2;
  const columns = allocate(rows, epochs.length);
  columns.epoch.set(epochs);
  const chain = file.find('chain');
  if (chain) columns.chain.set(words(chain, epochs.length));
  const layers = file.get('layers').list(net.length + 1);
  const classes = layers.at(-1)?.get('units').whole(2) ?? 2;
  const heads = layerHeads(experiment, classes);
  for (const [index, layer] of layers.entries()) {
    for (const [name, value] of Object.entries(heads[index] ?? {})) {
      const found = layer.get(name);
      if (jsonText(found.value) !== jsonText(value)) throw found.error(`should be ${jsonText(value).trim()}`);
    }
  }
  const byRow = layers.flatMap((layer, index) =>
    index === net.length ? [layer, layer.get('exact')] : [layer],
  );
  for (const [row, layer] of byRow.entries()) {
    const read = {
      ixt: numbers,
      ity: numbers,
      codes: wholes,
      levels: wholes,
      low: numbersOrNull,
      high: numbersOrNull,
    };
    for (const name of ['ixt', 'ity', 'codes', 'levels', 'low', 'high'] as const) {
      const values = read[name](layer.get(name), epochs.length);
      for (const [index, value] of values.entries()) columns[name][index * rows + row] = value;
    }
  }
  for (const [layer, field] of layers.entries()) {
    for (const name of ['weightNorm', 'gradientMean', 'gradientDeviation'] as const) {
      // Files written before there were such columns do not have them.
      const values = field.find(name)?.numbers(epochs.length) ?? epochs.map(() => NaN);
      for (const [index, value] of values.entries()) columns[name][index * layers.length + layer] = value;
    }
  }
  const accuracy = file.get('accuracy');
  const loss = file.get('loss');
  columns.trainAccuracy.set(numbersOrNull(accuracy.get('trainRunning'), epochs.length));
  columns.trainAccuracyAfter.set(numbers(accuracy.get('train'), epochs.length));
  columns.testAccuracy.set(numbers(accuracy.get('test'), epochs.length));
  columns.trainLoss.set(numbersOrNull(loss.get('trainRunning'), epochs.length));
  columns.testLoss.set(numbersOrNull(loss.get('test'), epochs.length));
  return { columns, classes };
}

/** What another ruler says. */
export function readReading(field: JsonField): RulerReading {
  const epoch = Int32Array.from(wholes(field.get('epochs')));
  const layers = field.get('layers').list();
  const column = (name: 'ixt' | 'ity'): Float64Array => {
    const values = layers.map((layer) => numbersOrNull(layer.get(name), epoch.length));
    return Float64Array.from(
      { length: epoch.length * layers.length },
      (_, i) => values[i % layers.length]?.[(i - (i % layers.length)) / layers.length] ?? NaN,
    );
  };
  const limits = field.find('limits');
  const own = limits ? { limits: { hx: limits.get('hx').number(), hy: limits.get('hy').number() } } : {};
  return { ruler: field.get('ruler').text(), ...own, epoch, ixt: column('ixt'), ity: column('ity') };
}

const numbers = (field: JsonField, length?: number): number[] =>
  field.list(length).map((entry) => entry.number());

const wholes = (field: JsonField, length?: number): number[] =>
  field.list(length).map((entry) => entry.whole(0));

/** Words of 32 bits. */
const words = (field: JsonField, length: number): number[] =>
  field.list(length).map((entry) => {
    const word = entry.whole(0);
    if (word > 0xffffffff) throw entry.error('should be at most 4294967295');
    return word;
  });

/** What may not be finite, as a loss, or not be there, as the accuracy before training, is null, and becomes NaN. */
const numbersOrNull = (field: JsonField, length?: number): number[] => field.numbers(length);
