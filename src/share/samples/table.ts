import { dsvFormat } from 'd3';
import { FileProblem } from '../json-field.ts';

/** A file's samples as cells of text, before anything is made of them. */
export interface SampleTable {
  readonly names: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Where each row stands, as a message says it: "row 17" of a table, "sample 16" of a JSON list. */
  readonly placeOf: (row: number) => string;
  /** May numbers have a decimal comma? Where commas do not part the columns. */
  readonly commas: boolean;
}

/**
 * Reads CSV (parted by commas, semicolons or tabs; with a line of names or without) or JSON: a list of objects, a list
 * of lists whose last is the class, or `{"inputs": [[...], ...], "labels": [...]}`.
 *
 * @throws FileProblem naming the row and column of what is wrong
 */
export function readTable(text: string): SampleTable {
  const plain = text.replace(/^\uFEFF/, '');
  if (/[\0\uFFFD]/.test(plain)) throw new FileProblem('it is no text: CSV or JSON is asked for');
  const table = /^\s*[[{]/.test(plain) ? readJson(plain) : readSeparated(plain);
  const { names, rows } = table;
  if (rows.length < 2) {
    const found = rows.length === 0 ? 'nothing in it' : 'one row or sample';
    throw new FileProblem(`it has ${found}, and needs two samples at least`);
  }
  if (names.length < 2) {
    throw new FileProblem('it has one column, and needs two at least: a feature and the class');
  }
  for (const [index, row] of rows.entries()) {
    if (row.length === names.length) continue;
    throw new FileProblem(`${table.placeOf(index)}: ${row.length} columns in place of ${names.length}`);
  }
  return table;
}

const separators = [',', ';', '\t'] as const;

function readSeparated(text: string): SampleTable {
  const firstLine = /[^\r\n]*/.exec(text.trimStart())?.[0] ?? '';
  const often = separators.map((sign) => firstLine.split(sign).length);
  const separator = separators[often.indexOf(Math.max(...often))] ?? ',';
  const commas = separator !== ',';
  const numbers: number[] = [];
  const rows: string[][] = [];
  // A row's number is that of a spreadsheet, blank ones counted.
  for (const [index, row] of dsvFormat(separator).parseRows(text).entries()) {
    if (row.every((cell) => cell.trim() === '')) continue;
    numbers.push(index + 1);
    rows.push(row.map((cell) => cell.trim()));
  }
  // One that is left open takes the rest of the file into its cell.
  if ((text.split('"').length - 1) % 2 === 1) {
    throw new FileProblem(`row ${numbers.at(-1) ?? 1}: a quotation mark is opened there and not closed`);
  }
  const [first = [], second = []] = rows;
  const isNumber = (cell: string): boolean => numberIn(cell, commas) !== null;
  const hasNames = first.some((cell, column) => !isNumber(cell) && isNumber(second[column] ?? ''));
  const names = first.map((name, column) => (hasNames && name !== '' ? name : columnName(column)));
  const twice = names.findIndex((name, column) => names.indexOf(name) !== column);
  if (twice >= 0) {
    const earlier = names.indexOf(names[twice] ?? '') + 1;
    throw new FileProblem(
      `row ${numbers[0] ?? 1}: columns ${earlier} and ${twice + 1} are both called "${names[twice] ?? ''}"; give each a name of its own`,
    );
  }
  const skipped = hasNames ? 1 : 0;
  return {
    names,
    rows: rows.slice(skipped),
    placeOf: (row) => `row ${numbers[row + skipped] ?? 0}`,
    commas,
  };
}

const columnName = (column: number): string => `column ${column + 1}`;

function readJson(text: string): SampleTable {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new FileProblem(`no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const samples = listOf(value);
  const placeOf = (row: number): string => `sample ${row + 1}`;
  const [first] = samples;
  if (Array.isArray(first)) {
    const names = first.map((_, column) => columnName(column));
    const rows = samples.map((sample, row) => {
      if (!Array.isArray(sample)) throw new FileProblem(`${placeOf(row)}: should be a list, as the first is`);
      return sample.map((cell, column) => cellText(cell, placeOf(row), columnName(column)));
    });
    return { names, rows, placeOf, commas: false };
  }
  const names = Object.keys(recordOf(first, placeOf(0)));
  const rows = samples.map((sample, row) => {
    const record = recordOf(sample, placeOf(row));
    const other = Object.keys(record).find((name) => !names.includes(name));
    if (other !== undefined) throw new FileProblem(`${placeOf(row)}: the first has no "${other}"`);
    return names.map((name) => cellText(record[name], placeOf(row), name));
  });
  return { names, rows, placeOf, commas: false };
}

/** The samples: the list itself, or inputs with their labels behind them. */
function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  const { inputs, labels } = recordOf(value, 'the file') as {
    readonly inputs?: unknown;
    readonly labels?: unknown;
  };
  if (!Array.isArray(inputs) || !Array.isArray(labels)) {
    throw new FileProblem('it should be a list of samples, or have the lists "inputs" and "labels"');
  }
  if (inputs.length !== labels.length) {
    throw new FileProblem(`"inputs" has ${inputs.length} samples, "labels" ${labels.length}`);
  }
  const behind: readonly unknown[] = labels;
  return inputs.map((input: unknown, row): unknown[] => {
    const features: readonly unknown[] = Array.isArray(input) ? input : [input];
    return [...features, behind[row]];
  });
}

function recordOf(value: unknown, place: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Readonly<Record<string, unknown>>;
  }
  throw new FileProblem(`${place}: should be a list or an object with the features and the class`);
}

function cellText(value: unknown, place: string, name: string): string {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new FileProblem(`${place}, ${name}: should be a number or a text`);
}

/** A number in plain notation or with an exponent; null if it is none. */
export function numberIn(cell: string, commas: boolean): number | null {
  const plain = commas ? cell.replace(',', '.') : cell;
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(plain) ? Number(plain) : null;
}
