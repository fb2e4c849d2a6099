import { accepted, type Refusal, refused, type Result } from '../../common/refusal.js';
import type { HandlingInput, SubmitReportInput } from '../api-types.js';
import { BASES, PAYMENT_METHODS, REASONS, TLP_LEVELS } from '../codes.js';
import { checkCode, checkDate, checkYesNo } from './check-values.js';
import type { Column, Row } from './columns.js';
import { type FieldColumns, inColumn, type MappedSubject, mapSubject } from './map-subject.js';
import type { FindSharingGroup } from './sharing-groups.js';

/** A row as the service takes it, and the way back from a field of it to the row's column. */
export interface MappedReport {
  readonly input: SubmitReportInput;
  readonly columns: FieldColumns;
  readonly leftOut: MappedSubject['leftOut'];
}

const REPORT_COLUMNS: Readonly<Record<string, Column>> = {
  clientReference: 'client_reference',
  reason: 'reason',
  basis: 'basis',
  externalReference: 'external_reference',
  paymentMethods: 'payment_methods',
  observedFrom: 'observed_from',
  observedTo: 'observed_to',
  handling: 'tlp',
  'handling.sharingGroupId': 'sharing_group',
  narrative: 'narrative',
  childAtRisk: 'child_at_risk',
};

/**
 * Makes a report of one row. Refuses, with the column as field, what the schema's types could not carry: missing
 * required values, unknown codes, dates that do not exist. Every other rule is the service's.
 */
export async function mapReport(row: Row, findSharingGroup: FindSharingGroup): Promise<Result<MappedReport>> {
  const refusals: Refusal[] = [];
  const keep = <T>(column: Column, result: Result<T>): T | undefined => {
    if (result.ok) return result.value;
    refusals.push(...inColumn(column, result.refusals));
    return undefined;
  };
  const requiredCode = <Code extends string>(column: Column, codes: readonly Code[]): Code | undefined =>
    keep(
      column,
      row[column] === undefined ? missing(`one of ${codes.join(', ')}`) : checkCode(codes, row[column]),
    );
  const optionalDate = (column: Column): string | undefined =>
    row[column] === undefined ? undefined : keep(column, checkDate(row[column]));

  const clientReference = keep('client_reference', required(row.client_reference, 'a reference of your own'));
  const reason = requiredCode('reason', REASONS);
  const basis = requiredCode('basis', BASES);
  const paymentMethods = keep('payment_methods', paymentMethodsOf(row.payment_methods));
  const observedFrom = optionalDate('observed_from');
  const observedTo = optionalDate('observed_to');
  const childAtRisk =
    row.child_at_risk === undefined ? undefined : keep('child_at_risk', checkYesNo(row.child_at_risk));
  const tlp = requiredCode('tlp', TLP_LEVELS);
  const sharingGroupId =
    row.sharing_group === undefined
      ? undefined
      : keep('sharing_group', await sharingGroupOf(row.sharing_group, findSharingGroup));
  const { subject, columns, leftOut, refusals: subjectRefusals } = mapSubject(row);
  refusals.push(...subjectRefusals);

  if (
    refusals.length > 0 ||
    clientReference === undefined ||
    reason === undefined ||
    basis === undefined ||
    paymentMethods === undefined ||
    tlp === undefined
  )
    return refused(...refusals);

  const handling: HandlingInput = { tlp, ...(sharingGroupId === undefined ? {} : { sharingGroupId }) };
  return accepted({
    input: {
      clientReference,
      report: {
        reason,
        basis,
        ...(row.external_reference === undefined ? {} : { externalReference: row.external_reference }),
        paymentMethods,
        ...(observedFrom === undefined ? {} : { observedFrom }),
        ...(observedTo === undefined ? {} : { observedTo }),
        ...subject,
        handling,
        ...(row.narrative === undefined ? {} : { narrative: row.narrative }),
        ...(childAtRisk === undefined ? {} : { childAtRisk }),
      },
    },
    columns: new Map([...columns, ...Object.entries(REPORT_COLUMNS)]),
    leftOut,
  });
}

function required(text: string | undefined, suggestion: string): Result<string> {
  return text === undefined ? missing(suggestion) : accepted(text);
}

function missing(suggestion: string): Result<never> {
  return refused({
    code: 'REQUIRED',
    field: [],
    message: 'The column is empty, and it is needed.',
    suggestion,
  });
}

/** Codes joined by `|`, or by commas, semicolons or slashes, which no code contains. */
function paymentMethodsOf(text: string | undefined): Result<SubmitReportInput['report']['paymentMethods']> {
  const parts = (text ?? '').split(/[|,;/]/).filter((part) => part.trim() !== '');
  if (parts.length === 0) return missing('one or more codes, joined by |');
  const results = parts.map((part) => checkCode(PAYMENT_METHODS, part.trim()));
  const refusals = results.flatMap((result) => (result.ok ? [] : result.refusals));
  if (refusals.length > 0) return refused(...refusals);
  return accepted([...new Set(results.flatMap((result) => (result.ok ? [result.value] : [])))]);
}

async function sharingGroupOf(nameOrId: string, find: FindSharingGroup): Promise<Result<string>> {
  const id = await find(nameOrId);
  if (id !== undefined) return accepted(id);
  return refused({
    code: 'UNKNOWN_SHARING_GROUP',
    field: [],
    message: `Your member is in no sharing group "${nameOrId}".`,
    suggestion: 'the name or id of a group of yours, or nothing for the whole coalition',
  });
}
