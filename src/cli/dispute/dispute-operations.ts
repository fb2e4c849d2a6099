import type { UserError } from '../api-types.js';
import type { DisputeAnswer, DisputeGrounds, DisputeOutcome, DisputePart, DisputeStatus } from '../codes.js';
import { mutation, operation } from '../connect/graphql-client.js';
import type { ShownDispute, ShownReview } from './describe-dispute.js';

/** The answer to every mutation by a side. */
export interface DisputeStepAnswer {
  readonly dispute: ShownDispute | null;
  readonly userErrors: readonly UserError[];
}

/** The answer to every mutation by a reviewer. */
export interface RulingAnswer {
  readonly review: ShownReview | null;
  readonly rulingId: string | null;
  readonly approvalsNeeded: number | null;
  readonly userErrors: readonly UserError[];
}

export interface FiledDispute {
  readonly clientReference: string;
  readonly merchantId: string | null;
  readonly indicatorId: string | null;
  readonly grounds: DisputeGrounds;
  readonly statement: string;
  readonly ownReference: string | null;
  readonly discloseMember: boolean;
  readonly onBehalfOf: string | null;
}

/** Of ShownDispute. */
const DISPUTE_FIELDS = `
  id part merchantId ownReportIds grounds statement status appealed filedAt answerBy
  answer { answer statement answeredAt } lapsed ruledAt rulingReason appealableUntil filedByMemberId ownReference onBehalfOf
`;

/** Of ShownReview, beside the dispute. */
const REVIEW_FIELDS = `
  answers { answer statement lapsed inCare reportIds }
  rulings { id outcome reason onAppeal approvalsNeeded } appealStatement
`;

export const DISPUTES = operation<
  {
    first: number;
    parts: readonly DisputePart[] | null;
    statuses: readonly DisputeStatus[] | null;
  },
  { disputes: { nodes: readonly ShownDispute[] } }
>(`
  query Disputes($first: Int!, $parts: [DisputePart!], $statuses: [DisputeStatus!]) {
    disputes(first: $first, filter: { parts: $parts, statuses: $statuses }) { nodes { ${DISPUTE_FIELDS} } }
  }
`);

export const DISPUTE = operation<{ id: string }, { dispute: ShownDispute | null }>(`
  query Dispute($id: ID!) {
    dispute(id: $id) { ${DISPUTE_FIELDS} }
  }
`);

export const FILE_DISPUTE = mutation<FiledDispute, DisputeStepAnswer>(
  'fileDispute',
  `dispute { ${DISPUTE_FIELDS} }`,
);

export const ANSWER_DISPUTE = mutation<
  { disputeId: string; answer: DisputeAnswer; statement: string },
  DisputeStepAnswer
>('answerDispute', `dispute { ${DISPUTE_FIELDS} }`);

export const ANSWER_DISPUTE_IN_CARE = mutation<{ disputeId: string; statement: string }, DisputeStepAnswer>(
  'answerDisputeInCare',
  `dispute { ${DISPUTE_FIELDS} }`,
);

export const APPEAL_DISPUTE = mutation<{ disputeId: string; statement: string }, DisputeStepAnswer>(
  'appealDispute',
  `dispute { ${DISPUTE_FIELDS} }`,
);

export const DISPUTE_REVIEW = operation<{ id: string }, { disputeReview: ShownReview | null }>(`
  query DisputeReview($id: ID!) {
    disputeReview(disputeId: $id, purpose: DISPUTE) { dispute { ${DISPUTE_FIELDS} } ${REVIEW_FIELDS} }
  }
`);

export const RULE_DISPUTE = mutation<
  {
    disputeId: string;
    outcome: DisputeOutcome;
    indicatorIds: readonly string[] | null;
    reason: string;
  },
  RulingAnswer
>('ruleDispute', `review { dispute { ${DISPUTE_FIELDS} } ${REVIEW_FIELDS} } rulingId approvalsNeeded`);

export const APPROVE_DISPUTE_RULING = mutation<{ rulingId: string }, RulingAnswer>(
  'approveDisputeRuling',
  `review { dispute { ${DISPUTE_FIELDS} } ${REVIEW_FIELDS} } rulingId approvalsNeeded`,
);
