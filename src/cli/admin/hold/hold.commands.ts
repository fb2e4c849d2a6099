import { type Command, Option } from 'commander';
import { fromGlobalId, type HoldId, toGlobalId } from '../../../common/id.js';
import {
  HOLD_EXTENSION_DAYS_MAX,
  HOLD_STATUSES,
  HoldLife,
  type HoldResult,
  HoldService,
  type HoldStatus,
  toHold,
} from '../../../hold/index.js';
import { Database } from '../../../database/index.js';
import { CliError, usageError } from '../../cli-error.js';
import { type CliContext, wholeNumber } from '../../command/define-command.js';
import { tellRefusals } from '../../command/tell-refusals.js';
import { EXIT_CODE } from '../../exit-code.js';
import { holdLines, holdTable } from '../../hold/describe-hold.js';
import { addSubjectOptions, requireOneSubject, type SubjectOptions } from '../../hold/subject-options.js';
import { print, printJson } from '../../terminal.js';
import { actingPerson } from '../acting-person.js';
import { type AdminCommandText, type AdminOptions, defineAdminCommand } from '../define-admin-command.js';
import { withApplication } from '../with-application.js';

const LIST_DEFAULT = 20;
const LIST_MAX = 100;
const PURPOSE = 'LAW_ENFORCEMENT';

interface HoldOptions extends AdminOptions {
  /** The e-mail address of the liaison or analyst who acts. */
  readonly as: string;
}

/** The services of holds, and the person for whom they are called. */
interface HoldDesk {
  readonly actor: Awaited<ReturnType<typeof actingPerson>>;
  readonly holds: HoldService;
  readonly life: HoldLife;
}

type DefineHoldCommand = (signature: string, text: AdminCommandText) => Command;

/**
 * `cordon-admin hold`: what a liaison or analyst does who cannot get at the service. Activating a hold and lifting it are not
 * here: whoever runs the server would be both of the two people whom that takes.
 */
export function defineAdminHold(program: Command, context: CliContext): void {
  const hold = program
    .command('hold')
    .summary('place, list, review and extend holds of law enforcement')
    .description(
      'Activating and lifting a hold take analysts who sign in themselves: cordon hold activate, cordon hold release.',
    );
  const define: DefineHoldCommand = (signature, text) =>
    defineAdminCommand(hold, signature, text).requiredOption(
      '--as <email>',
      'the liaison or coalition analyst who acts',
    );
  definePlace(define, context);
  defineList(define, context);
  defineShow(define, context);
  defineReview(define, context);
  defineExtend(define, context);
}

interface PlaceOptions extends HoldOptions, SubjectOptions {
  readonly reason: string;
}

function definePlace(define: DefineHoldCommand, context: CliContext): void {
  addSubjectOptions(
    define('place', {
      summary: 'ask that nobody act on a merchant; it hides at once, known or not',
      examples: [
        [
          'cordon-admin hold place --identifier IBAN=NL02TEST0000000001 --reason "operation" --as lea@agency.example',
          'by what names the merchant: each has to say by itself which is meant',
        ],
        [
          'cordon-admin hold place --merchant mer_... --reason "operation" --as ida@coalition.example',
          'by its id, for analysts',
        ],
      ],
    }),
  )
    .requiredOption('--reason <text>', 'why')
    .action(async (options: PlaceOptions) => {
      const subject = subjectOf(options);
      const { reason } = options;
      await change(context, options, ({ holds, actor }) => holds.place(actor, { subject, reason }));
    });
}

interface ListOptions extends HoldOptions {
  readonly status?: HoldStatus;
  readonly limit: number;
}

function defineList(define: DefineHoldCommand, context: CliContext): void {
  define('list', {
    summary: "list holds, newest first: a liaison's own member's, or for an analyst all",
    examples: [
      [
        'cordon-admin hold list --status REQUESTED --as ida@coalition.example',
        'those that wait for an analyst',
      ],
    ],
  })
    .addOption(new Option('--status <status>', 'only those with this status').choices(HOLD_STATUSES))
    .option('--limit <n>', 'at most so many', wholeNumber(1, LIST_MAX), LIST_DEFAULT)
    .action(async (options: ListOptions) => {
      const page = await withHoldDesk(context, options, ({ holds, actor }) =>
        holds.list(actor, {
          purpose: PURPOSE,
          statuses: options.status === undefined ? undefined : [options.status],
          page: { first: options.limit },
        }),
      );
      const found = page.rows.map(toHold);
      if (options.json === true) printJson(context.terminal, { nodes: found, hasNextPage: page.hasNextPage });
      else for (const line of holdTable(found)) print(context.terminal, line);
    });
}

