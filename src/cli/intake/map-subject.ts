import type { Refusal } from '../../common/refusal.js';
import type { IdentifierType } from '../../identifier/index.js';
import type { IdentifierInput, SubjectFields } from '../api-types.js';
import { checkCountry, checkYear } from './check-values.js';
import type { Column, Row } from './columns.js';

/** Which column stands behind a field of the input, by the field's path joined with dots. */
export type FieldColumns = ReadonlyMap<string, Column>;

export interface MappedSubject {
  readonly subject: SubjectFields;
  readonly columns: FieldColumns;
  readonly refusals: readonly Refusal[];
  /** What of the row has no place without another column, e.g. a chain without its address. */
  readonly leftOut: readonly { readonly column: Column; readonly message: string }[];
}

const LIST_SEPARATOR = '|';

interface IdentifierRule {
  readonly type: IdentifierType;
  readonly value: Column;
  /** The column that says within what the value is unique, with what stands before it. */
  readonly scope?: { readonly column: Column; readonly prefix?: string };
}

/** The columns that are identifiers. National ones take the row's country as their scope: the service does that. */
const IDENTIFIER_RULES: readonly IdentifierRule[] = [
  { type: 'CARD_ACCEPTOR_ID', value: 'card_acceptor_id', scope: { column: 'acquirer_bin', prefix: 'BIN:' } },
  { type: 'MCC', value: 'mcc' },
  { type: 'IBAN', value: 'iban' },
  { type: 'BANK_ACCOUNT_US', value: 'bank_account', scope: { column: 'bank_routing' } },
  { type: 'CRYPTO_ADDRESS', value: 'crypto_address', scope: { column: 'crypto_chain' } },
  { type: 'WALLET_ACCOUNT', value: 'wallet_account', scope: { column: 'wallet_provider' } },
  { type: 'TAX_ID', value: 'tax_id' },
  { type: 'COMPANY_REG_NO', value: 'company_reg_no' },
  { type: 'DOMAIN', value: 'website' },
  { type: 'EMAIL', value: 'email' },
  { type: 'PHONE', value: 'phone' },
];

const NATIONAL: readonly IdentifierType[] = ['TAX_ID', 'COMPANY_REG_NO', 'PHONE'];

/** Makes a merchant's description of one row's columns. */
export function mapSubject(row: Row): MappedSubject {
  const columns = new Map<string, Column>();
  const refusals: Refusal[] = [];
  const leftOut: { column: Column; message: string }[] = [];

  const country = row.country === undefined ? undefined : checkCountry(row.country);
  columns.set('country', 'country');
  if (country?.ok === false) refusals.push(...inColumn('country', country.refusals));

  const identifiers = IDENTIFIER_RULES.flatMap((rule) => identifierOf(rule, row));
  identifiers.forEach(({ rule }, index) => {
    columns.set(`identifiers.${index}`, rule.value);
    const scopeColumn = rule.scope?.column ?? (NATIONAL.includes(rule.type) ? 'country' : undefined);
    if (scopeColumn !== undefined) columns.set(`identifiers.${index}.scope`, scopeColumn);
  });
  leftOut.push(...scopesWithoutValue(row));
  if (
    row.region !== undefined &&
    row.address === undefined &&
    row.city === undefined &&
    row.postcode === undefined
  )
    leftOut.push({ column: 'region', message: 'It says nothing without an address, a city or a postcode.' });

  const principal = principalOf(row);
  refusals.push(...principal.refusals);
  columns.set('principals.0', 'principal_name').set('principals.0.birthYear', 'principal_birth_year');

  columns.set('legalName', 'legal_name').set('tradeNames', 'trade_names').set('descriptors', 'descriptor');
  columns.set('addresses.0', row.address === undefined ? 'city' : 'address');
  for (const column of ['city', 'region', 'postcode', 'country'] as const)
    columns.set(`addresses.0.${column}`, column);
  const address = addressOf(row);
  const tradeNames = listOf(row.trade_names);
  const subject: SubjectFields = {
    ...(row.legal_name === undefined ? {} : { legalName: row.legal_name }),
    ...(tradeNames.length === 0 ? {} : { tradeNames }),
    ...(row.descriptor === undefined ? {} : { descriptors: [row.descriptor] }),
    ...(address === undefined ? {} : { addresses: [address] }),
    ...(principal.value === undefined ? {} : { principals: [principal.value] }),
    ...(identifiers.length === 0 ? {} : { identifiers: identifiers.map(({ input }) => input) }),
    ...(country?.ok === true ? { country: country.value } : {}),
  };
  return { subject, columns, refusals, leftOut };
}

/** The parts of a field that holds several values, joined by `|` in a file. */
export function listOf(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split(LIST_SEPARATOR)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** The same refusals with a column's name as their field. */
export function inColumn(column: Column, refusals: readonly Refusal[]): Refusal[] {
  return refusals.map((refusal) => ({ ...refusal, field: [column] }));
}

function identifierOf(
  rule: IdentifierRule,
  row: Row,
): readonly { readonly rule: IdentifierRule; readonly input: IdentifierInput }[] {
  const value = row[rule.value];
  if (value === undefined) return [];
  const scope = rule.scope === undefined ? undefined : row[rule.scope.column];
  const scoped = scope === undefined ? {} : { scope: `${rule.scope?.prefix ?? ''}${scope}` };
  return [{ rule, input: { type: rule.type, ...scoped, value } }];
}

function scopesWithoutValue(row: Row): { column: Column; message: string }[] {
  return IDENTIFIER_RULES.flatMap(({ scope, value }) => {
    if (scope === undefined || row[scope.column] === undefined || row[value] !== undefined) return [];
    return [{ column: scope.column, message: `It says nothing without "${value}".` }];
  });
}

/** An address with its street line, or what is known of it; a town alone is of some use too. */
function addressOf(row: Row): NonNullable<SubjectFields['addresses']>[number] | undefined {
  const { address, city, region, postcode } = row;
  if (address === undefined && city === undefined && postcode === undefined) return undefined;
  return {
    line: address ?? '',
    ...(city === undefined ? {} : { city }),
    ...(region === undefined ? {} : { region }),
    ...(postcode === undefined ? {} : { postcode }),
  };
}

function principalOf(row: Row): {
  readonly value: { name: string; birthYear?: number } | undefined;
  readonly refusals: readonly Refusal[];
} {
  const name = row.principal_name;
  const year = row.principal_birth_year === undefined ? undefined : checkYear(row.principal_birth_year);
  if (year?.ok === false)
    return { value: undefined, refusals: inColumn('principal_birth_year', year.refusals) };
  if (name === undefined)
    return {
      value: undefined,
      refusals:
        year === undefined
          ? []
          : [
              {
                code: 'REQUIRED',
                field: ['principal_name'],
                message: 'A year of birth needs the name of its person.',
                suggestion: 'give principal_name, or leave principal_birth_year empty',
              },
            ],
    };
  return { value: { name, ...(year === undefined ? {} : { birthYear: year.value }) }, refusals: [] };
}
