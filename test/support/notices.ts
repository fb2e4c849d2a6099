import { SERVICE_RANGE_KINDS } from '../../src/identifier/index.js';
import type { Caller, Variables } from './caller.js';

/** A notice as its member is shown it. */
export interface ShownNotice {
  readonly id: string;
  readonly status: string;
  readonly merchantId: string;
  readonly reason: string;
  readonly forwarded: boolean;
  readonly ranges: readonly { readonly kind: string; readonly value: string }[];
  readonly hotlines: readonly {
    readonly name: string;
    readonly country: string;
    readonly telephone: string;
  }[];
  readonly alert: {
    readonly id: string;
    readonly status: string;
    readonly urgency: string;
    readonly overdue: boolean;
    readonly raisedAt: string;
    readonly acknowledgeBy: string;
    readonly actBy: string;
  };
  readonly indicators: { readonly nodes: readonly { readonly type: string; readonly display: string }[] };
}

export const NOTICE = `id status merchantId reason forwarded ranges { kind value } hotlines { name country telephone }
  alert { id status urgency overdue raisedAt acknowledgeBy actBy } indicators { nodes { type display } }`;

/** The member's notices, as it is shown them. */
export async function noticesOf(
  member: Pick<Caller, 'query'>,
  filter: Variables = {},
): Promise<readonly ShownNotice[]> {
  const { notices } = await member.query<{ notices: { nodes: ShownNotice[] } }>(
    `query ($filter: NoticeFilter) { notices(purpose: INVESTIGATION, filter: $filter, first: 20) { nodes { ${NOTICE} } } }`,
    { filter },
  );
  return notices.nodes;
}

/** One notice by its id, or null. */
export async function noticeSeen(member: Pick<Caller, 'query'>, id: string): Promise<ShownNotice | null> {
  const { notice } = await member.query<{ notice: ShownNotice | null }>(
    `query ($id: ID!) { notice(id: $id, purpose: INVESTIGATION) { ${NOTICE} } }`,
    { id },
  );
  return notice;
}

/** Registers a range, which must be taken. Gives its global id. */
export async function serves(
  member: Pick<Caller, 'mutate'>,
  kind: (typeof SERVICE_RANGE_KINDS)[number],
  value: string,
): Promise<string> {
  const { serviceRange, userErrors } = await member.mutate<{ serviceRange: { id: string } | null }>(
    'registerServiceRange',
    { kind, value },
    'serviceRange { id }',
  );
  if (serviceRange === null) throw new Error(`The range was refused: ${JSON.stringify(userErrors)}`);
  return serviceRange.id;
}
