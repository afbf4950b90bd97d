import type { Experiment } from '../core/experiment/experiment.ts';
import { testSamples } from '../core/tasks/split.ts';
import { taskShape } from '../core/tasks/task-shape.ts';
import { t } from '../i18n/study.ts';
import { reasonText } from '../i18n/reasons.ts';
import { FileProblem } from '../share/json-field.ts';
import { parseRuns } from '../share/runs-file.ts';
import type { EndedRun } from '../share/ended-run.ts';
import { openedSet } from '../store/files.ts';
import type { Stores } from '../store/hooks.ts';
import type { KeptSet } from '../store/kept-sets.ts';
import type { FileMessage } from './openFile.ts';
import { sentence } from './sentence.ts';

/** Shows the runs of a file as finished ones, with their settings; a damaged file changes nothing. */
export async function openRuns({ session, settings }: Stores, file: File): Promise<FileMessage> {
  const { name } = file;
  try {
    const { runs, first, set } = readRuns(await file.text());
    // First, since settings that change are trained; what is opened is not.
    settings.replace(set.experiment, []);
    session.open(set);
    session.view.setState({ repeat: first.repeat, rulers: [] });
    const version = first.arithmeticVersion;
    const count = set.experiment.repeats;
    const said = { name, repeats: runs.length, count, version };
    return { good: true, text: t(runs.length < count ? 'files.openedPart' : 'files.opened', said) };
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    const reason = sentence(reasonText(error.message));
    return { good: false, text: t(isData(name) ? 'files.isData' : 'files.refused', { name, reason }) };
  }
}

/** The runs of a file as a set. @throws FileProblem naming what is wrong */
export function readRuns(text: string): { runs: readonly EndedRun[]; first: EndedRun; set: KeptSet } {
  const runs = parseRuns(text);
  const [first] = runs;
  const set = first && openedSet(runs, samplesOf(first.experiment));
  if (!first || !set) throw new FileProblem('it has no run');
  return { runs, first, set };
}

/** Is it rather own data to train on? */
const isData = (name: string): boolean => /\.(csv|tsv|txt|gz)$|ubyte$/i.test(name);

/** How many samples are trained on, and how many are held out. */
function samplesOf({ task, test }: Experiment): { train: number; test: number } {
  const { samples, ownTrainSamples } = taskShape(task);
  const held = ownTrainSamples === null ? testSamples(samples, test) : samples - ownTrainSamples;
  return { train: samples - held, test: held };
}
