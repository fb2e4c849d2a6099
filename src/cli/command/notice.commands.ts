import { type Command, Option } from 'commander';
import { RECORD_ACTION } from '../action/action-operations.js';
import { calendarDay, typedAction } from '../action/action-options.js';
import { actionLines } from '../action/describe-action.js';
import { NOTICE_STATUSES, type NoticeStatus, type Purpose } from '../codes.js';
import { connect } from '../connect/connect.js';
import { noticeLines, noticeTable } from '../notice/describe-notice.js';
import { NOTICE, NOTICES } from '../notice/notice-operations.js';
import { print, printJson } from '../terminal.js';
import {
  type CallOptions,
  type CliContext,
  defineCommand,
  limitOption,
  retryForOption,
} from './define-command.js';
import { requireFound, showRead } from './show-result.js';
import { declaredPurpose, purposeOption } from './purpose-option.js';
import { tellRefusals } from './tell-refusals.js';

/** `cordon notice`: listed merchants that the member serves. */
export function defineNotice(program: Command, context: CliContext): void {
  const notice = program
    .command('notice')
    .description('listed merchants that your member serves, to be acted on');
  defineList(notice, context);
  defineShow(notice, context);
  defineForward(notice, context);
}

interface ListOptions extends CallOptions {
  readonly purpose?: Purpose;
  readonly status?: NoticeStatus;
  readonly overdue?: true;
  readonly limit: number;
}

function defineList(notice: Command, context: CliContext): void {
  defineCommand(notice, 'list', {
    summary: 'list notices, the critical first, then the newest; what is listed is delivered',
    examples: [
      ['cordon notice list --purpose INVESTIGATION --status OPEN', 'those that nobody has acknowledged'],
    ],
  })
    .addOption(purposeOption())
    .addOption(new Option('--status <status>', 'only those with this status').choices(NOTICE_STATUSES))
    .option('--overdue', 'only those past their time')
    .addOption(limitOption())
    .addOption(retryForOption('short'))
    .action(async ({ status, overdue, limit, ...options }: ListOptions) => {
      const purpose = declaredPurpose(options);
      const connection = await connect(context.terminal, options);
      const { notices } = await connection.execute(NOTICES, {
        first: limit,
        purpose,
        statuses: status === undefined ? null : [status],
        overdue: overdue ?? null,
      });
      showRead(context, options, notices.nodes, noticeTable);
    });
}

function defineShow(notice: Command, context: CliContext): void {
  defineCommand(notice, 'show <notice>', {
    summary: 'show a notice: what is listed, by when to act, whom to call, what to type next',
    examples: [['cordon notice show ntc_... --purpose INVESTIGATION', 'by the id that the list gives']],
  })
    .addOption(purposeOption())
    .addOption(retryForOption('short'))
    .action(async (id: string, options: CallOptions & { readonly purpose?: Purpose }) => {
      const purpose = declaredPurpose(options);
      const connection = await connect(context.terminal, options);
      const answer = await connection.execute(NOTICE, { id, purpose });
      const found = requireFound(
        answer.notice,
        `There is no notice "${id}" of your member, or its merchant is listed no more.`,
      );
      showRead(context, options, found, noticeLines);
    });
}

interface ForwardOptions extends CallOptions {
  readonly to: string;
  readonly clientReference: string;
  readonly note?: string;
  readonly effectiveOn?: string;
}

function defineForward(notice: Command, context: CliContext): void {
  defineCommand(notice, 'forward <notice>', {
    summary: 'say that another member serves the merchant; it is told, and yours is done',
    details: 'It is recorded as an action of the kind FORWARDED, as cordon action record does it.',
    examples: [
      ['cordon notice forward ntc_... --to mem_... --client-reference A-19', 'to a member of the directory'],
    ],
  })
    .requiredOption('--to <member>', 'the member that serves the merchant')
    .requiredOption('--client-reference <text>', 'your own reference: the same command again is harmless')
    .option('--effective-on <day>', 'the day since which it holds (default: today, in UTC)', calendarDay)
    .option('--note <text>', 'a note of your own')
    .addOption(retryForOption('short'))
    .action(async (noticeId: string, options: ForwardOptions) => {
      const connection = await connect(context.terminal, options);
      const { to, clientReference, note, effectiveOn } = options;
      const typed = {
        kind: 'FORWARDED',
        forwardTo: to,
        ...(note !== undefined && { note }),
        ...(effectiveOn !== undefined && { effectiveOn }),
      } as const;
      const action = typedAction(typed, new Date(context.terminal.now()));
      const input = { clientReference, noticeId, screeningId: null, merchantId: null, action };
      const { answer } = await connection.execute(RECORD_ACTION, { input });
      if (options.json === true) printJson(context.terminal, answer);
      if (answer.action === null) tellRefusals(context, answer.userErrors);
      else if (options.json !== true)
        for (const line of actionLines(answer.action)) print(context.terminal, line);
    });
}
