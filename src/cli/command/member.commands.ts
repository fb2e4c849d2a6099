import { type Command, Option } from 'commander';
import { MEMBER_STATUSES, type MemberStatus } from '../codes.js';
import { connect } from '../connect/connect.js';
import { memberLines, memberTable } from '../member/describe-member.js';
import {
  APPROVE_MEMBER,
  END_MEMBERSHIP,
  MEMBER,
  MEMBERS,
  REJECT_MEMBER,
  RESUME_MEMBER,
  SUSPEND_MEMBER,
} from '../member/member-operations.js';
import {
  type CallOptions,
  type CliContext,
  defineCommand,
  limitOption,
  retryForOption,
} from './define-command.js';
import { requireFound, showRead, tellAnswer } from './show-result.js';

/** `cordon member`: the directory for everybody, and what admins of the coalition do with members. */
export function defineMember(program: Command, context: CliContext): void {
  const member = program.command('member').description('the members of the coalition');
  defineList(member, context);
  defineShow(member, context);
  defineApprove(member, context);
  defineStep(member, context, 'reject', REJECT_MEMBER, {
    summary: 'refuse an application',
    example: 'cordon member reject mem_... --reason "no licence in its country"',
  });
  defineStep(member, context, 'suspend', SUSPEND_MEMBER, {
    summary: 'shut a member out for now, at once: its people, machines and sessions',
    example: 'cordon member suspend mem_... --reason "its key was stolen"',
  });
  defineStep(member, context, 'resume', RESUME_MEMBER, {
    summary: 'let a suspended member in again',
    example: 'cordon member resume mem_... --reason "the key is changed"',
  });
  defineStep(member, context, 'end', END_MEMBERSHIP, {
    summary: "end a membership for good; what it reported stays, under the coalition's care",
    example: 'cordon member end mem_... --reason "it has left"',
  });
}

interface ListOptions extends CallOptions {
  readonly status?: MemberStatus;
  readonly limit: number;
}

function defineList(member: Command, context: CliContext): void {
  defineCommand(member, 'list', {
    summary: 'list members by name: the active ones, for admins of the coalition all',
    examples: [['cordon member list --status APPLIED', 'who waits to be let in']],
  })
    .addOption(new Option('--status <status>', 'only those that stand so').choices(MEMBER_STATUSES))
    .addOption(limitOption())
    .addOption(retryForOption('short'))
    .action(async ({ status, limit, ...options }: ListOptions) => {
      const connection = await connect(context.terminal, options);
      const { members } = await connection.execute(MEMBERS, { first: limit, status: status ?? null });
      showRead(context, options, members.nodes, memberTable);
    });
}

function defineShow(member: Command, context: CliContext): void {
  defineCommand(member, 'show <member>', {
    summary: 'show a member, with who approved its application',
    examples: [['cordon member show mem_...', 'by the id that the list, or cordon work, gives']],
  })
    .addOption(retryForOption('short'))
    .action(async (id: string, options: CallOptions) => {
      const connection = await connect(context.terminal, options);
      const answer = await connection.execute(MEMBER, { id });
      const found = requireFound(
        answer.member,
        `There is no member "${id}" that you may see. See cordon member list.`,
      );
      showRead(context, options, found, memberLines);
    });
}

function defineApprove(member: Command, context: CliContext): void {
  defineCommand(member, 'approve <member>', {
    summary: 'approve an application as it stands; the second admin of the coalition lets the member in',
    examples: [['cordon member approve mem_...', 'once its agreement is signed']],
  })
    .addOption(retryForOption('short'))
    .action(async (memberId: string, options: CallOptions) => {
      const connection = await connect(context.terminal, options);
      const { answer } = await connection.execute(APPROVE_MEMBER, { input: { memberId } });
      tellAnswer(context, options, answer, { changed: answer.member, lines: memberLines });
    });
}

function defineStep(
  member: Command,
  context: CliContext,
  name: string,
  step: typeof SUSPEND_MEMBER,
  { summary, example }: { readonly summary: string; readonly example: string },
): void {
  defineCommand(member, `${name} <member>`, { summary, examples: [[example, 'the member by its id']] })
    .requiredOption('--reason <text>', 'why')
    .addOption(retryForOption('short'))
    .action(async (memberId: string, { reason, ...options }: CallOptions & { readonly reason: string }) => {
      const connection = await connect(context.terminal, options);
      const { answer } = await connection.execute(step, { input: { memberId, reason } });
      tellAnswer(context, options, answer, { changed: answer.member, lines: memberLines });
    });
}
