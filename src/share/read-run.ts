import type { Experiment } from '../core/experiment/experiment.ts';
import { SettingsError } from '../core/experiment/problems.ts';
import type { DiscardedFit } from '../core/experiment/repeat.ts';
import { measuredEpochs } from '../core/experiment/schedule.ts';
import { allocate, type TrajectoryColumns } from '../core/experiment/trajectory.ts';
import type { EndedRun, Failure, RulerReading } from './ended-run.ts';
import { FileProblem, JsonField } from './json-field.ts';
import { jsonText } from './json.ts';
import { fromQueryStrict } from './link.ts';
import { digestOfRun, documentOf, runFormat, runFormatVersion } from './run-document.ts';

/** A run as the text of a file; `parseRun` gives the same run again, bit for bit. */
export function runText(run: EndedRun): string {
  return jsonText(documentOf(run));
}

/**
 * Reads a run's JSON and checks it: every field is there, settings and link agree, epochs are those that these
 * settings measure, and the digest holds for the numbers.
 *
 * @throws FileProblem naming what is wrong
 */
export function parseRun(text: string): EndedRun {
  const file = JsonField.parse(text);
  assertFormat(file, runFormat, runFormatVersion);
  const experiment = readSettings(file);
  const failure = readFailure(file.get('failure'));
  const columns = readColumns(file, experiment);
  assertEpochs(file.get('epochs'), columns.epoch, experiment, failure !== null);
  const readings = file.get('readings').list().map(readReading);
  const digest = file.get('digest');
  if (digest.text() !== digestOfRun(columns, readings)) {
    throw digest.error('the numbers are not those that were written: the file was changed or damaged');
  }
  const layers = file.get('layers').list();
  const kernel = file.get('kernel').text();
  if (kernel !== 'wasm' && kernel !== 'scalar') throw file.get('kernel').error('should be wasm or scalar');
  const limits = file.get('limits');
  return {
    experiment,
    repeat: file.get('repeat').whole(1),
    attempt: file.get('attempt').whole(1),
    isBadFit: file.get('badFit').flag(),
    fingerprint: readFingerprint(file.get('fingerprint')),
    arithmeticVersion: file.get('arithmeticVersion').whole(1),
    kernel,
    columns,
    limits: { hx: limits.get('hx').number(), hy: limits.get('hy').number() },
    classes: layers.at(-1)?.get('units').whole(2) ?? 2,
    discarded: file.get('discarded').list().map(readDiscarded),
    violations: file
      .get('violations')
      .list()
      .map((each) => ({ epoch: each.get('epoch').whole(0), message: each.get('message').text() })),
    failure,
    readings,
    seconds: file.get('seconds').number(),
  };
}

/** @throws FileProblem if the file is of another kind, or of a version that is not known here */
export function assertFormat(file: JsonField, format: string, version: number): void {
  const found = file.find('format');
  if (found?.value !== format) throw file.error(`this is no ${format} file: "format" should be "${format}"`);
  const given = file.get('version').whole(1);
  if (given !== version) {
    throw file.get('version').error(`${given} is not known here: this program reads version ${version}`);
  }
}

/** The link decides; settings, written for readers, must not say otherwise. */
export function readSettings(file: JsonField): Experiment {
  const link = file.get('link');
  const experiment = readLink(link);
  const settings = file.get('settings');
  const known: Readonly<Record<string, unknown>> = { ...experiment };
  for (const [name, setting] of settings.members()) {
    if (jsonText(setting.value) !== jsonText(known[name])) {
      throw setting.error(`is not what the link "${link.text()}" says`);
    }
  }
  return experiment;
}

function readLink(link: JsonField): Experiment {
  try {
    return fromQueryStrict(link.text());
  } catch (error) {
    if (error instanceof SettingsError) throw link.error(error.message);
    throw error;
  }
}

export function readFingerprint(field: JsonField): string {
  const text = field.text();
  if (!/^[0-9a-f]{4}( [0-9a-f]{4}){3}$/.test(text)) throw field.error('is no fingerprint');
  return text;
}

function readFailure(field: JsonField): Failure | null {
  if (field.value === null) return null;
  return { epoch: field.get('epoch').whole(0), message: field.get('message').text() };
}

export function readDiscarded(field: JsonField): DiscardedFit {
  return {
    kind: 'bad fit',
    seed: field.get('seed').whole(0),
    repeat: field.get('repeat').whole(1),
    attempt: field.get('attempt').whole(1),
    epoch: field.get('epoch').whole(1),
    accuracy: field.get('accuracy').number(),
  };
}

function readColumns(file: JsonField, { net }: Experiment): TrajectoryColumns {
  const epochs = file.get('epochs').numbers();
  const rows = net.length + 2;
  const columns = allocate(rows, epochs.length);
  columns.epoch.set(epochs);
  const layers = file.get('layers').list(net.length + 1);
  const byRow = layers.flatMap((layer, index) =>
    index === net.length ? [layer, layer.get('exact')] : [layer],
  );
  for (const [row, layer] of byRow.entries()) {
    for (const name of ['ixt', 'ity', 'codes', 'levels', 'low', 'high'] as const) {
      const values = layer.get(name).numbers(epochs.length);
      for (const [index, value] of values.entries()) columns[name][index * rows + row] = value;
    }
  }
  const accuracy = file.get('accuracy');
  const loss = file.get('loss');
  columns.trainAccuracy.set(accuracy.get('trainRunning').numbers(epochs.length));
  columns.trainAccuracyAfter.set(accuracy.get('train').numbers(epochs.length));
  columns.testAccuracy.set(accuracy.get('test').numbers(epochs.length));
  columns.trainLoss.set(loss.get('trainRunning').numbers(epochs.length));
  columns.testLoss.set(loss.get('test').numbers(epochs.length));
  return columns;
}

/** A run that failed has the first of them only. */
function assertEpochs(field: JsonField, found: Int32Array, experiment: Experiment, isPart: boolean): void {
  const due = [...measuredEpochs(experiment)];
  const isRight = found.every((epoch, index) => epoch === due[index]);
  if (!isRight || (!isPart && found.length !== due.length)) {
    throw field.error(`should be the ${due.length} that these settings measure`);
  }
}

function readReading(field: JsonField): RulerReading {
  const epoch = Int32Array.from(field.get('epochs').numbers());
  const layers = field.get('layers').list();
  const column = (name: 'ixt' | 'ity'): Float64Array => {
    const values = layers.map((layer) => layer.get(name).numbers(epoch.length));
    return Float64Array.from(
      { length: epoch.length * layers.length },
      (_, i) => values[i % layers.length]?.[(i - (i % layers.length)) / layers.length] ?? NaN,
    );
  };
  return { ruler: field.get('ruler').text(), epoch, ixt: column('ixt'), ity: column('ity') };
}

/** @throws FileProblem with `name` before what is wrong */
export function reading<Result>(name: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (error instanceof FileProblem) throw new FileProblem(`${name}: ${error.message}`);
    throw error;
  }
}
