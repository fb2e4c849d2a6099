import { spawnSync } from 'node:child_process';
import { chmod, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { writeTree } from './write-tree.js';

/** In npm's place: fails where FAIL names what it is asked for, and leaves the report that jest would. */
const FAKE_NPM = `#!/usr/bin/env bash
[ "$1" = run ] && shift
echo "npm $1 CI=$CI \${CORDON_PORT-}\${DATABASE_URL-}"
if [ "$1" = test ]; then
  for option in "$@"; do case $option in --outputFile=*) cp report.json "\${option#*=}";; esac; done
fi
[ "$1" != "\${FAIL-}" ]
`;

const REPORT = {
  numTotalTests: 3,
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numRuntimeErrorTestSuites: 0,
};

describe('.ci/run', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await writeTree({
      '.ci/run': await readFile('.ci/run', 'utf8'),
      '.ci/count-tests.js': await readFile('.ci/count-tests.js', 'utf8'),
      'package.json': '{"type":"module"}',
      'report.json': JSON.stringify(REPORT),
      'bin/npm': FAKE_NPM,
    });
    await chmod(join(folder, 'bin/npm'), 0o755);
  });
  afterAll(() => rm(folder, { recursive: true }));

  /** Runs it with what a careless environment would hold. */
  function run(fail: string): { status: number | null; lines: string[] } {
    const { status, stdout } = spawnSync('bash', [join(folder, '.ci/run')], {
      encoding: 'utf8',
      env: {
        ...process.env,
        PATH: `${join(folder, 'bin')}:${process.env['PATH'] ?? ''}`,
        FAIL: fail,
        CORDON_PORT: '1',
        DATABASE_URL: 'postgres://elsewhere.example/cordon',
      },
    });
    return { status, lines: stdout.trimEnd().split('\n') };
  }

  it('can be run as it is', async () => {
    expect((await stat('.ci/run')).mode & 0o111).toBe(0o111);
  });

  it('installs, builds, lints, checks types and tests, each without the settings of its caller', () => {
    const { status, lines } = run('nothing');
    expect(lines).toEqual([
      ...['== install', 'npm ci CI=true ', '== build', 'npm build CI=true ', '== lint', 'npm lint CI=true '],
      ...['== types', 'npm typecheck CI=true ', '== test', 'npm test CI=true ', '3 passed, 0 failed'],
    ]);
    expect(status).toBe(0);
  });

  it.each(['ci', 'build', 'lint', 'typecheck'])('stops when `%s` fails, and says so', (step) => {
    const { status, lines } = run(step);
    expect(lines.at(-2)).toBe(`npm ${step} CI=true `);
    expect(lines.at(-1)).toBe('0 passed, 1 failed');
    expect(status).toBe(1);
  });

  it('fails when the tests end badly, whatever was counted', () => {
    const { status, lines } = run('test');
    expect(lines.at(-1)).toBe('3 passed, 1 failed');
    expect(status).toBe(1);
  });
});
