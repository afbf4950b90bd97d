import { toQuery } from './link.ts';
import type { EndedRun } from './ended-run.ts';
import { FileProblem, JsonField } from './json-field.ts';
import { jsonText } from './json.ts';
import { assertFormat, otherFormat, reading, readRun, runText } from './read-run.ts';
import { documentOf, runFormat } from './run-document.ts';

const format = 'infoplane-runs';
const version = 1;

/** Runs of one experiment as one file: a single run as the command line writes it, several in a list. */
export function runsText(runs: readonly EndedRun[]): string {
  const [first, ...more] = runs;
  if (first && more.length === 0) return runText(first);
  return jsonText({ format, version, runs: runs.map(documentOf) });
}

/**
 * Reads what `runsText` wrote: checked as `parseRun` does, all of one experiment, no repeat twice.
 *
 * @throws FileProblem naming what is wrong
 */
export function parseRuns(text: string): EndedRun[] {
  const file = JsonField.parse(text);
  const found = file.find('format')?.value;
  if (found === runFormat) return [readRun(file)];
  if (found !== format) throw otherFormat(file, [runFormat, format]);
  assertFormat(file, format, version);
  const documents = file.get('runs').list();
  const runs = documents.map((each, index) =>
    reading(`runs[${index}]`, () => readRun(new JsonField(each.value))),
  );
  const [first] = runs;
  if (!first) throw new FileProblem('runs: there is none');
  const link = toQuery(first.experiment);
  const seen = new Set<number>();
  for (const [index, { experiment, repeat }] of runs.entries()) {
    if (toQuery(experiment) !== link)
      throw new FileProblem(`runs[${index}].settings: are not those of runs[0]`);
    if (seen.has(repeat)) throw new FileProblem(`runs[${index}].repeat: ${repeat} is there twice`);
    seen.add(repeat);
  }
  return runs;
}
