import type { UserError } from '../api-types.js';
import type { CoalitionPurpose } from '../codes.js';
import { mutation, operation } from '../connect/graphql-client.js';

/** A request to read what is closed, as it is shown. */
export interface ShownGlass {
  readonly id: string;
  readonly status: string;
  readonly reportId: string;
  readonly askedBy: string;
  readonly purpose: CoalitionPurpose;
  readonly reason: string;
  readonly askedAt: string;
  readonly endsAt: string | null;
  readonly reads: number;
  readonly awaits: readonly string[];
  readonly approvals: readonly {
    readonly by: string;
    readonly roles: readonly string[];
    readonly at: string;
  }[];
}

/** The answer to every mutation of it. */
export interface GlassAnswer {
  readonly breakGlass: ShownGlass | null;
  readonly userErrors: readonly UserError[];
}

/** Of ShownGlass. */
const GLASS_FIELDS =
  'id status reportId askedBy purpose reason askedAt endsAt reads awaits approvals { by roles at }';

export const GLASSES = operation<{ first: number }, { breakGlasses: { nodes: readonly ShownGlass[] } }>(`
  query BreakGlasses($first: Int!) {
    breakGlasses(first: $first) {
      nodes { ${GLASS_FIELDS} }
    }
  }
`);

export const GLASS = operation<{ id: string }, { breakGlass: ShownGlass | null }>(`
  query BreakGlass($id: ID!) {
    breakGlass(id: $id) { ${GLASS_FIELDS} }
  }
`);

export const REQUEST_GLASS = mutation<
  { reportId: string; purpose: CoalitionPurpose; reason: string },
  GlassAnswer
>('requestBreakGlass', `breakGlass { ${GLASS_FIELDS} }`);

export const APPROVE_GLASS = mutation<{ breakGlassId: string }, GlassAnswer>(
  'approveBreakGlass',
  `breakGlass { ${GLASS_FIELDS} }`,
);

export const CLOSE_GLASS = mutation<{ breakGlassId: string }, GlassAnswer>(
  'closeBreakGlass',
  `breakGlass { ${GLASS_FIELDS} }`,
);
