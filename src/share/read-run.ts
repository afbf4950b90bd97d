import type { Experiment } from '../core/experiment/experiment.ts';
import { SettingsError } from '../core/experiment/problems.ts';
import type { DiscardedFit } from '../core/experiment/repeat.ts';
import { assertPossible } from './check-run.ts';
import { digestOf } from './digest.ts';
import type { EndedRun, Failure } from './ended-run.ts';
import { FileProblem, JsonField } from './json-field.ts';
import { jsonText } from './json.ts';
import { fromQueryStrict } from './link.ts';
import { readColumns, readReading } from './read-columns.ts';
import { documentOf, runFormat, runFormatVersion } from './run-document.ts';

/** A run as the text of a file; `parseRun` gives the same run again, bit for bit. */
export function runText(run: EndedRun): string {
  return jsonText(documentOf(run));
}

/**
 * Reads a run's JSON and checks it: all that can be known from its settings (see `assertPossible`), and the digest over
 * the whole of it. Its fingerprint is confirmed by nothing but training it again.
 *
 * @throws FileProblem naming what is wrong
 */
export function parseRun(text: string): EndedRun {
  return readRun(JsonField.parse(text));
}

/** The same of a file that is parsed already. */
export function readRun(file: JsonField): EndedRun {
  assertFormat(file, runFormat, runFormatVersion);
  const experiment = readSettings(file);
  const { columns, classes } = readColumns(file, experiment);
  const kernel = file.get('kernel').text();
  if (kernel !== 'wasm' && kernel !== 'scalar') throw file.get('kernel').error('should be wasm or scalar');
  const run: EndedRun = {
    experiment,
    repeat: file.get('repeat').whole(1),
    attempt: file.get('attempt').whole(1),
    isBadFit: file.get('badFit').flag(),
    fingerprint: readFingerprint(file.get('fingerprint')),
    arithmeticVersion: file.get('arithmeticVersion').whole(1),
    kernel,
    columns,
    limits: readLimits(file.get('limits')),
    classes,
    discarded: file.get('discarded').list().map(readDiscarded),
    violations: file
      .get('violations')
      .list()
      .map((each) => ({ epoch: each.get('epoch').whole(0), message: each.get('message').text() })),
    failure: readFailure(file.get('failure')),
    readings: file.get('readings').list().map(readReading),
    seconds: file.get('seconds').number(),
  };
  assertPossible(run, file);
  const digest = file.get('digest');
  const whole = Object.fromEntries(file.members().map(([name, { value }]) => [name, value]));
  if (digest.text() !== digestOf(whole)) {
    throw digest.error('this is not what was written: the file was changed or damaged');
  }
  return run;
}

/** @throws FileProblem if the file is of another kind, or of a version that is not known here */
export function assertFormat(file: JsonField, format: string, version: number): void {
  const found = file.find('format');
  if (found?.value !== format) throw otherFormat(file, [format]);
  const given = file.get('version').whole(1);
  if (given !== version) {
    throw file.get('version').error(`${given} is not known here: this program reads version ${version}`);
  }
}

/** What is wrong with a file of a kind that is not read. */
export function otherFormat(file: JsonField, known: readonly string[]): FileProblem {
  const names = known.map((name) => `"${name}"`).join(' or ');
  const found = file.find('format')?.value;
  const given = typeof found === 'string' ? `it is "${found.slice(0, 40)}"` : 'there is none';
  return file.error(`this is no file of a run: "format" should be ${names}, but ${given}`);
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

/** I(X;Y) stands there where it is not H(Y). */
function readLimits(field: JsonField): EndedRun['limits'] {
  const limits = { hx: field.get('hx').number(), hy: field.get('hy').number() };
  const ixy = field.find('ixy');
  return ixy ? { ...limits, ixy: ixy.number() } : limits;
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

/** @throws FileProblem with `name` before what is wrong */
export function reading<Result>(name: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (error instanceof FileProblem) throw new FileProblem(`${name}: ${error.message}`);
    throw error;
  }
}
