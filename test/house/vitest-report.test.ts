import { describe, expect, it } from 'vitest';
import { countOf, type VitestReport } from '../../scripts/vitest-report.mjs';

function report(...files: string[][]): VitestReport {
  const count = (wanted: string) => files.flat().filter((status) => status === wanted).length;
  return {
    numPassedTests: count('passed'),
    numFailedTests: count('failed'),
    testResults: files.map((tests) => ({
      status: tests.length === 0 || tests.includes('failed') ? 'failed' : 'passed',
      assertionResults: tests.map((status) => ({ status })),
    })),
  };
}

describe('the count of a run of tests', () => {
  it('is that of its tests, without those skipped', () => {
    expect(countOf(report(['passed', 'skipped'], ['passed']), true)).toEqual({ passed: 2, failed: 0 });
    expect(countOf(report(['passed', 'failed'], ['failed']), false)).toEqual({ passed: 1, failed: 2 });
  });

  it('has a failure more for each file that could not be loaded', () => {
    expect(countOf(report(['passed'], [], ['failed']), false)).toEqual({ passed: 1, failed: 2 });
  });

  it('has a failure if the runner crashed or ran nothing', () => {
    expect(countOf(null, false)).toEqual({ passed: 0, failed: 1 });
    expect(countOf(report(['passed']), false)).toEqual({ passed: 1, failed: 1 });
    expect(countOf(report(), true)).toEqual({ passed: 0, failed: 1 });
    expect(countOf(report(['skipped']), true)).toEqual({ passed: 0, failed: 1 });
  });
});
