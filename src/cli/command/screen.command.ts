import type { Command } from 'commander';
import type { IdentifierInput, ScreenedMerchantInput } from '../api-types.js';
import { CliError, usageError } from '../cli-error.js';
import { parseCode, type Purpose } from '../codes.js';
import { connect } from '../connect/connect.js';
import { EXIT_CODE } from '../exit-code.js';
import { IDENTIFIER_TYPES } from '../../identifier/index.js';
import type { Column, Row } from '../intake/columns.js';
import { columnOfField } from '../intake/field-column.js';
import { type FieldColumns, mapSubject } from '../intake/map-subject.js';
import { screeningLines } from '../screen/describe-screening.js';
import { type Screening, screenMerchants } from '../screen/screen-merchants.js';
import { print, printJson } from '../terminal.js';
import {
  type CallOptions,
  type CliContext,
  defineCommand,
  repeated,
  retryForOption,
} from './define-command.js';
import { declaredPurpose, purposeOption } from './purpose-option.js';
import { defineScreenFile } from './screen-file.command.js';

interface ScreenOptions extends CallOptions {
  readonly purpose?: Purpose;
  readonly ref: string;
  readonly failOnMatch?: true;
  readonly identifier?: readonly string[];
  readonly [flag: string]: unknown;
}

/** The flags that describe the merchant, with the columns that they are. */
const FLAGS: readonly (readonly [flag: string, column: Column, help: string])[] = [
  ['name', 'legal_name', 'legal name'],
  ['trade-name', 'trade_names', 'trade names, several joined by |'],
  ['descriptor', 'descriptor', 'statement descriptor'],
  ['country', 'country', 'country, two letters'],
  ['address', 'address', 'street line of the address'],
  ['city', 'city', 'city of the address'],
  ['postcode', 'postcode', 'postcode of the address'],
  ['phone', 'phone', 'telephone number'],
  ['email', 'email', 'e-mail address'],
  ['domain', 'website', 'web address or host'],
  ['mid', 'card_acceptor_id', 'card acceptor ID (merchant ID)'],
  ['acquirer-bin', 'acquirer_bin', 'BIN of the acquirer of --mid'],
  ['iban', 'iban', 'settlement IBAN'],
  ['bank-account', 'bank_account', 'account number in the United States'],
  ['bank-routing', 'bank_routing', 'routing number of --bank-account'],
  ['crypto-address', 'crypto_address', 'address of a cryptocurrency'],
  ['crypto-chain', 'crypto_chain', 'chain of --crypto-address'],
  ['wallet-account', 'wallet_account', 'account at a wallet provider'],
  ['wallet-provider', 'wallet_provider', 'provider of --wallet-account'],
  ['company-no', 'company_reg_no', 'company registration number'],
  ['tax-id', 'tax_id', 'tax number'],
  ['principal', 'principal_name', 'name of a person behind the merchant'],
  ['birth-year', 'principal_birth_year', 'year of birth of --principal'],
];

export function defineScreen(program: Command, context: CliContext): void {
  const command = defineCommand(program, 'screen', {
    summary: 'ask whether a merchant is in the register',
    details: 'A match is a lead, not a verdict: the answer says what matched, and what would rule it out.',
    examples: [
      [
        'cordon screen --purpose ONBOARDING --name "Nomu Imports" --country NL --domain nomu.example',
        'asks about one merchant',
      ],
      [
        'cordon screen --purpose ONBOARDING --identifier LEI=5493001KJTIIGC8Y1R12',
        'any type of identifier, TYPE=VALUE or TYPE:SCOPE=VALUE',
      ],
      [
        'cordon screen file portfolio.csv --purpose PERIODIC_REVIEW --out results.csv',
        'asks about every row of a file',
      ],
    ],
  })
    .addOption(purposeOption())
    .option('--ref <text>', 'your own name for the question, given back in the answer', '1')
    .option('--identifier <type=value>', 'another identifier (repeat)', repeated)
    .option('--fail-on-match', `end with exit code ${EXIT_CODE.match} when there is a match`)
    .addOption(retryForOption('short'))
    .action(async (options: ScreenOptions) => {
      await screen(context, options);
    });
  for (const [flag, , help] of FLAGS) command.option(`--${flag} <value>`, help);
  // Options behind "file" are that command's, though some go by the same names.
  command.enablePositionalOptions();
  defineScreenFile(command, context);
}

async function screen(context: CliContext, options: ScreenOptions): Promise<void> {
  const { terminal } = context;
  const purpose = declaredPurpose(options);
  const { merchant, columns } = merchantOf(options);
  const connection = await connect(terminal, options);
  const answer = await screenMerchants(connection, { purpose, merchants: [merchant] });
  const screening = answer.screenings[0];
  if (screening === undefined) {
    const told = answer.userErrors.map(({ message, code }) => `${message} [${code}]`).join(' ');
    throw new CliError(EXIT_CODE.refused, told === '' ? 'The service gave no answer.' : told);
  }
  const named: Screening = {
    ...screening,
    refusals: screening.refusals.map((refusal) => ({
      ...refusal,
      field: [flagOf(columnOfField(columns, refusal.field))],
    })),
  };
  if (options.json === true) printJson(terminal, named);
  else for (const line of screeningLines(named)) print(terminal, line);
  if (screening.outcome === 'REFUSED') context.exitCode = EXIT_CODE.refused;
  if (screening.outcome === 'MATCHES' && options.failOnMatch === true) context.exitCode = EXIT_CODE.match;
}

function merchantOf(options: ScreenOptions): {
  readonly merchant: ScreenedMerchantInput;
  readonly columns: FieldColumns;
} {
  const row: Row = Object.fromEntries(
    FLAGS.flatMap(([flag, column]) => {
      const value = options[flag.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())];
      return typeof value === 'string' && value.trim() !== '' ? [[column, value.trim()]] : [];
    }),
  );
  const { subject, columns, refusals } = mapSubject(row);
  const [first] = refusals;
  if (first !== undefined) throw usageError(`${flagOf(first.field.join('.'))}: ${first.message}`);
  const identifiers = [...(subject.identifiers ?? []), ...(options.identifier ?? []).map(parseIdentifier)];
  const merchant: ScreenedMerchantInput = {
    ...subject,
    ...(identifiers.length === 0 ? {} : { identifiers }),
    ref: options.ref,
  };
  // A country alone describes nobody.
  if (Object.keys(merchant).every((field) => field === 'ref' || field === 'country'))
    throw usageError(
      'Say something of the merchant: a name, a web address, an account. See cordon screen -h.',
    );
  return { merchant, columns };
}

/** `TYPE=VALUE` or `TYPE:SCOPE=VALUE`. */
function parseIdentifier(text: string): IdentifierInput {
  const parts = /^([^:=]+)(?::([^=]*))?=(.+)$/.exec(text);
  const type = parseCode(IDENTIFIER_TYPES, parts?.[1] ?? '');
  const value = parts?.[3]?.trim();
  if (type === undefined || value === undefined)
    throw usageError(
      `--identifier "${text}" is not TYPE=VALUE or TYPE:SCOPE=VALUE. Types: ${IDENTIFIER_TYPES.join(', ')}.`,
    );
  const scope = parts?.[2]?.trim() ?? '';
  return scope === '' ? { type, value } : { type, scope, value };
}

function flagOf(column: string): string {
  const flag = FLAGS.find(([, known]) => known === column)?.[0];
  return flag === undefined ? column : `--${flag}`;
}
