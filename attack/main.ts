import { startTestServer } from '../test/support/test-server.js';
import { newSeed } from './attack.js';
import { ATTACKS } from './attacks.js';
import { describeReport } from './describe-report.js';
import { type AskedAttack, readOptions, UsageError } from './options.js';

const EXIT_FAILED = 1;
const EXIT_USAGE = 2;

const tell = (line: string): void => void process.stderr.write(`${line}\n`);

/** Runs one attack on a database server of its own, which ends with this process however that ends. */
async function runAttack(asked: AskedAttack): Promise<void> {
  const load = ATTACKS[asked.name];
  if (load === undefined) throw new UsageError(`There is no attack ${asked.name}.`);
  const { run, about, countDefault } = await load();
  const { count = countDefault, seed = newSeed(), only } = asked;
  tell(`${about}\nseed ${seed}, count ${count}`);
  const server = await startTestServer();
  try {
    const startedAt = performance.now();
    const report = await run({ count, seed, only, tell });
    const seconds = (performance.now() - startedAt) / 1000;
    process.stdout.write(`\n${describeReport(asked.name, { seed, count, only, seconds }, report)}\n`);
    if (report.failures.length > 0) process.exitCode = EXIT_FAILED;
  } finally {
    await server.stop();
  }
}

try {
  await runAttack(readOptions(process.argv.slice(2), Object.keys(ATTACKS)));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  tell(`${error.message}\nUsage: npm run attack:NAME [-- --count N --seed S --only TEXT]`);
  process.exitCode = EXIT_USAGE;
}
