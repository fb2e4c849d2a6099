import { readFileSync } from 'node:fs';

/**
 * Says from jest's report how many tests passed, failed and were skipped, and exits with 1 unless all is well.
 * Usage: count-tests.js REPORT EXIT-CODE-OF-JEST
 *
 * A file that could not be run counts as one that failed; so does a run that ended with an error of another kind
 * (no report, killed, a leak found at the end), where all the tests that were counted passed.
 */
const [, , reportFile, exitCode] = process.argv;

const { passed, failed, skipped } = count(read(reportFile));
const failures = exitCode === '0' ? failed : Math.max(failed, 1);
console.log(`${passed} passed, ${failures} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failures > 0 ? 1 : 0;

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function count(report) {
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  const skipped = report.numPendingTests + report.numTodoTests;
  // A run in which nothing ran shows nothing.
  return {
    passed: report.numPassedTests,
    failed: report.numTotalTests === 0 ? Math.max(failed, 1) : failed,
    skipped,
  };
}
