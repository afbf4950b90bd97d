import { mkdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** The folder of --out cannot be written to. */
export class OutputProblem extends Error {
  override readonly name = 'OutputProblem';
}

/**
 * Writes a file so that it is there wholly or not at all: under another name first.
 *
 * @throws OutputProblem naming the path and why
 */
export function writeWhole(path: string, text: string): void {
  const part = `${path}.part`;
  makeFolder(dirname(path));
  writing(path, () => {
    writeFileSync(part, text);
    renameSync(part, path);
  });
}

/**
 * Makes a folder and those around it, one by one: Node's own recursive form never returns where a file system
 * answers that a folder cannot be there at all, as /proc does.
 *
 * @throws OutputProblem naming the path and why
 */
export function makeFolder(path: string): void {
  const found = writing(path, () => statSync(path, { throwIfNoEntry: false }));
  if (found?.isDirectory()) return;
  if (found) throw new OutputProblem(`--out: "${path}" is a file, not a folder`);
  const around = dirname(path);
  if (around !== path) makeFolder(around);
  writing(path, () => {
    try {
      mkdirSync(path);
    } catch (error) {
      // Another program may have been quicker.
      if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw error;
    }
  });
}

/** Does `work`; what the system refuses is told as a problem of --out. */
export function writing<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new OutputProblem(`--out: cannot write to "${path}": ${error.message}`);
  }
}
