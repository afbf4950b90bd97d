import type { Experiment } from '../core/experiment/experiment.ts';
import { split } from '../core/tasks/split.ts';
import { makeTask } from '../core/tasks/make-task.ts';
import { MNIST } from '../core/tasks/mnist.ts';
import { t } from '../i18n/study.ts';
import { FileProblem } from '../share/json-field.ts';
import { parseRuns } from '../share/runs-file.ts';
import { openedSet } from '../store/files.ts';
import type { Stores } from '../store/hooks.ts';
import type { FileMessage } from './openFile.ts';

/** Shows the runs of a file as finished ones, with their settings; a damaged file changes nothing. */
export async function openRuns({ session, settings }: Stores, file: File): Promise<FileMessage> {
  const { name } = file;
  try {
    const runs = parseRuns(await file.text());
    const [first] = runs;
    const set = first && openedSet(runs, samplesOf(first.experiment));
    if (!first || !set) throw new FileProblem('it has no run');
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
    return { good: false, text: t('files.refused', { name, reason: sentence(error.message) }) };
  }
}

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** How many samples are trained on, and how many are held out. */
function samplesOf({ task, test, seed }: Experiment): { train: number; test: number } {
  const made = makeTask(task);
  if (!made) return { train: MNIST.trainSamples, test: MNIST.samples - MNIST.trainSamples };
  const parts = split(made, test, seed);
  return { train: parts.train.length, test: parts.test.length };
}