function defineShow(define: DefineHoldCommand, context: CliContext): void {
  define('show <hold>', {
    summary: 'show a hold with its history',
    examples: [['cordon-admin hold show hld_... --as ida@coalition.example', 'an id of hold list']],
  }).action(async (typed: string, options: HoldOptions) => {
    const id = holdId(typed);
    const hold = await withHoldDesk(context, options, ({ holds, actor }) =>
      holds.find(actor, { id, purpose: PURPOSE }),
    );
    if (hold === undefined) throw new CliError(EXIT_CODE.refused, `There is no hold ${typed}.`);
    if (options.json === true) printJson(context.terminal, toHold(hold));
    else for (const line of holdLines(toHold(hold))) print(context.terminal, line);
  });
}

interface StepOptions extends HoldOptions {
  readonly reason: string;
}

function defineReview(define: DefineHoldCommand, context: CliContext): void {
  define('review <hold>', {
    summary: 'call an active hold into review before its term is over; it still hides',
    examples: [
      [
        'cordon-admin hold review hld_... --reason "the operation is over" --as lea@agency.example',
        'at once',
      ],
    ],
  })
    .requiredOption('--reason <text>', 'why')
    .action(async (typed: string, options: StepOptions) => {
      const step = { holdId: holdId(typed), reason: options.reason };
      await change(context, options, ({ life, actor }) => life.review(actor, step));
    });
}

function defineExtend(define: DefineHoldCommand, context: CliContext): void {
  define('extend <hold>', {
    summary: 'give a hold in review another term: up to 30 days from now, and 90 in all',
    examples: [
      [
        'cordon-admin hold extend hld_... --days 14 --reason "it goes on" --as lea@agency.example',
        'two weeks',
      ],
    ],
  })
    .requiredOption('--days <n>', 'how many days from now', wholeNumber(1, HOLD_EXTENSION_DAYS_MAX))
    .requiredOption('--reason <text>', 'why')
    .action(async (typed: string, options: StepOptions & { readonly days: number }) => {
      const step = { holdId: holdId(typed), reason: options.reason, days: options.days };
      await change(context, options, ({ life, actor }) => life.extend(actor, step));
    });
}

function withHoldDesk<T>(
  { terminal }: CliContext,
  { as }: HoldOptions,
  work: (desk: HoldDesk) => Promise<T>,
): Promise<T> {
  return withApplication(terminal, [], async (app) =>
    work({
      actor: await actingPerson(app.get(Database), as, 'hold:place'),
      holds: app.get(HoldService),
      life: app.get(HoldLife),
    }),
  );
}

async function change(
  context: CliContext,
  options: HoldOptions,
  work: (desk: HoldDesk) => Promise<HoldResult>,
): Promise<void> {
  tell(context, await withHoldDesk(context, options, work), options.json === true);
}

function tell(context: CliContext, result: HoldResult, json: boolean): void {
  const { terminal } = context;
  if (!result.ok) {
    if (json) printJson(terminal, { refusals: result.refusals });
    tellRefusals(context, result.refusals);
    return;
  }
  const hold = toHold(result.value);
  if (json) printJson(terminal, hold);
  else for (const line of holdLines(hold)) print(terminal, line);
}

function subjectOf(options: SubjectOptions): Parameters<HoldService['place']>[1]['subject'] {
  requireOneSubject(options);
  const { identifier, country, merchant } = options;
  if (identifier !== undefined) return { identifiers: identifier, country };
  const merchantId = fromGlobalId('merchant', merchant?.trim() ?? '');
  if (merchantId === undefined) throw usageError(`"${merchant ?? ''}" is no id of a merchant (mer_...).`);
  return { merchantId };
}

function holdId(typed: string): HoldId {
  const id = fromGlobalId('hold', typed.trim());
  if (id !== undefined) return id;
  const example = toGlobalId('hold', '00000000-0000-4000-8000-000000000000' as HoldId);
  throw usageError(
    `"${typed}" is no id of a hold: they begin with ${example.slice(0, 4)} and have ${example.length} characters.`,
  );
}
