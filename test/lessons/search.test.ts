import { describe, expect, test } from 'vitest';
import { numbersOf } from '../../src/core/experiment/presets/outcome.ts';
import { taskOf } from '../../src/cli/task-source.ts';
import { meaningWords } from '../../src/i18n/en-lesson-meaning.ts';
import { compressesOnly, generalizesOnly } from '../../src/lessons/meaning.ts';
import results from '../../src/lessons/search-results.json' with { type: 'json' };
import { findingOf, kindOf, searched, type Finding } from '../../src/lessons/search.ts';
import { fromQueryStrict } from '../../src/share/link.ts';
import { freshRuns } from './fresh-runs.ts';

const findings = results as readonly Finding[];

test('the recorded results are those of all searched settings', () => {
  expect(findings.map(({ link }) => link)).toEqual(searched());
});

test('the two runs of the lesson are what was searched for', () => {
  const kinds = new Map(findings.map((finding) => [finding.link, kindOf(finding)]));
  expect(kinds.get(compressesOnly)).toBe('compresses only');
  expect(kinds.get(generalizesOnly)).toBe('generalizes only');
});

test('the notes say how many were found among how many', () => {
  const count = (is: (finding: Finding) => boolean): number => findings.filter(is).length;
  const first = meaningWords['meaning.teacher.1'];
  expect(first).toContain(`Of ${findings.length} settings`);
  expect(first).toContain(`${count((one) => kindOf(one) === 'compresses only')} compress `);
  expect(first).toContain(`${count((one) => kindOf(one) === 'generalizes only')} generalize `);
  const general = findings.filter(({ test: accuracy }) => accuracy >= 0.95);
  const ofLast = (verdict: string): number =>
    general.filter(({ verdicts }) => verdicts.at(-3) === verdict).length;
  const second = meaningWords['meaning.teacher.2'];
  expect(second).toContain(`Of the ${general.length} settings that generalize`);
  expect(second).toContain(`of ${ofLast('compresses')} compresses`);
  expect(ofLast('undecided')).toBeGreaterThan((general.length - ofLast('compresses')) / 2);
});

/** Trained now, all repeats of a setting. */
function foundNow(link: string): Finding | null {
  const experiment = fromQueryStrict(link);
  const { labels } = taskOf(experiment.task);
  const ones = labels.reduce((sum, label) => sum + label, 0);
  const commonest = Math.max(ones, labels.length - ones) / labels.length;
  const numbers = freshRuns(experiment).map((run) => numbersOf(run, experiment));
  return findingOf(link, numbers, commonest);
}

describe('trained again, a setting gives what was recorded', () => {
  const some = searched().filter((link, i) => i % 17 === 3 && !link.includes('icosahedron'));
  test.each([compressesOnly, generalizesOnly, ...some])('%s', { timeout: 300_000 }, (link) => {
    expect(foundNow(link)).toEqual(findings.find((finding) => finding.link === link));
  });
});
