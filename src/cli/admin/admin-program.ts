import { StartRefused } from '../../common/start-refused.js';
import { PublicError } from '../../common/refusal.js';
import { ConfigError } from '../../config/index.js';
import type { CliContext } from '../command/define-command.js';
import { errorMessage } from '../error-code.js';
import { EXIT_CODE, type ExitCode } from '../exit-code.js';
import { type Explanation, newProgram, runProgram } from '../run-program.js';
import type { Terminal } from '../terminal.js';
import { defineConfig } from './config.command.js';
import { defineCreateAdmin } from './create-admin.command.js';
import { defineDemo } from './demo.commands.js';
import { defineExportClusters } from './export-clusters.command.js';
import { defineAdminHold } from './hold/hold.commands.js';
import { defineMigrate } from './migrate.command.js';
import { defineReview } from './review/review.commands.js';
import { defineRotateKeys } from './rotate-keys.command.js';

/** Runs one command line of `cordon-admin` (without the program's own name) and returns its exit code. Never throws. */
export async function runAdmin(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const context: CliContext = { terminal, exitCode: EXIT_CODE.done };
  const program = newProgram(
    'cordon-admin',
    "the server operator's tool: works on the database itself",
    context,
  );
  defineMigrate(program, context);
  defineCreateAdmin(program, context);
  defineDemo(program, context);
  defineExportClusters(program, context);
  defineReview(program, context);
  defineAdminHold(program, context);
  defineRotateKeys(program, context);
  defineConfig(program, context);
  program.addHelpText('after', EPILOGUE);
  return runProgram(program, args, context, explain);
}

const EPILOGUE = `
It reads the same environment variables as the service (cordon-admin config shows them) and works beside a service that
runs. Exit codes: 0 done, 1 failed, 2 usage or configuration, 3 refused.
`;

function explain(error: unknown): Explanation {
  if (error instanceof ConfigError) return { sentence: error.message, exitCode: EXIT_CODE.usage };
  if (error instanceof StartRefused || error instanceof PublicError)
    return { sentence: error.message, exitCode: EXIT_CODE.fault };
  return { sentence: `The command failed: ${errorMessage(error)}`, exitCode: EXIT_CODE.fault };
}
