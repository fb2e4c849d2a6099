import type { UserError } from '../api-types.js';
import type { PossibleMatchOrder, Verdict } from '../codes.js';
import { mutation, operation } from '../connect/graphql-client.js';
import type { ShownComparison, ShownDecision, ShownMatch } from './describe-match.js';

/** Of ShownDecision. */
const DECISION_FIELDS = 'id kind verdict reason decidedAt undoneAt';

/** Of ShownSide. */
const SIDE_FIELDS = `
  id reportCount names { display } addresses { display } identifiers { type scope display }
  reports { id status reason basis receivedAt }
`;

export interface MatchFilter {
  readonly leftOpen: boolean | null;
  readonly merchantId: string | null;
}

export const MATCHES = operation<
  { first: number; orderBy: PossibleMatchOrder; filter: MatchFilter },
  { possibleMatches: { nodes: readonly ShownMatch[] } }
>(`
  query PossibleMatches($first: Int!, $orderBy: PossibleMatchOrder!, $filter: PossibleMatchFilter) {
    possibleMatches(first: $first, purpose: RESOLUTION, orderBy: $orderBy, filter: $filter) {
      nodes { id tier score reason since left { merchantId name reportCount } right { merchantId name reportCount } }
    }
  }
`);

export const MATCH = operation<{ id: string }, { possibleMatch: ShownComparison | null }>(`
  query PossibleMatch($id: ID!) {
    possibleMatch(id: $id, purpose: RESOLUTION) {
      id tier score reason since stands
      left { ${SIDE_FIELDS} }
      right { ${SIDE_FIELDS} }
      evidence { bars { bits explanation } }
      decisions { ${DECISION_FIELDS} }
    }
  }
`);

export interface DecisionAnswer {
  readonly decision: ShownDecision | null;
  readonly userErrors: readonly UserError[];
}

export const DECIDE_MATCH = mutation<
  { possibleMatchId: string; verdict: Verdict; reason: string },
  DecisionAnswer
>('decideMatch', `decision { ${DECISION_FIELDS} }`);

export const UNDO_DECISION = mutation<{ decisionId: string; reason: string }, DecisionAnswer>(
  'undoDecision',
  `decision { ${DECISION_FIELDS} }`,
);
