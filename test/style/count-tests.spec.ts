import { spawnSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import { writeTree } from './write-tree.js';

const NOTHING = {
  numTotalTests: 0,
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numRuntimeErrorTestSuites: 0,
};
const ALL_WELL = { ...NOTHING, numTotalTests: 7, numPassedTests: 7 };

interface Case {
  readonly what: string;
  readonly report: string;
  /** Of jest; 0 where it is not said. */
  readonly exitCode?: number;
  readonly line: string;
}

const CASES: readonly Case[] = [
  { what: 'tests that all passed', report: JSON.stringify(ALL_WELL), line: '7 passed, 0 failed' },
  {
    what: 'a test that failed',
    report: JSON.stringify({ ...ALL_WELL, numPassedTests: 6, numFailedTests: 1 }),
    exitCode: 1,
    line: '6 passed, 1 failed',
  },
  {
    what: 'a file that could not be run',
    report: JSON.stringify({ ...ALL_WELL, numRuntimeErrorTestSuites: 2 }),
    exitCode: 1,
    line: '7 passed, 2 failed',
  },
  {
    what: 'tests that were skipped or are to be written',
    report: JSON.stringify({ ...ALL_WELL, numPassedTests: 4, numPendingTests: 2, numTodoTests: 1 }),
    line: '4 passed, 0 failed, 3 skipped',
  },
  {
    what: 'a run that ended badly after its tests',
    report: JSON.stringify(ALL_WELL),
    exitCode: 124,
    line: '7 passed, 1 failed',
  },
  { what: 'a run without tests', report: JSON.stringify(NOTHING), line: '0 passed, 1 failed' },
  { what: 'a report cut short', report: '{"numTotalTests":', exitCode: 137, line: '0 passed, 1 failed' },
  { what: 'no report', report: '', exitCode: 1, line: '0 passed, 1 failed' },
];

describe('.ci/count-tests.js', () => {
  it.each(CASES)('counts $what', async ({ report, exitCode = 0, line }) => {
    const folder = await writeTree(report === '' ? {} : { 'report.json': report });
    const { stdout, status } = spawnSync(
      process.execPath,
      ['.ci/count-tests.js', join(folder, 'report.json'), String(exitCode)],
      { encoding: 'utf8' },
    );
    await rm(folder, { recursive: true });
    expect({ stdout, status }).toEqual({ stdout: `${line}\n`, status: line.includes(' 0 failed') ? 0 : 1 });
  });
});
