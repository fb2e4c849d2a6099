import type { Refusal } from '../../common/refusal.js';
import type { ReportNotice, SubmitReportInput, UserError } from '../api-types.js';
import type { Connection } from '../connect/connect.js';
import { operation, OperationError } from '../connect/graphql-client.js';

export interface SubmittedReport {
  readonly id: string;
  readonly clientReference: string;
  readonly status: string;
  readonly version: number;
  readonly notices: readonly ReportNotice[];
}

const SUBMIT_REPORT = operation<
  { input: SubmitReportInput },
  { submitReport: { report: SubmittedReport | null; userErrors: readonly UserError[] } }
>(`
  mutation SubmitReport($input: SubmitReportInput!) {
    submitReport(input: $input) {
      report { id clientReference status version notices { code field message } }
      userErrors { code field message suggestion }
    }
  }
`);

/** What became of one report. A refusal's field is the path that the service gave. */
export type SubmitOutcome =
  | { readonly kind: 'taken'; readonly report: SubmittedReport }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

/** A fault inside the service may pass; a report that always makes it fail must not stop the others. */
const FAULT_ATTEMPTS_MAX = 3;

/** Errors of the whole request that are about what was sent, not about the service. */
const INPUT_CODES = new Set(['BAD_USER_INPUT', 'BAD_REQUEST', 'GRAPHQL_VALIDATION_FAILED', 'TOO_COMPLEX']);

/** Sends one report. Sending it again is safe: the service knows it by the client reference. */
export async function submitReport(connection: Connection, input: SubmitReportInput): Promise<SubmitOutcome> {
  for (let attempt = 1; ; attempt++) {
    try {
      const { submitReport: payload } = await connection.execute(SUBMIT_REPORT, { input });
      if (payload.report !== null) return { kind: 'taken', report: payload.report };
      return { kind: 'refused', refusals: payload.userErrors.map(refusalOf) };
    } catch (error) {
      if (!(error instanceof OperationError)) throw error;
      if (INPUT_CODES.has(error.code)) return { kind: 'refused', refusals: inputRefusals(error) };
      if (attempt >= FAULT_ATTEMPTS_MAX) return { kind: 'refused', refusals: [faultRefusal(error)] };
    }
  }
}

/** A user error as a refusal of ours. */
export function refusalOf(error: UserError): Refusal {
  const { code, field, message, suggestion } = error;
  return { code, field, message, ...(suggestion == null ? {} : { suggestion }) };
}

function inputRefusals(error: OperationError): readonly Refusal[] {
  if (error.fields.length === 0) return [{ code: error.code, field: [], message: error.message }];
  return error.fields.map(({ field, message }) => ({ code: error.code, field: field.split('.'), message }));
}

function faultRefusal(error: OperationError): Refusal {
  const quote = error.requestId === undefined ? '' : ` (request ${error.requestId})`;
  return {
    code: error.code,
    field: [],
    message: `The service failed on this row${quote}: send it again later, and tell the coalition if it fails again.`,
  };
}
