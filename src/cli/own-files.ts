import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { imagesSpec, imagesTask } from '../core/tasks/image-set.ts';
import { imageSetOf } from '../core/tasks/idx-set.ts';
import { samplesTask } from '../core/tasks/samples.ts';
import { specOf, type TaskName } from '../core/tasks/task-name.ts';
import type { Task } from '../core/tasks/task.ts';
import { FileProblem } from '../share/json-field.ts';
import { specOfSamples, wantsScaling } from '../share/samples/preview.ts';
import { likelyClass, samplesOf } from '../share/samples/read-samples.ts';
import { readTable, type SampleTable } from '../share/samples/table.ts';
import { UsageError } from './usage-error.ts';

/** Where own data lies and how it is read. */
export interface OwnFile {
  /** A file of samples, or a folder with four idx files. */
  readonly path: string;
  /** Name or number (from 1) of the column with the class; null: the likely one. */
  readonly classColumn: string | null;
  /** Null: as the link has it, or else where it is needed (see wantsScaling). */
  readonly scaled: boolean | null;
}

/**
 * The task of a file or folder.
 *
 * @param wanted the task that a link names, if it names own data; it may say which column is the class
 * @throws UsageError naming what is wrong with it
 */
export function ownTask({ path, classColumn, scaled }: OwnFile, wanted: TaskName | null = null): Task {
  try {
    const isFolder = statSync(path).isDirectory();
    if (isFolder && classColumn !== null) {
      throw new UsageError(
        `--class: ${path} is a folder of images, whose classes are in a file of their own`,
      );
    }
    if (isFolder && scaled !== null) {
      throw new UsageError(`--scale: ${path} is a folder of images, whose pixels are always read as 0 to 1`);
    }
    const task = isFolder
      ? imagesOf(path)
      : samplesOfFile(path, classColumn, scaled ?? scalingIn(wanted), wanted);
    if (wanted !== null && task.name !== wanted) {
      throw new FileProblem(
        `this is the task ${task.name.slice(0, 80)}, but the link names ${wanted.slice(0, 80)}`,
      );
    }
    return task;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`--samples: ${path}: ${reason}`);
  }
}

function imagesOf(folder: string): Task {
  const files = readdirSync(folder).filter((name) => /idx[13]-ubyte(\.gz)?$/.test(name));
  const set = imageSetOf(files.map((name) => ({ name, bytes: bytesOf(join(folder, name)) })));
  return imagesTask(imagesSpec(set), set);
}

function samplesOfFile(
  path: string,
  column: string | null,
  scaled: boolean | null,
  wanted: TaskName | null,
): Task {
  const table = readTable(new TextDecoder().decode(bytesOf(path)));
  const taskAs = (classColumn: number): Task => {
    const set = samplesOf(table, classColumn);
    return samplesTask(specOfSamples(set, scaled ?? wantsScaling(set)), set);
  };
  if (column !== null) return taskAs(columnOf(table, column, basename(path)));
  if (wanted === null) return taskAs(likelyClass(table));
  // Which column is the class the link does not say.
  for (const other of table.names.keys()) {
    try {
      const task = taskAs(other);
      if (task.name === wanted) return task;
    } catch (error) {
      if (!(error instanceof FileProblem)) throw error; // That column is no class.
    }
  }
  throw new FileProblem(`this is other data than ${wanted.slice(0, 80)} of the link`);
}

function columnOf({ names }: SampleTable, column: string, file: string): number {
  const byName = names.indexOf(column);
  if (byName >= 0) return byName;
  const number = /^\d+$/.test(column) ? Number(column) : 0;
  if (number >= 1 && number <= names.length) return number - 1;
  throw new UsageError(`--class: "${column}" is no column of ${file}; there are: ${names.join(', ')}`);
}

function scalingIn(wanted: TaskName | null): boolean | null {
  const spec = wanted === null ? null : specOf(wanted);
  return spec?.kind === 'samples' ? spec.scaled : null;
}

function bytesOf(path: string): Uint8Array {
  const bytes = readFileSync(path);
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
}
