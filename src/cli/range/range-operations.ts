import type { ServiceRangeKind } from '../../identifier/index.js';
import type { UserError } from '../api-types.js';
import { operation } from '../connect/graphql-client.js';

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

export const REGISTER_RANGE = operation<
  { input: { kind: ServiceRangeKind; value: string } },
  { answer: RangeAnswer }
>(`
  mutation RegisterServiceRange($input: RegisterServiceRangeInput!) {
    answer: registerServiceRange(input: $input) {
      serviceRange { ${RANGE_FIELDS} }
      userErrors { code field message suggestion }
    }
  }
`);

export const REMOVE_RANGE = operation<{ input: { serviceRangeId: string } }, { answer: RangeAnswer }>(`
  mutation RemoveServiceRange($input: RemoveServiceRangeInput!) {
    answer: removeServiceRange(input: $input) {
      serviceRange { ${RANGE_FIELDS} }
      userErrors { code field message suggestion }
    }
  }
`);

export const SET_HOTLINE = operation<
  { input: { telephone: string } },
  { answer: { readonly telephone: string | null; readonly userErrors: readonly UserError[] } }
>(`
  mutation SetHotlineTelephone($input: SetHotlineTelephoneInput!) {
    answer: setHotlineTelephone(input: $input) {
      telephone
      userErrors { code field message suggestion }
    }
  }
`);
