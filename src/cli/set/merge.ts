import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { arithmeticVersion } from '../../core/experiment/run.ts';
import { digestOf } from '../../share/digest.ts';
import type { EndedRun } from '../../share/ended-run.ts';
import { measurementsOf } from '../../share/run-document.ts';
import { setOf, type RunSet } from '../../share/set-document.ts';
import { conflictsOf, SetConflict } from './agreement.ts';
import { ResultFolder } from './result-folder.ts';

/** A repeat, and the folder it was found in. */
interface Found {
  readonly folder: string;
  readonly run: EndedRun;
}

/**
 * Joins the repeats of several folders into one, with all files as if they had been run in one go. What is in `out`
 * already is joined too.
 *
 * @throws SetConflict if a folder is none of results, holds a damaged file, has other settings than the first, or has
 *   another result for the same repeat
 */
export function mergeFolders(folders: readonly string[], out: string): RunSet {
  const target = new ResultFolder(out);
  const sources = existsSync(join(out, 'runs')) ? [...folders, out] : folders;
  const found = new Map<number, Found>();
  let first: Found | undefined;
  for (const folder of sources) {
    for (const run of runsOf(folder)) {
      const here = { folder, run };
      first ??= here;
      assertOneSet(first, here);
      const other = found.get(run.repeat);
      if (other) assertSameResult(other, here);
      else found.set(run.repeat, here);
    }
  }
  const runs = [...found.values()].map(({ run }) => run);
  const [some] = runs;
  if (!some) throw new SetConflict('there is no repeat in these folders');
  const repeats = Math.max(...runs.map(({ experiment }) => experiment.repeats));
  const set = setOf({ ...some.experiment, repeats }, runs, arithmeticVersion);
  target.create();
  for (const run of set.runs) target.writeRun(run);
  target.writeSet(set);
  return set;
}

function runsOf(path: string): readonly EndedRun[] {
  if (!existsSync(join(path, 'runs'))) {
    throw new SetConflict(`"${path}" is no folder of results: it has no folder "runs"`);
  }
  const { runs, damaged } = new ResultFolder(path).read();
  if (damaged.length > 0) throw new SetConflict(damaged.join('; '));
  return runs;
}

function assertOneSet(first: Found, other: Found): void {
  const name = (folder: string): string => `"${folder}"`;
  const conflicts = [
    ...conflictsOf(
      { ...other.run, name: name(other.folder) },
      { name: name(first.folder), experiment: first.run.experiment },
    ),
    ...conflictsOf(
      { ...first.run, name: name(first.folder) },
      { name: name(other.folder), experiment: other.run.experiment },
    ).filter((conflict) => conflict.startsWith('repeats:')),
  ];
  const versions = new Set([first.run.arithmeticVersion, other.run.arithmeticVersion, arithmeticVersion]);
  if (versions.size > 1) {
    conflicts.push(
      `arithmetic version: ${name(first.folder)} has ${first.run.arithmeticVersion}, ` +
        `${name(other.folder)} ${other.run.arithmeticVersion}, this program ${arithmeticVersion}`,
    );
  }
  const [rulers, others] = [first, other].map(({ run }) => run.readings.map(({ ruler }) => ruler).join(', '));
  if (rulers !== others) {
    const none = 'no other rulers';
    conflicts.push(
      `rulers: ${name(first.folder)} has ${rulers || none}, ${name(other.folder)} ${others || none}`,
    );
  }
  if (conflicts.length > 0) throw new SetConflict(`these are not parts of one set: ${conflicts.join('; ')}`);
}

function assertSameResult(one: Found, other: Found): void {
  const isSame =
    one.run.fingerprint === other.run.fingerprint &&
    one.run.attempt === other.run.attempt &&
    digestOf(measurementsOf(one.run)) === digestOf(measurementsOf(other.run));
  if (isSame) return;
  throw new SetConflict(
    `repeat ${one.run.repeat} is in "${one.folder}" (${one.run.fingerprint}) and in "${other.folder}" ` +
      `(${other.run.fingerprint}), and they disagree`,
  );
}
