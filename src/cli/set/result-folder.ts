import { accessSync, constants, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Experiment } from '../../core/experiment/experiment.ts';
import { arithmeticVersion } from '../../core/experiment/run.ts';
import { csvFile } from '../../share/csv.ts';
import type { EndedRun } from '../../share/ended-run.ts';
import { FileProblem } from '../../share/json-field.ts';
import { jsonText } from '../../share/json.ts';
import { parseRun, runText } from '../../share/read-run.ts';
import { runsText } from '../../share/runs-file.ts';
import { readingCsvFile, setCsvFiles } from '../../share/set-csv.ts';
import type { RunSet } from '../../share/set-document.ts';
import { accuracyFiles, repeatNumber, studyTexts, type TextFile } from '../../share/study-files.ts';
import { setFigures } from '../figures/set-figures.ts';
import { conflictsOf, SetConflict } from './agreement.ts';
import { makeFolder, writeWhole, writing } from './whole-file.ts';

/** What a folder holds when it is opened. */
export interface Contents {
  /** In order of the repeat. */
  readonly runs: readonly EndedRun[];
  /** Files that cannot be used, each with the reason; their repeats are to be run again. */
  readonly damaged: readonly string[];
}

const runsFolder = 'runs';

/** Letters of runs.json. */
const mostRuns = 50e6;

/** The files of a repeat that follow from its run, beside `runs/001.json`. */
function filesOf(run: EndedRun): TextFile[] {
  return [...studyTexts(run), ...accuracyFiles(run), csvFile(run)];
}

/** A folder of results; docs/files.md says what lies where. */
export class ResultFolder {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  /** @throws OutputProblem if there is something else of that name, or nothing can be written there */
  create(): void {
    const runs = join(this.path, runsFolder);
    makeFolder(runs);
    writing(runs, () => {
      accessSync(this.path, constants.W_OK);
      accessSync(runs, constants.W_OK);
    });
  }

  /**
   * The repeats that are here, but for those whose numbers are known. A file is whole or not there at all; one that
   * was changed is told by its digest.
   */
  read(known: ReadonlySet<number> = new Set()): Contents {
    const runs: EndedRun[] = [];
    const damaged: string[] = [];
    const folder = join(this.path, runsFolder);
    const names = existsSync(folder) ? readdirSync(folder).filter((name) => /^\d{3}\.json$/.test(name)) : [];
    for (const name of names.sort()) {
      if (known.has(Number.parseInt(name, 10))) continue;
      try {
        const run = parseRun(readFileSync(join(folder, name), 'utf8'));
        if (`${repeatNumber(run.repeat)}.json` !== name) throw new FileProblem(`repeat: it is ${run.repeat}`);
        runs.push(run);
      } catch (error) {
        if (!(error instanceof FileProblem)) throw error;
        damaged.push(`${join(folder, name)}: ${error.message}`);
      }
    }
    return { runs, damaged };
  }

  /** @throws SetConflict naming the fields in which a repeat that is here differs from what is asked for */
  assertSame(runs: readonly EndedRun[], experiment: Experiment): void {
    for (const run of runs) {
      const conflicts = conflictsOf({ ...run, name: 'the folder' }, { name: 'this run', experiment });
      if (run.arithmeticVersion !== arithmeticVersion) {
        conflicts.push(
          `arithmetic version: the folder has ${run.arithmeticVersion}, this program ${arithmeticVersion}`,
        );
      }
      if (conflicts.length === 0) continue;
      throw new SetConflict(
        `"${this.path}" holds results of other settings, so nothing was run or changed: ${conflicts.join('; ')}`,
      );
    }
  }

  /** Writes a repeat's files; the one that says it is done comes last. */
  writeRun(run: EndedRun): void {
    for (const file of filesOf(run)) this.write(file);
    this.write({ path: `${runsFolder}/${repeatNumber(run.repeat)}.json`, text: runText(run) });
  }

  /** Writes those of a repeat's files that are missing, or are not what follows from its run. */
  complete(run: EndedRun): void {
    for (const file of filesOf(run)) if (!this.has(file)) this.write(file);
  }

  private has({ path, text }: TextFile): boolean {
    const file = join(this.path, path);
    return existsSync(file) && readFileSync(file, 'utf8') === text;
  }

  /** Writes what belongs to all repeats together. */
  writeSet(set: RunSet): void {
    for (const file of [...setCsvFiles(set), ...set.readings.map(readingCsvFile), ...setFigures(set)])
      this.write(file);
    this.writeRuns(set);
    this.write({ path: 'set.json', text: jsonText(set.document) });
  }

  /** All repeats as one file, which the page opens as the set that it is; not where they would be too large for it. */
  private writeRuns({ runs }: RunSet): void {
    const [first] = runs;
    const path = 'runs.json';
    // The repeats of a set have the same measurements, and so about the same length.
    if (first && runs.length > 1 && runs.length * runText(first).length < mostRuns) {
      this.write({ path, text: runsText(runs) });
    } else {
      writing(this.path, () => {
        rmSync(join(this.path, path), { force: true });
      });
    }
  }

  private write({ path, text }: TextFile): void {
    writeWhole(join(this.path, path), text);
  }
}
