import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FileProblem, JsonField } from '../../share/json-field.ts';
import { compareBatches, readBatches, type Batches } from './batches.ts';
import { readBounds } from './bounds.ts';
import type { Comparison } from './comparison.ts';
import type { Context } from './context.ts';
import { compareEstimators } from './estimators.ts';
import { compareMnistTrace } from './mnist-trace.ts';
import { NotRun } from './problems.ts';
import { compareFakeQuantization, compareMovingRange } from './quantizer-files.ts';
import { compareStates } from './state-file.ts';
import { compareTrace } from './trace.ts';

/** What came of one file. */
export type FileResult = { readonly file: string } & (
  | { readonly kind: 'compared'; readonly comparisons: readonly Comparison[] }
  | { readonly kind: 'not run'; readonly reason: string }
  | { readonly kind: 'unreadable'; readonly message: string }
);

type Comparer = (file: JsonField, context: Context) => Comparison[];

/** Files by how their names begin; the first that fits. */
const comparers: readonly (readonly [start: string, compare: Comparer])[] = [
  ['trace-mnist-', compareMnistTrace],
  ['trace-', compareTrace],
  ['state-', compareStates],
  ['fake-quant', (file, { bounds }) => compareFakeQuantization(file, bounds.fakeQuant)],
  ['moving-range', (file, { bounds }) => compareMovingRange(file, bounds.movingRange)],
  ['batches', (file) => compareBatches(file)],
  ['estimators', (file, { bounds }) => compareEstimators(file, bounds.estimators)],
];

/**
 * Runs every JSON file of a folder, in order of their names.
 *
 * @param fallback folder of bounds.json and batches.json where the first has none
 * @param quick of the long files a part only
 * @throws FileProblem if bounds.json cannot be read
 */
export function* runFolder(
  folder: string,
  fallback: string,
  module: WebAssembly.Module,
  quick: boolean,
): Generator<FileResult, void, void> {
  const shared = (name: string): JsonField =>
    readJson(existsSync(join(folder, name)) ? folder : fallback, name);
  let batches: Batches | null = null;
  const context = {
    bounds: readBounds(shared('bounds.json')),
    batches: () => (batches ??= readBatches(shared('batches.json'))),
    module,
    quick,
  };
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.json') || file === 'bounds.json') continue;
    yield runFile(folder, file, context);
  }
}

function runFile(folder: string, file: string, context: Context): FileResult {
  try {
    const compare = comparers.find(([start]) => file.startsWith(start))?.[1] ?? refuseUnknown;
    return { file, kind: 'compared', comparisons: compare(readJson(folder, file), context) };
  } catch (error) {
    if (error instanceof NotRun) return { file, kind: 'not run', reason: error.message };
    if (error instanceof FileProblem) return { file, kind: 'unreadable', message: error.message };
    throw error;
  }
}

function readJson(folder: string, file: string): JsonField {
  try {
    return JsonField.parse(readFileSync(join(folder, file), 'utf8'), file);
  } catch (error) {
    if (error instanceof FileProblem) throw error;
    throw new FileProblem(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function refuseUnknown(): never {
  throw new NotRun('files of this name are unknown');
}
