import type { Experiment } from '../../core/experiment/experiment.ts';
import { defaults } from '../../core/experiment/fields.ts';
import { assertValid } from '../../core/experiment/check.ts';
import { activationNames } from '../../core/network/activations.ts';
import type { JsonField } from '../../share/json-field.ts';

/** One quantity of one layer over the epochs, in each of the original's runs that has it. */
export interface OriginalCurve {
  readonly name: string;
  readonly source: CurveSource;
  /** Completed epochs, as we count. */
  readonly epochs: readonly number[];
  /** Of each run, a value for each epoch. */
  readonly runs: readonly Float64Array[];
}

/** Where our runs have the same quantity. */
export type CurveSource =
  | { readonly kind: 'row'; readonly row: number; readonly quantity: 'ixt' | 'ity' }
  | { readonly kind: 'bins'; readonly bins: number; readonly layer: number; readonly quantity: 'ixt' | 'ity' }
  | { readonly kind: 'trainAccuracy' | 'testAccuracy' };

/** A file of test/golden/curves: runs of the original program. */
export interface CurvesFile {
  readonly experiment: Experiment;
  readonly curves: readonly OriginalCurve[];
  /** Bad fits that the original threw away. */
  readonly restarts: number;
}

const quantities = ['ixt', 'ity'] as const;
const titles = { ixt: 'I(X;T', ity: 'I(T' } as const;

/** "I(X;T3)" or "I(T3;Y)". */
function nameOf(quantity: 'ixt' | 'ity', layer: number): string {
  return quantity === 'ixt' ? `${titles.ixt}${layer + 1})` : `${titles.ity}${layer + 1};Y)`;
}

/**
 * Reads a file of the format that test/golden/curves/README.md describes. Its epochs are numbered as the study does,
 * 0 being after the first; those after shuffled labels begin at 0 again.
 *
 * @throws FileProblem naming the field that is wrong
 */
export function readCurves(file: JsonField): CurvesFile {
  const experiment = experimentOf(file);
  const { prefit, net } = experiment;
  const layers = net.length + 1;
  const runs = file.get('runs').list();
  if (runs.length === 0) throw file.get('runs').error('should have a run');
  const epochs = epochsOf(file.get('epochs'), prefit);
  const curves: OriginalCurve[] = [];

  const addInformation = (
    member: string,
    at: readonly number[],
    prefix: string,
    source: (layer: number, quantity: 'ixt' | 'ity') => CurveSource,
  ): void => {
    const having = runs.filter((run) => run.find(member) !== null);
    if (having.length === 0) return;
    const values = having.map((run) => informationOf(run.get(member), at.length, layers));
    for (const [q, quantity] of quantities.entries()) {
      for (let layer = 0; layer < layers; layer++) {
        curves.push({
          name: `${prefix}${nameOf(quantity, layer)}`,
          source: source(layer, quantity),
          epochs: at,
          runs: values.map((epochsOfRun) =>
            Float64Array.from(epochsOfRun, (row) => row[2 * layer + q] ?? NaN),
          ),
        });
      }
    }
  };

  addInformation('mi', epochs, '', (row, quantity) => ({ kind: 'row', row, quantity }));
  addExactOutput(curves, runs, epochs, layers);
  for (const kind of ['trainAccuracy', 'testAccuracy'] as const) {
    const having = runs.flatMap((run) => run.find(kind) ?? []);
    if (having.length === 0) continue;
    const values = having.map((field) => numbers(field, epochs.length));
    curves.push({
      name: kind === 'trainAccuracy' ? 'training accuracy' : 'test accuracy',
      source: { kind },
      epochs,
      runs: values,
    });
  }
  const prefitEpochs = file.find('prefitPhaseEpochs');
  if (prefitEpochs) {
    addInformation('prefitPhase', epochsOf(prefitEpochs, 0), 'shuffled labels: ', (row, quantity) => ({
      kind: 'row',
      row,
      quantity,
    }));
  }
  const binned = file.find('binnedEpochs');
  if (binned) {
    const names = new Set(runs.flatMap((run) => run.members().map(([name]) => name)));
    for (const name of names) {
      const bins = Number(/^uniform-(\d+)-global$/.exec(name)?.[1] ?? NaN);
      if (Number.isNaN(bins)) continue;
      addInformation(name, epochsOf(binned, prefit), `${bins} bins: `, (layer, quantity) => ({
        kind: 'bins',
        bins,
        layer,
        quantity,
      }));
    }
  }
  const restarts = runs.reduce((sum, run) => sum + (run.find('restarts')?.whole(0) ?? 0), 0);
  return { experiment: { ...experiment, repeats: runs.length }, curves, restarts };
}

function experimentOf(file: JsonField): Experiment {
  const name = file.get('activation').text();
  const activation = activationNames.find((known) => known === name);
  if (!activation) throw file.get('activation').error(`"${name}" is no activation that is known here`);
  const widths = file
    .get('network')
    .list()
    .map((units) => units.whole(1));
  if (widths.length < 3 || widths[0] !== 12 || widths.at(-1) !== 2) {
    throw file.get('network').error('should be a network for the 12-bit task, 12-...-2');
  }
  const bits = file.get('bits').value;
  const prefit = file.find('prefitEpochs')?.whole(0) ?? 0;
  const last = Math.max(
    ...file
      .get('epochs')
      .list()
      .map((epoch) => epoch.whole(0)),
  );
  const experiment: Experiment = {
    ...defaults,
    act: [activation],
    net: widths.slice(1, -1),
    bits: bits === 'float' || bits === 32 ? 'float' : file.get('bits').whole(1),
    prefit,
    // The study's epochs are 0, 5, 10, ...: one more and the last of them is our last.
    epochs: last + 1,
    zero: false,
  };
  assertValid({ ...experiment, repeats: 1 });
  return experiment;
}

function epochsOf(field: JsonField, before: number): number[] {
  return field.list().map((epoch) => before + epoch.whole(0) + 1);
}

/** Rows (epochs) of I(X;T1), I(T1;Y), I(X;T2), ... */
function informationOf(field: JsonField, epochs: number, layers: number): Float64Array[] {
  return field
    .list(epochs)
    .map((epoch) => Float64Array.from(epoch.list(layers).flatMap((pair) => [...numbers(pair, 2)])));
}

function addExactOutput(
  curves: OriginalCurve[],
  runs: readonly JsonField[],
  epochs: readonly number[],
  layers: number,
): void {
  const having = runs.flatMap((run) => run.find('miOutputExact') ?? []);
  if (having.length === 0) return;
  const values = having.map((field) => field.list(epochs.length).map((pair) => numbers(pair, 2)));
  for (const [q, quantity] of quantities.entries()) {
    curves.push({
      name: `${nameOf(quantity, layers - 1)} exact`,
      source: { kind: 'row', row: layers, quantity },
      epochs,
      runs: values.map((epochsOfRun) => Float64Array.from(epochsOfRun, (pair) => pair[q] ?? NaN)),
    });
  }
}

function numbers(field: JsonField, length: number): Float64Array {
  return Float64Array.from(field.list(length), (entry) => entry.number());
}
