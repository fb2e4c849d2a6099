import { type Command, Option } from 'commander';
import {
  ACTION,
  type ActionAnswer,
  ACTIONS,
  CORRECT_ACTION,
  RECORD_ACTION,
  WITHDRAW_ACTION,
} from '../action/action-operations.js';
import { type ActionOptions, addActionOptions, typedAction } from '../action/action-options.js';
import { actionLines, actionTable } from '../action/describe-action.js';
import { addLeadOptions, leadFilter, type LeadOptions, typedLead } from '../action/lead-options.js';
import { ACTION_STATUSES, type ActionStatus, type CoalitionPurpose } from '../codes.js';
import { connect } from '../connect/connect.js';
import {
  type CallOptions,
  type CliContext,
  defineCommand,
  limitOption,
  retryForOption,
} from './define-command.js';
import { requireFound, showRead, tellAnswer } from './show-result.js';
import { coalitionPurposeOption } from './purpose-option.js';

/** `cordon action`: what a member did about merchants. */
export function defineAction(program: Command, context: CliContext): void {
  const action = program.command('action').description('what your member did about a merchant');
  defineRecord(action, context);
  defineList(action, context);
  defineShow(action, context);
  defineCorrect(action, context);
  defineWithdraw(action, context);
}

interface RecordOptions extends CallOptions, LeadOptions, ActionOptions {
  readonly clientReference: string;
}

function defineRecord(action: Command, context: CliContext): void {
  const command = defineCommand(action, 'record', {
    summary: 'record what was done, on a match of a screening or on a notice',
    details:
      'TERMINATED, SUSPENDED, RESTRICTED and DECLINED need your own assessment first: see cordon disposition record.',
    examples: [
      [
        'cordon action record --client-reference A-17 --screening scr_... --merchant mer_... --kind TERMINATED --accounts-closed 2',
        'on a match',
      ],
      [
        'cordon action record --client-reference A-18 --notice ntc_... --kind FORWARDED --forward-to mem_...',
        'on a notice that another member has to answer',
      ],
    ],
  }).requiredOption('--client-reference <text>', 'your own reference: the same command again is harmless');
  addActionOptions(addLeadOptions(command))
    .addOption(retryForOption('short'))
    .action(async (options: RecordOptions) => {
      const { clientReference } = options;
      const input = { clientReference, ...typedLead(options), action: typedAction(options, new Date()) };
      const connection = await connect(context.terminal, options);
      tell(context, options, (await connection.execute(RECORD_ACTION, { input })).answer);
    });
}

interface ListOptions extends CallOptions, LeadOptions {
  readonly status?: ActionStatus;
  readonly purpose?: CoalitionPurpose;
  readonly limit: number;
}

function defineList(action: Command, context: CliContext): void {
  addLeadOptions(
    defineCommand(action, 'list', {
      summary: "list actions, newest first: your member's; for an analyst those on merchants of triage",
      examples: [['cordon action list --merchant mer_...', 'those on one merchant']],
    }),
  )
    .addOption(new Option('--status <status>', 'only those with this status').choices(ACTION_STATUSES))
    .addOption(coalitionPurposeOption())
    .addOption(limitOption())
    .addOption(retryForOption('short'))
    .action(async (options: ListOptions) => {
      const connection = await connect(context.terminal, options);
      const { actions } = await connection.execute(ACTIONS, {
        first: options.limit,
        purpose: options.purpose ?? null,
        statuses: options.status === undefined ? null : [options.status],
        ...leadFilter(options),
      });
      showRead(context, options, actions.nodes, actionTable);
    });
}

function defineShow(action: Command, context: CliContext): void {
  defineCommand(action, 'show <action>', {
    summary: 'show an action with its versions',
    examples: [['cordon action show act_...', 'by the id that record printed']],
  })
    .addOption(coalitionPurposeOption())
    .addOption(retryForOption('short'))
    .action(async (id: string, options: CallOptions & { readonly purpose?: CoalitionPurpose }) => {
      const connection = await connect(context.terminal, options);
      const answer = await connection.execute(ACTION, { id, purpose: options.purpose ?? null });
      const found = requireFound(answer.action, `There is no action "${id}" that you may see.`);
      showRead(context, options, found, actionLines);
    });
}

function defineCorrect(action: Command, context: CliContext): void {
  addActionOptions(
    defineCommand(action, 'correct <action>', {
      summary: 'say an action anew, as a whole; what it said before is kept',
      examples: [['cordon action correct act_... --kind TERMINATED --accounts-closed 3', 'one account more']],
    }),
  )
    .addOption(retryForOption('short'))
    .action(async (actionId: string, options: CallOptions & ActionOptions) => {
      const input = { actionId, action: typedAction(options, new Date()) };
      const connection = await connect(context.terminal, options);
      tell(context, options, (await connection.execute(CORRECT_ACTION, { input })).answer);
    });
}

function defineWithdraw(action: Command, context: CliContext): void {
  defineCommand(action, 'withdraw <action>', {
    summary: 'take an action back for good',
    examples: [
      ['cordon action withdraw act_... --reason "another merchant"', 'what was recorded by mistake'],
    ],
  })
    .requiredOption('--reason <text>', 'why')
    .addOption(retryForOption('short'))
    .action(async (actionId: string, { reason, ...options }: CallOptions & { readonly reason: string }) => {
      const connection = await connect(context.terminal, options);
      tell(
        context,
        options,
        (await connection.execute(WITHDRAW_ACTION, { input: { actionId, reason } })).answer,
      );
    });
}

function tell(context: CliContext, options: CallOptions, answer: ActionAnswer): void {
  tellAnswer(context, options, answer, {
    changed: answer.action,
    lines: actionLines,
    remark: answer.urlPathDropped === true && 'Of a web address in the note no more than the host was kept.',
  });
}
