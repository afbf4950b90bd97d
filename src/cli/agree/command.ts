import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { KernelFactory } from '../../core/experiment/run.ts';
import { loadKernel } from '../../kernel/load-node.ts';
import { WasmKernel } from '../../kernel/wasm-kernel.ts';
import { FileProblem, JsonField } from '../../share/json-field.ts';
import { compareFile, judge, permutationsFor, type CurveComparison } from './compare.ts';
import { readCurves, type CurvesFile } from './curves-file.ts';
import { trainLike, type OurRun } from './our-runs.ts';
import { agreementFigure } from './figure.ts';
import { reportOf } from './report.ts';

export interface Streams {
  readonly output: (text: string) => void;
  readonly error: (text: string) => void;
  readonly isTerminal: boolean;
}

const ownFolder = 'test/golden/curves';
const ownOut = 'results/agree';

/** The test's level: below it after Holm's adjustment, a curve is not the original's. */
const level = 0.01;

const help = `Usage: agree [FOLDER] [--repeats N] [--seed N] [--out FOLDER]

Trains as many repeats as each file of FOLDER (by default ${ownFolder}) has runs of the original program, or N, and
compares every curve (layer and quantity): a permutation test over repeats on the squared gap of the mean curves,
integrated over the log scale of epochs, with Holm's adjustment over all curves; and the largest gap with its epoch.
A figure of each file with both, mean +- sd, is written to --out (by default ${ownOut}).
With few repeats even curves that lie apart cannot reach ${100 * level}%; the smallest adjusted p that can be reached is printed.
The seed (by default 1) also decides which samples are held out, for all repeats alike.

Exit code: 0 no adjusted p-value is below ${level}, 1 one is or a file cannot be read, 2 no such folder or option.
`;

/** @param args the command line without the program's own name */
export function main(args: readonly string[], streams: Streams): 0 | 1 | 2 {
  const wanted = optionsOf(args, streams);
  if (wanted === null) return 2;
  if (wanted.help) {
    streams.output(help);
    return 0;
  }
  const { folder, repeats, seed } = wanted;
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    streams.error(`agree: there is no folder "${folder}"\n`);
    return 2;
  }
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  if (names.length === 0) {
    streams.error(`agree: there is no file of curves in "${folder}"\n`);
    return 2;
  }
  try {
    const module = loadKernel();
    const createKernel: KernelFactory = (spec, samples) => new WasmKernel(module, spec, samples);
    const files = names.map((name) => {
      const path = join(folder, name);
      return { path, file: readCurves(JsonField.parse(readFileSync(path, 'utf8'), path)) };
    });
    const permutations = permutationsFor(files.reduce((sum, { file }) => sum + file.curves.length, 0));
    const compared = files.map((each) =>
      runFile(each, { repeats, seed, permutations }, createKernel, streams),
    );
    for (const each of compared) writeFigure(wanted, each, streams);
    const judged = judge(compared.flatMap(({ comparisons }) => comparisons));
    streams.output(reportOf(compared, judged, level));
    return judged.some(({ adjusted }) => adjusted < level) ? 1 : 0;
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    streams.error(`agree: ${error.message}\n`);
    return 1;
  }
}

function writeFigure({ out, seed }: Options, file: ComparedFile, { error }: Streams): void {
  const name = basename(file.name, '.json');
  const path = join(out, `${name}.svg`);
  const title = `${name}: ${file.originalRuns} runs of the original (dashed), ${file.ours.length} of ours, mean ± sd`;
  mkdirSync(out, { recursive: true });
  writeFileSync(path, agreementFigure(title, `${file.name}, seed ${seed}`, file.comparisons));
  error(`agree: ${path} has both, curve by curve\n`);
}

/** A file and its comparisons, in order. */
export interface ComparedFile {
  readonly name: string;
  readonly originalRuns: number;
  readonly originalRestarts: number;
  readonly ours: readonly OurRun[];
  readonly comparisons: readonly CurveComparison[];
}

function runFile(
  { path, file }: { readonly path: string; readonly file: CurvesFile },
  wanted: Pick<Options, 'repeats' | 'seed'> & { readonly permutations: number },
  createKernel: KernelFactory,
  { error, isTerminal }: Streams,
): ComparedFile {
  const originalRuns = file.experiment.repeats;
  const repeats = wanted.repeats ?? originalRuns;
  const experiment = { ...file.experiment, repeats, seed: wanted.seed };
  const ours: OurRun[] = [];
  for (let repeat = 1; repeat <= repeats; repeat++) {
    let shown = -1;
    ours.push(
      trainLike({ ...file, experiment }, repeat, createKernel, (part) => {
        const percent = Math.floor(100 * part);
        if (!isTerminal || percent === shown) return;
        shown = percent;
        error(`\r\u001b[K${path}: repeat ${repeat} of ${repeats}, ${percent}%`);
      }),
    );
    if (!isTerminal) error(`${path}: repeat ${repeat} of ${repeats} is trained\n`);
  }
  if (isTerminal) error('\r\u001b[K');
  const { restarts: originalRestarts } = file;
  const comparisons = compareFile(file, ours, wanted.permutations);
  return { name: path, originalRuns, originalRestarts, ours, comparisons };
}

interface Options {
  readonly folder: string;
  readonly repeats: number | undefined;
  readonly seed: number;
  readonly out: string;
  readonly help: boolean;
}

function optionsOf(args: readonly string[], { error }: Streams): Options | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        repeats: { type: 'string' },
        seed: { type: 'string' },
        out: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    const [folder = ownFolder, ...more] = positionals;
    const repeats = values.repeats === undefined ? undefined : Number(values.repeats);
    if (more.length > 0) throw new Error(`one folder is enough, but there is also "${more.join(' ')}"`);
    if (repeats !== undefined && (!Number.isInteger(repeats) || repeats < 2 || repeats > 100)) {
      throw new Error(`--repeats: "${values.repeats ?? ''}" is not a whole number from 2 to 100`);
    }
    const seed = Number(values.seed ?? 1);
    if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff) {
      throw new Error(`--seed: "${values.seed ?? ''}" is not a whole number from 0 to 4294967295`);
    }
    return { folder, repeats, seed, out: values.out ?? ownOut, help: values.help ?? false };
  } catch (problem) {
    error(`agree: ${problem instanceof Error ? problem.message : String(problem)}\n`);
    return null;
  }
}
