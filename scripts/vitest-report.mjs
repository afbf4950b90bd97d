/**
 * Counts what Vitest's JSON report says. A report that is missing or tells of no test is a failure, and so is a
 * runner that ends badly although every test passed: an error outside the tests, a worker that died.
 */
export function countOf(report, endedWell) {
  if (!report) return { passed: 0, failed: 1 };
  const { numPassedTests: passed, numFailedTests, testResults } = report;
  // A file that could not even be loaded has no tests in it, so it counts itself.
  const broken = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  const failed = numFailedTests + broken.length;
  const isBad = !endedWell || passed === 0;
  return { passed, failed: failed === 0 && isBad ? 1 : failed };
}
