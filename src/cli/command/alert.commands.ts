import { type Command, Option } from 'commander';
import {
  ACKNOWLEDGE_ALERT,
  ALERT,
  type AlertAnswer,
  ALERTS,
  NOTICE_OF_ALERT,
} from '../alert/alert-operations.js';
import { alertLines, alertTable, TELLS_OF_NOTICE } from '../alert/describe-alert.js';
import { ALERT_KINDS, ALERT_STATUSES, type AlertKind, type AlertStatus, type Purpose } from '../codes.js';
import { connect } from '../connect/connect.js';
import { print, printJson } from '../terminal.js';
import {
  type CallOptions,
  type CliContext,
  defineCommand,
  limitOption,
  retryForOption,
} from './define-command.js';
import { requireFound, showRead } from './show-result.js';
import { purposeOption } from './purpose-option.js';
import { tellRefusals } from './tell-refusals.js';

/** `cordon alert`: news for a member. */
export function defineAlert(program: Command, context: CliContext): void {
  const alert = program.command('alert').description('news for your member, to be acknowledged');
  defineList(alert, context);
  defineShow(alert, context);
  defineAcknowledge(alert, context);
}

interface ListOptions extends CallOptions {
  readonly kind?: AlertKind;
  readonly status?: AlertStatus;
  readonly overdue?: true;
  readonly limit: number;
}

function defineList(alert: Command, context: CliContext): void {
  defineCommand(alert, 'list', {
    summary: 'list alerts, the critical first, then the newest; what is listed is delivered',
    examples: [['cordon alert list --overdue', 'those past their time']],
  })
    .addOption(new Option('--kind <kind>', 'only those about this').choices(ALERT_KINDS))
    .addOption(new Option('--status <status>', 'only those with this status').choices(ALERT_STATUSES))
    .option('--overdue', 'only those past their time')
    .addOption(limitOption())
    .addOption(retryForOption('short'))
    .action(async ({ kind, status, overdue, limit, ...options }: ListOptions) => {
      const connection = await connect(context.terminal, options);
      const { alerts } = await connection.execute(ALERTS, {
        first: limit,
        kinds: kind === undefined ? null : [kind],
        statuses: status === undefined ? null : [status],
        overdue: overdue ?? null,
      });
      showRead(context, options, alerts.nodes, alertTable);
    });
}

function defineShow(alert: Command, context: CliContext): void {
  defineCommand(alert, 'show <alert>', {
    summary: 'show an alert, with what to type next',
    details: 'Which notice it is about is told for a purpose, for that is shared by others.',
    examples: [
      ['cordon alert show alr_...', 'its deadlines, and the recall or dispute that it is about'],
      ['cordon alert show alr_... --purpose INVESTIGATION', 'and the notice'],
    ],
  })
    .addOption(purposeOption())
    .addOption(retryForOption('short'))
    .action(async (id: string, { purpose, ...options }: CallOptions & { readonly purpose?: Purpose }) => {
      const connection = await connect(context.terminal, options);
      const answer = await connection.execute(ALERT, { id });
      const found = requireFound(
        answer.alert,
        `There is no alert "${id}" of your member. See cordon alert list.`,
      );
      const noticeId =
        purpose === undefined || !TELLS_OF_NOTICE.includes(found.kind)
          ? undefined
          : (await connection.execute(NOTICE_OF_ALERT, { id, purpose })).alert?.notice?.id;
      if (options.json === true) {
        printJson(context.terminal, {
          ...found,
          ...(noticeId !== undefined && { notice: { id: noticeId } }),
        });
        return;
      }
      for (const line of alertLines(found, noticeId)) print(context.terminal, line);
    });
}

function defineAcknowledge(alert: Command, context: CliContext): void {
  defineCommand(alert, 'acknowledge <alerts...>', {
    summary: 'say that your member has read alerts; what they ask for waits on',
    examples: [['cordon alert acknowledge alr_... alr_...', 'one, or several']],
  })
    .addOption(retryForOption('short'))
    .action(async (alertIds: readonly string[], options: CallOptions) => {
      const connection = await connect(context.terminal, options);
      const answers: AlertAnswer[] = [];
      for (const alertId of new Set(alertIds)) {
        const { answer } = await connection.execute(ACKNOWLEDGE_ALERT, { input: { alertId } });
        answers.push(answer);
        if (answer.alert === null) {
          const refusals = answer.userErrors.map((refusal) => ({ ...refusal, field: [alertId] }));
          tellRefusals(context, refusals);
        } else if (options.json !== true) print(context.terminal, `Alert ${alertId} is acknowledged.`);
      }
      if (options.json === true) printJson(context.terminal, answers);
    });
}
