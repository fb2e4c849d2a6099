import type { ServiceRangeKind } from '../../identifier/index.js';
import type { UserError } from '../api-types.js';
import { mutation, operation } from '../connect/graphql-client.js';

/** What a member serves, as the service shows it. */
export interface ShownRange {
  readonly id: string;
  readonly memberId: string;
  readonly kind: ServiceRangeKind;
  readonly value: string;
  readonly registeredAt: string;
}

export interface RangeAnswer {
  readonly serviceRange: ShownRange | null;
  readonly userErrors: readonly UserError[];
}

/** Of ShownRange. */
const RANGE_FIELDS = 'id memberId kind value registeredAt';

export const RANGES = operation<
  { first: number; memberId: string | null },
  { serviceRanges: { nodes: readonly ShownRange[] } }
>(`
  query ServiceRanges($first: Int!, $memberId: ID) {
    serviceRanges(first: $first, memberId: $memberId) { nodes { ${RANGE_FIELDS} } }
  }
`);

export const REGISTER_RANGE = mutation<{ kind: ServiceRangeKind; value: string }, RangeAnswer>(
  'registerServiceRange',
  `serviceRange { ${RANGE_FIELDS} }`,
);

export const REMOVE_RANGE = mutation<{ serviceRangeId: string }, RangeAnswer>(
  'removeServiceRange',
  `serviceRange { ${RANGE_FIELDS} }`,
);

export const SET_HOTLINE = mutation<
  { telephone: string },
  { readonly telephone: string | null; readonly userErrors: readonly UserError[] }
>('setHotlineTelephone', 'telephone');
