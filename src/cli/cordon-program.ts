import type { Command } from 'commander';
import { defineAction } from './command/action.commands.js';
import { defineAuthenticator, definePassword } from './command/credential.commands.js';
import { defineAlert } from './command/alert.commands.js';
import type { CliContext } from './command/define-command.js';
import { defineDisposition } from './command/disposition.commands.js';
import { defineDispute } from './command/dispute.commands.js';
import { defineDisputeReview } from './command/dispute-review.commands.js';
import { defineEventsPull } from './command/events-pull.command.js';
import { defineFishing } from './command/fishing.commands.js';
import { defineGlass } from './command/glass.commands.js';
import { defineGrant } from './command/grant.commands.js';
import { defineHold } from './command/hold.commands.js';
import { defineIndicatorsPull } from './command/indicators-pull.command.js';
import { defineLogin } from './command/login.command.js';
import { defineMatch } from './command/match.commands.js';
import { defineMember } from './command/member.commands.js';
import { defineNotice } from './command/notice.commands.js';
import { defineOpinion } from './command/opinion.commands.js';
import { defineRange } from './command/range.commands.js';
import { defineRecall } from './command/recall.commands.js';
import { defineReportImport } from './command/report-import.command.js';
import { defineReportList, defineReportShow, defineReportWithdraw } from './command/report-read.commands.js';
import { defineReportSubmit } from './command/report-submit.command.js';
import { defineScreen } from './command/screen.command.js';
import { defineLogout, defineToken, defineWhoami } from './command/session.commands.js';
import { defineWork } from './command/work.command.js';
import { OperationError } from './connect/graphql-client.js';
import { UnreachableError } from './connect/patience.js';
import { errorMessage } from './error-code.js';
import { EXIT_CODE, type ExitCode } from './exit-code.js';
import { type Explanation, newProgram, runProgram } from './run-program.js';
import type { Terminal } from './terminal.js';

/** Runs one command line of `cordon` (without the program's own name) and returns its exit code. Never throws. */
export async function runCordon(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const context: CliContext = { terminal, exitCode: EXIT_CODE.done };
  return runProgram(cordonProgram(context), args, context, explain);
}

function cordonProgram(context: CliContext): Command {
  const program = newProgram(
    'cordon',
    "a member's tool: report, import, screen and follow the register",
    context,
  );
  defineLogin(program, context);
  defineLogout(program, context);
  defineWhoami(program, context);
  defineToken(program, context);
  definePassword(program, context);
  defineAuthenticator(program, context);
  defineWork(program, context);
  const report = program.command('report').description('send reports and see what became of them');
  defineReportSubmit(report, context);
  defineReportImport(report, context);
  defineReportList(report, context);
  defineReportShow(report, context);
  defineReportWithdraw(report, context);
  defineScreen(program, context);
  const indicators = program.command('indicators').description('what the register shares with your member');
  defineIndicatorsPull(indicators, context);
  const events = program.command('events').description('what happens that concerns your member');
  defineEventsPull(events, context);
  defineAlert(program, context);
  defineNotice(program, context);
  defineRecall(program, context);
  defineRange(program, context);
  defineDisputeReview(defineDispute(program, context), context);
  defineDisposition(program, context);
  defineAction(program, context);
  defineOpinion(program, context);
  defineMatch(program, context);
  defineHold(program, context);
  defineGlass(program, context);
  defineFishing(program, context);
  defineMember(program, context);
  defineGrant(program, context);
  return program.addHelpText('after', EPILOGUE);
}

const EPILOGUE = `
Exit codes: 0 done, 2 usage, 3 finished with refusals, 4 not authorised, 5 service away (repeat the command),
10 a match with --fail-on-match.

Examples:
  $ cordon login --client-id cli_... --client-secret-file secret.txt
  $ cordon report import reports.csv
  $ cordon screen --purpose ONBOARDING --name "Nomu Imports" --country NL
`;

function explain(error: unknown): Explanation {
  if (error instanceof UnreachableError)
    return {
      sentence: `The service does not answer (${error.reason}). Try again later.`,
      exitCode: EXIT_CODE.unreachable,
    };
  if (error instanceof OperationError) {
    const quote =
      error.requestId === undefined ? '' : ` Quote the request id ${error.requestId} when you ask about it.`;
    return {
      sentence: `The service refused the request: ${error.message} [${error.code}]${quote}`,
      exitCode: EXIT_CODE.fault,
    };
  }
  return {
    sentence: `The command failed by a fault of its own: ${errorMessage(error)} Please tell the coalition, with the command.`,
    exitCode: EXIT_CODE.fault,
  };
}
