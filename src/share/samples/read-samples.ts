import { most } from '../../core/tasks/own-task-name.ts';
import type { SampleSet } from '../../core/tasks/samples.ts';
import { FileProblem } from '../json-field.ts';
import { numberIn, type SampleTable } from './table.ts';

/** Samples with the names that the file has for their features and classes. */
export interface NamedSamples extends SampleSet {
  readonly featureNames: readonly string[];
  readonly classNames: readonly string[];
}

/** Which column holds the class: one of a usual name, else the last. */
export function likelyClass({ names }: SampleTable): number {
  const usual = /^(class|label|labels|target|y|species|category)$/i;
  const found = names.findIndex((name) => usual.test(name));
  return found >= 0 ? found : names.length - 1;
}

/**
 * Samples of a table: the column of the class holds whatever names it has, numbered ascending (as numbers if all are,
 * else as texts); all others hold numbers, rounded to float32.
 *
 * @throws FileProblem naming the row and column of what is wrong
 */
export function samplesOf(table: SampleTable, classColumn: number): NamedSamples {
  const { names, rows, placeOf } = table;
  const features = names.flatMap((_, column) => (column === classColumn ? [] : [column]));
  const { samples: mostSamples, features: mostFeatures } = most;
  if (rows.length > mostSamples) {
    throw new FileProblem(`it has ${rows.length} samples, where there can be ${mostSamples}`);
  }
  if (features.length > mostFeatures) {
    throw new FileProblem(`it has ${features.length} features, where there can be ${mostFeatures}`);
  }
  const { labels, classNames } = classesOf(table, classColumn);
  const values = new Float32Array(rows.length * features.length);
  for (const [row, cells] of rows.entries()) {
    for (const [feature, column] of features.entries()) {
      const place = `${placeOf(row)}, ${columnText(table, column)}`;
      values[row * features.length + feature] = valueOf(cells[column] ?? '', table.commas, place);
    }
  }
  const featureNames = features.map((column) => names[column] ?? '');
  return { features: features.length, classes: classNames.length, values, labels, featureNames, classNames };
}

/** "column 3 (width)"; columns without a name have their number as such. */
function columnText({ names }: SampleTable, column: number): string {
  const plain = `column ${column + 1}`;
  return names[column] === plain ? plain : `${plain} (${names[column] ?? ''})`;
}

function valueOf(cell: string, commas: boolean, place: string): number {
  if (cell === '') throw new FileProblem(`${place}: is empty; a feature needs a number in every sample`);
  const number = numberIn(cell, commas);
  if (number === null) throw new FileProblem(`${place}: "${cell.slice(0, 40)}" is no number`);
  const value = Math.fround(number);
  if (!Number.isFinite(value)) throw new FileProblem(`${place}: ${cell.slice(0, 40)} is beyond float32`);
  return value + 0; // -0 is 0.
}

function classesOf(table: SampleTable, column: number): { labels: Uint8Array; classNames: string[] } {
  const { rows, placeOf, commas } = table;
  const found = new Set<string>();
  for (const [row, cells] of rows.entries()) {
    const name = cells[column] ?? '';
    if (name === '')
      throw new FileProblem(`${placeOf(row)}, ${columnText(table, column)}: the class is empty`);
    found.add(name);
  }
  if (found.size < 2 || found.size > most.classes) {
    const many = found.size === 1 ? 'one class' : `${found.size} classes`;
    throw new FileProblem(`${columnText(table, column)}: ${many}, where there can be 2 to ${most.classes}`);
  }
  const numbers = new Map([...found].map((name) => [name, numberIn(name, commas)]));
  const areNumbers = [...numbers.values()].every((number) => number !== null);
  const classNames = [...found].sort((one, other) => {
    const difference = areNumbers ? (numbers.get(one) ?? 0) - (numbers.get(other) ?? 0) : 0;
    return difference || (one < other ? -1 : 1);
  });
  const numberOf = new Map(classNames.map((name, number) => [name, number]));
  const labels = Uint8Array.from(rows, (cells) => numberOf.get(cells[column] ?? '') ?? 0);
  return { labels, classNames };
}
