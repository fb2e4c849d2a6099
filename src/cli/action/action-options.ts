import { type Command, InvalidArgumentError, Option } from 'commander';
import { usageError } from '../cli-error.js';
import {
  MERCHANT_ACTIONS,
  type MerchantAction,
  NETWORK_LISTS,
  type NetworkList,
  parseCode,
} from '../codes.js';
import { wholeNumber } from '../command/define-command.js';
import type { NetworkListing, TypedAction } from './action-operations.js';

/** Accounts that one action says it closed. The service says so too. */
const ACCOUNTS_CLOSED_MAX = 100_000;

/** What was done, as it was typed. */
export interface ActionOptions {
  readonly kind?: MerchantAction;
  readonly effectiveOn?: string;
  readonly accountsClosed?: number;
  readonly networkList?: NetworkList;
  readonly networkCode?: string;
  readonly networkListedOn?: string;
  readonly forwardTo?: string;
  readonly note?: string;
}

export function addActionOptions(command: Command): Command {
  return command
    .addOption(codeOption('--kind <kind>', 'what was done', MERCHANT_ACTIONS))
    .option('--effective-on <day>', 'the day since which it holds (default: today, in UTC)', calendarDay)
    .option(
      '--accounts-closed <number>',
      'how many accounts were closed',
      wholeNumber(0, ACCOUNTS_CLOSED_MAX),
    )
    .addOption(
      codeOption('--network-list <list>', "the card network's list that you listed it in", NETWORK_LISTS),
    )
    .option('--network-code <code>', "that list's code of the reason")
    .option('--network-listed-on <day>', 'the day of that listing', calendarDay)
    .option('--forward-to <member>', 'with FORWARDED: the member that serves the merchant')
    .option('--note <text>', 'a note of your own');
}

/** @throws CliError (usage) where something is missing that the command line can tell. */
export function typedAction(options: ActionOptions, now: Date): TypedAction {
  if (options.kind === undefined)
    throw usageError(`Say what was done: --kind with one of ${MERCHANT_ACTIONS.join(', ')}.`);
  return {
    kind: options.kind,
    effectiveOn: options.effectiveOn ?? now.toISOString().slice(0, 10),
    accountsClosed: options.accountsClosed ?? null,
    networkListing: typedListing(options),
    forwardedToMemberId: options.forwardTo ?? null,
    note: options.note ?? null,
  };
}

function typedListing({ networkList, networkCode, networkListedOn }: ActionOptions): NetworkListing | null {
  if (networkList !== undefined && networkCode !== undefined && networkListedOn !== undefined)
    return { list: networkList, code: networkCode, listedOn: networkListedOn };
  if (networkList === undefined && networkCode === undefined && networkListedOn === undefined) return null;
  throw usageError(
    'A listing in a card network’s list takes all of --network-list, --network-code and --network-listed-on.',
  );
}

/** An option that takes one of a list of codes, however they are written. */
export function codeOption(flags: string, what: string, codes: readonly string[]): Option {
  return new Option(flags, `${what}: ${codes.join(', ')}`).argParser((text: string) => {
    const code = parseCode(codes, text);
    if (code !== undefined) return code;
    throw new InvalidArgumentError(`Use one of ${codes.join(', ')}.`);
  });
}

export function calendarDay(text: string): string {
  const moment = new Date(`${text}T00:00:00.000Z`);
  const exists = !Number.isNaN(moment.getTime()) && moment.toISOString().slice(0, 10) === text;
  if (exists) return text;
  throw new InvalidArgumentError('Give a day of the calendar as YYYY-MM-DD.');
}
