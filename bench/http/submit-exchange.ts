import type { IdentifierInput } from '../../src/identifier/index.js';
import type { ReportDraft } from '../../src/report/report-draft.js';
import type { Child } from './child.js';
import { type Exchange, sampler } from './exchange.js';
import { inventedReport } from './invented-report.js';
import type { Session } from './session.js';

/** What a member's system asks back of a report that it sends. */
const SUBMIT_REPORT = `mutation Submit($input: SubmitReportInput!) {
  submitReport(input: $input) {
    report {
      id clientReference status version createdAt
      identifiers { type scope value normalForm display strength }
      notices { code field message }
    }
    userErrors { code field message }
  }
}`;

/** What the floor is sent: the same report, and nothing to make of it. */
export interface FloorSubmission extends Omit<ReportDraft, 'identifiers'> {
  readonly clientReference: string;
  readonly identifiers: readonly IdentifierInput[];
}

/** Gives a number that no report had before. Both sides draw from one. */
export type Numbers = () => number;

export function numbersFrom(first: number): Numbers {
  let number = first;
  return () => number++;
}

/** A new report each time, of a merchant that nobody reported before, open to the whole coalition. */
export function serviceSubmission(server: Child, session: Session, numbers: Numbers): Exchange {
  const isRead = sampler();
  return {
    server,
    path: '/graphql',
    headers: () => session.headers(),
    next: () => {
      const number = numbers();
      const clientReference = `bench-${number}`;
      return {
        body: JSON.stringify({
          query: SUBMIT_REPORT,
          variables: { input: { clientReference, report: inventedReport(number) } },
        }),
        faultOf: (answer) => {
          if (answer.includes('"errors":') || !answer.includes('"status":"ACCEPTED"')) return answer;
          return isRead() && !isRightReport(answer, clientReference) ? answer : undefined;
        },
      };
    },
  };
}

export function floorSubmission(server: Child, numbers: Numbers): Exchange {
  return {
    server,
    path: '/submit',
    headers: () => Promise.resolve({ 'content-type': 'application/json' }),
    next: () => {
      const number = numbers();
      const clientReference = `bench-${number}`;
      return {
        body: JSON.stringify({ clientReference, ...inventedReport(number) }),
        faultOf: (answer) => (answer.includes(`"clientReference":"${clientReference}"`) ? undefined : answer),
      };
    },
  };
}

interface SubmissionAnswer {
  readonly data: {
    readonly submitReport: {
      readonly report: { readonly clientReference: string; readonly identifiers: readonly unknown[] } | null;
      readonly userErrors: readonly unknown[];
    };
  };
}

function isRightReport(answer: string, clientReference: string): boolean {
  const { report, userErrors } = (JSON.parse(answer) as SubmissionAnswer).data.submitReport;
  return (
    report?.clientReference === clientReference && report.identifiers.length > 0 && userErrors.length === 0
  );
}
