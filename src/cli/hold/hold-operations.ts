import type { UserError } from '../api-types.js';
import type { HoldStatus } from '../codes.js';
import { mutation, operation } from '../connect/graphql-client.js';
import type { ShownHold } from './describe-hold.js';
import type { TypedIdentifier } from './typed-identifier.js';

/** The answer to every mutation of holds. */
export interface HoldAnswer {
  readonly hold: ShownHold | null;
  /** Of a release: how many analysts have still to approve. */
  readonly approvalsNeeded?: number | null;
  readonly userErrors: readonly UserError[];
}

/** What a mutation of holds takes; each takes some of it. */
export interface HoldInput {
  readonly reason: string;
  readonly holdId?: string;
  readonly days?: number;
  readonly identifiers?: readonly TypedIdentifier[] | null;
  readonly country?: string | null;
  readonly merchantId?: string | null;
}

/** What a hold hides, for analysts. */
export interface ShownCoverage {
  readonly merchantIds: readonly string[];
  readonly merchantCount: number;
  readonly reportCount: number;
}

/** Of ShownHold. */
const HOLD_FIELDS = `
  id status memberId reason identifiers { type scope display } merchantId placedAt until extendableUntil
  history { status until reason at }
`;

export const HOLDS = operation<
  { first: number; statuses: readonly HoldStatus[] | null },
  { holds: { nodes: readonly ShownHold[] } }
>(`
  query Holds($first: Int!, $statuses: [HoldStatus!]) {
    holds(first: $first, purpose: LAW_ENFORCEMENT, filter: { statuses: $statuses }) {
      nodes { ${HOLD_FIELDS} }
    }
  }
`);

export const HOLD = operation<{ id: string }, { hold: ShownHold | null }>(`
  query Hold($id: ID!) {
    hold(id: $id, purpose: LAW_ENFORCEMENT) { ${HOLD_FIELDS} }
  }
`);

export const HOLD_COVERAGE = operation<{ id: string }, { holdCoverage: ShownCoverage | null }>(`
  query HoldCoverage($id: ID!) {
    holdCoverage(holdId: $id, purpose: LAW_ENFORCEMENT) { merchantIds merchantCount reportCount }
  }
`);

export const PLACE_HOLD = mutation<HoldInput, HoldAnswer>('placeHold', `hold { ${HOLD_FIELDS} }`);

export const ACTIVATE_HOLD = mutation<HoldInput, HoldAnswer>('activateHold', `hold { ${HOLD_FIELDS} }`);

export const REVIEW_HOLD = mutation<HoldInput, HoldAnswer>('reviewHold', `hold { ${HOLD_FIELDS} }`);

export const EXTEND_HOLD = mutation<HoldInput, HoldAnswer>('extendHold', `hold { ${HOLD_FIELDS} }`);

export const APPROVE_HOLD_RELEASE = mutation<HoldInput, HoldAnswer>(
  'approveHoldRelease',
  `hold { ${HOLD_FIELDS} } approvalsNeeded`,
);
