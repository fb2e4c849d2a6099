import type { DescribedIdentifier } from '../../src/matching/description.js';
import {
  normaliseSubject,
  type IdentifierInput,
  type SubjectIdentifier,
  type SubjectInput,
} from '../../src/identifier/index.js';
import type { CsvRow } from './csv-rows.js';

/** One row of records.csv as the product would take it in. */
export interface BenchRecord {
  readonly id: string;
  readonly source: string;
  readonly identifiers: readonly DescribedIdentifier[];
  readonly country: string | null;
}

/** Fewer digits are no telephone number that two records could be told the same by. */
const LOCAL_DIGITS_MIN = 6;
const LOCAL_DIGITS_MAX = 15;

/**
 * Brings a row into the normal form that reports have, by the same function (identifier/subject.ts), one field after the
 * other: a field that is refused is left out, as a member would correct it or leave it out. Only of a telephone number
 * the digits are kept, for they can still be compared with others that lack their country.
 *
 * A row with a given name or a surname is about a person, any other about a business. Columns that are not known are not
 * looked at.
 */
export function readRecord(row: CsvRow): BenchRecord {
  const country = cell(row, 'country');
  const identifiers: DescribedIdentifier[] = [];
  let accepted: string | null = null;
  for (const subject of subjectsOf(row)) {
    const result = normaliseSubject(country === undefined ? subject : { ...subject, country });
    if (result.ok) {
      accepted ??= result.value.country;
      identifiers.push(...result.value.identifiers.map(describe));
    } else {
      identifiers.push(...localNumbers(subject));
    }
  }
  return {
    id: cell(row, 'record_id') ?? '',
    source: cell(row, 'source') ?? '',
    identifiers,
    country: accepted,
  };
}

function describe(identifier: SubjectIdentifier): DescribedIdentifier {
  const { type, scope, value, keys, exclusiveWithin, parts } = identifier;
  return { type, scope, value, keys, exclusiveWithin, parts };
}

/** The row's fields, each as a subject of its own, so that one that is refused takes no other with it. */
function subjectsOf(row: CsvRow): readonly SubjectInput[] {
  const name = cell(row, 'name');
  const person = personOf(row);
  return [
    ...(name === undefined || person !== undefined ? [] : [{ tradeNames: [name] }]),
    ...listed(row, 'alt_names').map((alternative) => ({ tradeNames: [alternative] })),
    ...addressOf(row),
    ...(person === undefined ? [] : personsWithBirth(person, birthOf(row))),
    ...listed(row, 'principal').map((principal) => ({ principals: [{ name: principal }] })),
    ...(['PHONE', 'EMAIL', 'DOMAIN', 'TAX_ID'] as const).flatMap((type) =>
      listed(row, COLUMN[type]).map((value): SubjectInput => ({ identifiers: [{ type, value }] })),
    ),
  ];
}

const COLUMN = { PHONE: 'phone', EMAIL: 'email', DOMAIN: 'website', TAX_ID: 'tax_id' } as const;

function cell(row: CsvRow, column: string): string | undefined {
  const text = row[column]?.trim();
  return text === undefined || text === '' ? undefined : text;
}

/** Several values of one cell stand between bars or semicolons. */
function listed(row: CsvRow, column: string): readonly string[] {
  return (cell(row, column) ?? '')
    .split(/[|;]/)
    .map((text) => text.trim())
    .filter((text) => text !== '');
}

function personOf(row: CsvRow): string | undefined {
  const given = cell(row, 'given_name');
  const surname = cell(row, 'surname');
  if (given === undefined && surname === undefined) return undefined;
  return cell(row, 'name') ?? [given, surname].filter(Boolean).join(' ');
}

/** With the birth if it is one; a date that there never was is left out, and its year kept. */
function personsWithBirth(name: string, birth: string | undefined): readonly SubjectInput[] {
  if (birth === undefined) return [{ principals: [{ name }] }];
  const dated: SubjectInput = { principals: [{ name, birthDate: birth }] };
  if (normaliseSubject(dated).ok) return [dated];
  const yearly: SubjectInput = { principals: [{ name, birthYear: Number(birth.slice(0, 4)) }] };
  return normaliseSubject(yearly).ok ? [yearly] : [{ principals: [{ name }] }];
}

function birthOf(row: CsvRow): string | undefined {
  return cell(row, 'dob')?.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
}

function addressOf(row: CsvRow): readonly SubjectInput[] {
  const line = cell(row, 'address') ?? '';
  const city = cell(row, 'city');
  const postcode = cell(row, 'postcode');
  if (line === '' && city === undefined && postcode === undefined) return [];
  return [{ addresses: [{ line, city, postcode, region: cell(row, 'state') }] }];
}

function localNumbers(subject: SubjectInput): readonly DescribedIdentifier[] {
  return (subject.identifiers ?? []).filter(isPhone).flatMap(({ value }) => {
    const digits = value.replace(/\D/g, '');
    if (digits.length < LOCAL_DIGITS_MIN || digits.length > LOCAL_DIGITS_MAX) return [];
    return [{ type: 'PHONE', scope: null, value: digits, keys: [], exclusiveWithin: null }];
  });
}

function isPhone({ type }: IdentifierInput): boolean {
  return type === 'PHONE';
}
