import { type Command, InvalidArgumentError, Option } from 'commander';
import { SERVICE_RANGE_KINDS, type ServiceRangeKind } from '../../identifier/index.js';
import { parseCode } from '../codes.js';
import { connect } from '../connect/connect.js';
import {
  type RangeAnswer,
  RANGES,
  REGISTER_RANGE,
  REMOVE_RANGE,
  SET_HOTLINE,
} from '../range/range-operations.js';
import { minute } from '../shown-text.js';
import { tableLines } from '../table.js';
import { print, printJson } from '../terminal.js';
import {
  type CallOptions,
  type CliContext,
  defineCommand,
  limitOption,
  retryForOption,
} from './define-command.js';
import { tellRefusals } from './tell-refusals.js';

const LIST_DEFAULT = 50;

/** `cordon range` and `cordon hotline`: what a member is found by, kept by its admins. */
export function defineRange(program: Command, context: CliContext): void {
  const range = program
    .command('range')
    .description('what your member serves: accounts in it that are listed become its notices');
  defineAdd(range, context);
  defineList(range, context);
  defineRemove(range, context);
  defineHotline(program, context);
}

interface AddOptions extends CallOptions {
  readonly kind: ServiceRangeKind;
  readonly value: string;
}

function defineAdd(range: Command, context: CliContext): void {
  defineCommand(range, 'add', {
    summary: 'register what your member serves, as its admin',
    examples: [
      ['cordon range add --kind IBAN_BANK --value NLTEST', 'a bank: the country and its code in IBANs'],
      ['cordon range add --kind ACQUIRER --value BIN:066907', 'an acquirer: its BIN, or ICA:1234'],
      ['cordon range add --kind BIC --value TESTNL2A', 'a bank by its BIC: 8 characters are all branches'],
    ],
  })
    .addOption(
      new Option('--kind <kind>', `by what it is told: ${SERVICE_RANGE_KINDS.join(', ')}`)
        .argParser(rangeKind)
        .makeOptionMandatory(),
    )
    .requiredOption('--value <text>', 'the range, written as its kind says')
    .addOption(retryForOption('short'))
    .action(async ({ kind, value, ...options }: AddOptions) => {
      const connection = await connect(context.terminal, options);
      const { answer } = await connection.execute(REGISTER_RANGE, { input: { kind, value } });
      tell(context, options, answer, 'is registered');
    });
}

interface ListOptions extends CallOptions {
  readonly member?: string;
  readonly limit: number;
}

function defineList(range: Command, context: CliContext): void {
  defineCommand(range, 'list', {
    summary: "list what your member serves; for the coalition's admins, what any member serves",
    examples: [['cordon range list', 'by kind and value']],
  })
    .option('--member <id>', "for the coalition's admins: only those of this member")
    .addOption(limitOption({ usual: LIST_DEFAULT }))
    .addOption(retryForOption('short'))
    .action(async ({ member, limit, ...options }: ListOptions) => {
      const connection = await connect(context.terminal, options);
      const variables = { first: limit, memberId: member ?? null };
      const { serviceRanges } = await connection.execute(RANGES, variables);
      if (options.json === true) {
        printJson(context.terminal, serviceRanges.nodes);
        return;
      }
      const rows = serviceRanges.nodes.map(({ id, kind, value, registeredAt, memberId }) => [
        id,
        kind,
        value,
        minute(registeredAt),
        memberId,
      ]);
      for (const line of tableLines(['RANGE', 'KIND', 'VALUE', 'SINCE', 'MEMBER'], rows))
        print(context.terminal, line);
    });
}

function defineRemove(range: Command, context: CliContext): void {
  defineCommand(range, 'remove <range>', {
    summary: 'remove what is served no more; notices that it raised stay to be answered',
    examples: [['cordon range remove srv_...', 'by the id that the list gives']],
  })
    .addOption(retryForOption('short'))
    .action(async (serviceRangeId: string, options: CallOptions) => {
      const connection = await connect(context.terminal, options);
      const { answer } = await connection.execute(REMOVE_RANGE, { input: { serviceRangeId } });
      tell(context, options, answer, 'is removed');
    });
}

function defineHotline(program: Command, context: CliContext): void {
  const hotline = program.command('hotline').description('by which number your member, a hotline, is called');
  defineCommand(hotline, 'set <telephone>', {
    summary: 'say the number; notices about a child at risk name it to whoever is to act',
    examples: [['cordon hotline set +31207940800', 'with + and the country first']],
  })
    .addOption(retryForOption('short'))
    .action(async (telephone: string, options: CallOptions) => {
      const connection = await connect(context.terminal, options);
      const { answer } = await connection.execute(SET_HOTLINE, { input: { telephone } });
      if (options.json === true) printJson(context.terminal, answer);
      if (answer.telephone === null) tellRefusals(context, answer.userErrors);
      else if (options.json !== true)
        print(context.terminal, `Your member is called by ${answer.telephone}.`);
    });
}

function rangeKind(text: string): ServiceRangeKind {
  const kind = parseCode(SERVICE_RANGE_KINDS, text);
  if (kind !== undefined) return kind;
  throw new InvalidArgumentError(`Use one of ${SERVICE_RANGE_KINDS.join(', ')}.`);
}

function tell(context: CliContext, options: CallOptions, answer: RangeAnswer, what: string): void {
  if (options.json === true) printJson(context.terminal, answer);
  if (answer.serviceRange === null) {
    tellRefusals(context, answer.userErrors);
    return;
  }
  const { id, kind, value } = answer.serviceRange;
  if (options.json !== true) print(context.terminal, `Range ${id} (${kind} ${value}) ${what}.`);
}
