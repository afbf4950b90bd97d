import { statSync } from 'node:fs';
import { loadKernel } from '../../kernel/load-node.ts';
import { FileProblem } from '../../share/json-field.ts';
import { isGood, summaryOf, tableOf } from './report.ts';
import { runFolder } from './run.ts';

export interface Output {
  readonly output: (text: string) => void;
  readonly error: (text: string) => void;
}

/** Golden values that come with the program. */
const ownFolder = 'test/golden';

const help = `Usage: golden [--quick] [FOLDER]

Runs both kernels, the quantizers and the estimators on the golden values of FOLDER (by default ${ownFolder}) and
prints how far each quantity is from them, at most, beside its bound in bounds.json. Where FOLDER has no bounds.json
or batches.json, those of ${ownFolder} are taken. --quick takes of traces on MNIST the first step only: measuring
70,000 images takes the scalar kernel a while.

Exit code: 0 all is within its bound, 1 something is not or a file cannot be read, 2 no such folder.
`;

/** @param args the command line without the program's own name */
export function main(args: readonly string[], { output, error }: Output): 0 | 1 | 2 {
  const quick = args.includes('--quick');
  const [folder = ownFolder, ...more] = args.filter((each) => each !== '--quick');
  if (folder === '--help' || folder === '-h') {
    output(help);
    return 0;
  }
  if (more.length > 0 || folder.startsWith('-')) {
    error(`golden: one folder is wanted, not "${args.join(' ')}"\n`);
    return 2;
  }
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    error(`golden: there is no folder "${folder}"\n`);
    return 2;
  }
  try {
    const results = [...runFolder(folder, ownFolder, loadKernel(), quick)];
    if (results.length === 0) {
      error(`golden: there is no golden file in "${folder}"\n`);
      return 2;
    }
    output([...tableOf(results), '', ...summaryOf(results), ''].join('\n'));
    return isGood(results) ? 0 : 1;
  } catch (problem) {
    if (!(problem instanceof FileProblem)) throw problem;
    error(`golden: ${problem.message}\n`);
    return 1;
  }
}
