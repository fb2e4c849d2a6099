import type { UserError } from '../api-types.js';
import { mutation, operation } from '../connect/graphql-client.js';
import type { ShownRecall, ShownWholeRecall } from './describe-recall.js';

/** Of ShownRecall. */
const RECALL_FIELDS = 'id reason merchantId alert { id status acknowledgeBy actBy overdue }';

export const RECALLS = operation<
  { first: number; open: boolean | null },
  { recalls: { nodes: readonly ShownRecall[] } }
>(`
  query Recalls($first: Int!, $open: Boolean) {
    recalls(first: $first, filter: { open: $open }) { nodes { ${RECALL_FIELDS} } }
  }
`);

export const RECALL = operation<{ id: string }, { recall: ShownWholeRecall | null }>(`
  query Recall($id: ID!) {
    recall(id: $id) {
      ${RECALL_FIELDS}
      indicators(first: 100) { nodes { type scope display } pageInfo { hasNextPage } }
      derivedActions { id kind effectiveOn merchantId }
    }
  }
`);

export interface RecallAnswer {
  readonly recall: ShownRecall | null;
  readonly userErrors: readonly UserError[];
}

export const CLOSE_RECALL = mutation<{ recallId: string }, RecallAnswer>(
  'closeRecall',
  `recall { ${RECALL_FIELDS} }`,
);
