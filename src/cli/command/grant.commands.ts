import type { Command } from 'commander';
import { connect } from '../connect/connect.js';
import { grantLines, grantTable } from '../member/describe-member.js';
import { APPROVE_GRANT, GRANTS, WITHDRAW_GRANT } from '../member/member-operations.js';
import {
  type CallOptions,
  type CliContext,
  defineCommand,
  limitOption,
  retryForOption,
} from './define-command.js';
import { showRead, tellAnswer } from './show-result.js';

/** `cordon grant`: roles of the coalition, which one of its admins asks for and another one gives. */
export function defineGrant(program: Command, context: CliContext): void {
  const grant = program.command('grant').description('roles of the coalition that wait for a second admin');
  defineList(grant, context);
  defineStep(grant, context, 'approve', APPROVE_GRANT, {
    summary: 'approve a grant that another admin asked for, of a person who is neither of you',
    example: 'cordon grant approve rgr_...',
  });
  defineStep(grant, context, 'withdraw', WITHDRAW_GRANT, {
    summary: 'have nothing come of a grant that is open',
    example: 'cordon grant withdraw rgr_...',
  });
}

function defineList(grant: Command, context: CliContext): void {
  defineCommand(grant, 'list', {
    summary: 'list grants of roles, newest first',
    examples: [['cordon grant list --limit 5', 'the last five']],
  })
    .addOption(limitOption())
    .addOption(retryForOption('short'))
    .action(async ({ limit, ...options }: CallOptions & { readonly limit: number }) => {
      const connection = await connect(context.terminal, options);
      const { roleGrants } = await connection.execute(GRANTS, { first: limit });
      showRead(context, options, roleGrants.nodes, grantTable);
    });
}

function defineStep(
  grant: Command,
  context: CliContext,
  name: string,
  step: typeof APPROVE_GRANT,
  { summary, example }: { readonly summary: string; readonly example: string },
): void {
  defineCommand(grant, `${name} <grant>`, { summary, examples: [[example, 'the grant by its id']] })
    .addOption(retryForOption('short'))
    .action(async (roleGrantId: string, options: CallOptions) => {
      const connection = await connect(context.terminal, options);
      const { answer } = await connection.execute(step, { input: { roleGrantId } });
      tellAnswer(context, options, answer, { changed: answer.roleGrant, lines: grantLines });
    });
}
