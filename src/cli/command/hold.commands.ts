import { type Command, Option } from 'commander';
import { HOLD_STATUSES, type HoldStatus } from '../codes.js';
import { connect, type Connection } from '../connect/connect.js';
import { holdLines, holdTable } from '../hold/describe-hold.js';
import {
  ACTIVATE_HOLD,
  APPROVE_HOLD_RELEASE,
  EXTEND_HOLD,
  HOLD,
  HOLD_COVERAGE,
  type HoldAnswer,
  HOLDS,
  PLACE_HOLD,
  REVIEW_HOLD,
  type ShownCoverage,
} from '../hold/hold-operations.js';
import { addSubjectOptions, requireOneSubject, type SubjectOptions } from '../hold/subject-options.js';
import { print, printJson } from '../terminal.js';
import {
  type CallOptions,
  type CliContext,
  defineCommand,
  limitOption,
  retryForOption,
  wholeNumber,
} from './define-command.js';
import { requireFound, showRead, tellAnswer } from './show-result.js';

/** The most days that one review gives. The service says so too, and counts them from its own clock. */
const EXTENSION_DAYS_MAX = 30;

interface ReasonOptions extends CallOptions {
  readonly reason: string;
}

interface PlaceOptions extends ReasonOptions, SubjectOptions {}

interface ListOptions extends CallOptions {
  readonly status?: HoldStatus;
  readonly limit: number;
}

/** `cordon hold`: for law enforcement's liaisons and the coalition's analysts, who sign in as people. */
export function defineHold(program: Command, context: CliContext): void {
  const hold = program.command('hold').description("law enforcement's requests that nobody act");
  definePlace(hold, context);
  defineList(hold, context);
  defineShow(hold, context);
  defineStep(hold, context, 'activate', ACTIVATE_HOLD, {
    summary: 'stand by a request, as an analyst',
    example: 'cordon hold activate hld_... --reason "asked for in writing"',
  });
  defineStep(hold, context, 'review', REVIEW_HOLD, {
    summary: 'call an active hold into review before its term is over; it still hides',
    example: 'cordon hold review hld_... --reason "the operation is over"',
  });
  defineExtend(hold, context);
  defineStep(hold, context, 'release', APPROVE_HOLD_RELEASE, {
    summary: 'approve, as an analyst, that a hold in review is lifted; the second approval lifts it',
    example: 'cordon hold release hld_... --reason "the operation is over"',
  });
}

function definePlace(hold: Command, context: CliContext): void {
  addSubjectOptions(
    defineCommand(hold, 'place', {
      summary: 'ask that nobody act on a merchant; it hides at once, known or not',
      examples: [
        [
          'cordon hold place --identifier IBAN=NL02TEST0000000001 --identifier DOMAIN=shop.example --reason "operation"',
          'by what names the merchant: each has to say by itself which is meant',
        ],
        ['cordon hold place --merchant mer_... --reason "operation"', 'by its id, for analysts'],
      ],
    }),
  )
    .requiredOption('--reason <text>', 'why')
    .addOption(retryForOption('short'))
    .action(async (options: PlaceOptions) => {
      requireOneSubject(options);
      const { identifier, country, merchant, reason } = options;
      const connection = await connect(context.terminal, options);
      const input = {
        reason,
        identifiers: identifier ?? null,
        country: country ?? null,
        merchantId: merchant ?? null,
      };
      tell(context, options, (await connection.execute(PLACE_HOLD, { input })).answer);
    });
}

function defineList(hold: Command, context: CliContext): void {
  defineCommand(hold, 'list', {
    summary: "list holds, newest first: your member's, or for an analyst all",
    examples: [['cordon hold list --status REVIEW', 'those whose term is over']],
  })
    .addOption(new Option('--status <status>', 'only those with this status').choices(HOLD_STATUSES))
    .addOption(limitOption())
    .addOption(retryForOption('short'))
    .action(async (options: ListOptions) => {
      const connection = await connect(context.terminal, options);
      const statuses = options.status === undefined ? null : [options.status];
      const { holds } = await connection.execute(HOLDS, { first: options.limit, statuses });
      showRead(context, options, holds.nodes, holdTable);
    });
}

interface ShowOptions extends CallOptions {
  readonly coverage?: true;
}

function defineShow(hold: Command, context: CliContext): void {
  defineCommand(hold, 'show <hold>', {
    summary: 'show a hold with its history',
    examples: [['cordon hold show hld_... --coverage', 'and what it hides, for analysts']],
  })
    .option('--coverage', 'what it hides now, for analysts')
    .addOption(retryForOption('short'))
    .action(async (id: string, options: ShowOptions) => {
      const connection = await connect(context.terminal, options);
      const answer = await connection.execute(HOLD, { id });
      const found = requireFound(answer.hold, `There is no hold "${id}" that you may see.`);
      const coverage = options.coverage === true ? await coverageOf(connection, id) : undefined;
      if (options.json === true) {
        printJson(context.terminal, { ...found, ...(coverage !== undefined && { coverage }) });
        return;
      }
      for (const line of holdLines(found)) print(context.terminal, line);
      if (coverage !== undefined)
        print(
          context.terminal,
          `It hides ${coverage.merchantCount} merchants by ${coverage.reportCount} reports: ${coverage.merchantIds.join(' ')}`,
        );
    });
}

async function coverageOf(connection: Connection, id: string): Promise<ShownCoverage> {
  const { holdCoverage } = await connection.execute(HOLD_COVERAGE, { id });
  return holdCoverage ?? { merchantIds: [], merchantCount: 0, reportCount: 0 };
}

function defineExtend(hold: Command, context: CliContext): void {
  defineCommand(hold, 'extend <hold>', {
    summary: 'give a hold in review another term: up to 30 days from now, and 90 in all',
    examples: [['cordon hold extend hld_... --days 14 --reason "it goes on"', 'two more weeks']],
  })
    .requiredOption('--days <number>', 'how many days from now', wholeNumber(1, EXTENSION_DAYS_MAX))
    .requiredOption('--reason <text>', 'why')
    .addOption(retryForOption('short'))
    .action(
      async (holdId: string, { days, reason, ...options }: ReasonOptions & { readonly days: number }) => {
        const connection = await connect(context.terminal, options);
        const { answer } = await connection.execute(EXTEND_HOLD, { input: { holdId, days, reason } });
        tell(context, options, answer);
      },
    );
}

function defineStep(
  hold: Command,
  context: CliContext,
  name: string,
  step: typeof ACTIVATE_HOLD,
  { summary, example }: { readonly summary: string; readonly example: string },
): void {
  defineCommand(hold, `${name} <hold>`, { summary, examples: [[example, 'the hold by its id']] })
    .requiredOption('--reason <text>', 'why')
    .addOption(retryForOption('short'))
    .action(async (holdId: string, { reason, ...options }: ReasonOptions) => {
      const connection = await connect(context.terminal, options);
      tell(context, options, (await connection.execute(step, { input: { holdId, reason } })).answer);
    });
}

function tell(context: CliContext, options: CallOptions, answer: HoldAnswer): void {
  const needed = answer.approvalsNeeded ?? 0;
  tellAnswer(context, options, answer, {
    changed: answer.hold,
    lines: holdLines,
    remark: needed > 0 && `It is lifted once ${needed} more analyst approves.`,
  });
}
