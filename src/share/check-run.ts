import { mostAttempts } from '../core/experiment/repeat.ts';
import { badAccuracy, badFrom } from '../core/experiment/run.ts';
import { measuredEpochs, totalEpochs } from '../core/experiment/schedule.ts';
import type { Limits } from '../core/experiment/trajectory.ts';
import { isRuler, parseRuler } from '../core/information/ruler-text.ts';
import { TaskError } from '../core/tasks/task-error.ts';
import { taskShape } from '../core/tasks/task-shape.ts';
import type { EndedRun } from './ended-run.ts';
import type { JsonField } from './json-field.ts';
import { knownLimits } from './known-limits.ts';

/** Rounding of entropies in double, far below what a single sample changes. */
const tolerance = 1e-9;

/**
 * Checks all of a run that follows from its settings or can be computed: a run that these settings cannot give is refused.
 *
 * @param file where it was read, for the place in messages
 * @throws FileProblem naming what is wrong
 */
export function assertPossible(run: EndedRun, file: JsonField): void {
  const { experiment, repeat, seconds } = run;
  if (repeat > experiment.repeats) {
    throw file.get('repeat').error(`should be at most ${experiment.repeats}, as many as these settings have`);
  }
  if (seconds < 0) throw file.get('seconds').error('should not be negative');
  assertTask(run, file);
  assertEpochs(run, file);
  assertChain(run, file);
  assertBadFits(run, file);
  assertReadings(run, file.get('readings'));
  if (run.violations.length === 0) assertBounds(run, file);
}

function assertTask({ experiment, limits, classes }: EndedRun, file: JsonField): void {
  const { classes: due } = taskShape(experiment.task);
  if (classes !== due) throw file.get('layers').error(`the output should have ${due} units`);
  const known = knownOf(experiment, file);
  if (known === null) return;
  const boundOf = ({ ixy, hy }: EndedRun['limits']): number => ixy ?? hy;
  for (const name of ['hx', 'hy', 'ixy'] as const) {
    const is = name === 'ixy' ? boundOf(limits) : limits[name];
    const right = name === 'ixy' ? boundOf(known) : known[name];
    if (Math.abs(is - right) <= tolerance) continue;
    throw file.get('limits').get(name).error(`should be ${right} bits, as in this task`);
  }
}

/** Null for own data that is not here. */
function knownOf(experiment: EndedRun['experiment'], file: JsonField): Limits | null {
  try {
    return knownLimits(experiment);
  } catch (error) {
    if (error instanceof TaskError) throw file.get('link').error(error.message);
    throw error;
  }
}

/** A run that failed has the first of the epochs only, none beyond where it failed. */
function assertEpochs({ experiment, columns, failure }: EndedRun, file: JsonField): void {
  const due = [...measuredEpochs(experiment)];
  const found = columns.epoch;
  const isRight = found.every((epoch, index) => epoch === due[index]);
  if (!isRight || (failure === null && found.length !== due.length)) {
    throw file.get('epochs').error(`should be the ${due.length} that these settings measure`);
  }
  if (failure === null) return;
  const last = totalEpochs(experiment);
  if (failure.epoch < (found.at(-1) ?? 0) || failure.epoch > last) {
    throw file.get('failure').get('epoch').error(`should be after what was measured, and at most ${last}`);
  }
}

/** The chain's last word, where it is known, is the beginning of the fingerprint. */
function assertChain({ columns: { chain }, fingerprint }: EndedRun, file: JsonField): void {
  const last = chain.at(-1) ?? 0;
  if (last === 0 || last.toString(16).padStart(8, '0') === fingerprint.replace(' ', '').slice(0, 8)) return;
  throw file.get('chain').error('should end with the beginning of the fingerprint');
}

/** Which attempts are thrown away, and which is kept, follows from the rule for bad fits. */
function assertBadFits(
  { experiment, attempt, isBadFit, discarded, repeat, failure }: EndedRun,
  file: JsonField,
): void {
  const { seed, epochs, prefit, repeats, badfits } = experiment;
  const restarts = repeats > 1 && badfits === 'restart';
  if (isBadFit && (epochs < badFrom || (restarts && failure === null))) {
    throw file.get('badFit').error('these settings keep no bad fit');
  }
  const isRight = discarded.every(
    (fit, index) =>
      fit.seed === seed &&
      fit.repeat === repeat &&
      fit.attempt === index + 1 &&
      fit.epoch >= prefit + badFrom &&
      fit.epoch <= prefit + epochs &&
      fit.accuracy >= 0 &&
      fit.accuracy < badAccuracy,
  );
  // Where the last attempt that there may be was a bad fit too, it is among them.
  const all = failure !== null && attempt === mostAttempts && discarded.length === attempt;
  if (isRight && (restarts || attempt === 1) && (all || discarded.length === attempt - 1)) return;
  throw file.get('discarded').error(`these are not the bad fits before attempt ${attempt}`);
}

function assertReadings({ experiment, columns, readings }: EndedRun, field: JsonField): void {
  const layers = experiment.net.length + 1;
  for (const [index, entry] of field.list().entries()) {
    const { epoch, ixt } = readings[index] ?? { epoch: [], ixt: [] };
    if (!isRuler(parseRuler(entry.get('ruler').text()))) throw entry.get('ruler').error('is no ruler');
    const isSame =
      epoch.length === columns.epoch.length && epoch.every((each, i) => each === columns.epoch[i]);
    if (!isSame) throw entry.get('epochs').error('should be those of the run');
    if (ixt.length !== layers * epoch.length) throw entry.get('layers').error(`should be ${layers}`);
  }
}

/** What holds for every run without violations. */
function assertBounds({ columns, limits }: EndedRun, file: JsonField): void {
  const bounds = [
    ['layers', 'I(X;T)', columns.ixt, limits.hx],
    ['layers', 'I(T;Y)', columns.ity, limits.ixy ?? limits.hy],
    ['accuracy', 'accuracy', columns.trainAccuracyAfter, 1],
    ['accuracy', 'accuracy', columns.testAccuracy, 1],
  ] as const;
  for (const [place, name, column, most] of bounds) {
    if (column.every((value) => value >= -tolerance && value <= most + tolerance)) continue;
    throw file.get(place).error(`${name} should lie between 0 and ${most}`);
  }
  for (const name of ['weightNorm', 'gradientMean', 'gradientDeviation'] as const) {
    if (columns[name].some((norm) => norm < 0))
      throw file.get('layers').error(`${name} should not be negative`);
  }
}
