import type { Caller } from '../test/support/caller.js';
import { type ExpectedSeller, shownTo } from './expectation.js';
import { shownAs } from './mirror.js';
import type { SimulatedMember, World } from './world.js';

const PAGES_MAX = 100;
const EVIDENCE = 'evidence { field evidence yours }';

/** What a screening says, as far as the simulation looks at it. */
export interface SimulatedScreening {
  readonly id: string;
  readonly outcome: string;
  readonly tier: string;
  readonly matches: readonly {
    readonly merchantId: string;
    readonly disputed: boolean;
    readonly ruleOut: readonly string[];
    readonly sources: string;
    readonly reasons: readonly string[];
    readonly evidence: readonly { readonly field: string; readonly evidence: string }[];
  }[];
}

/** Has a member screen sellers by their accounts, and notes what it was handed. Gives the answers in order. */
export async function screened(
  world: World,
  member: SimulatedMember,
  sellers: readonly ExpectedSeller[],
): Promise<readonly SimulatedScreening[]> {
  const merchants = sellers.map(({ account }, index) => ({
    ref: `row ${index}`,
    identifiers: [{ type: 'IBAN', value: account }],
  }));
  const { screenings } = await member.caller.mutate<{ screenings: SimulatedScreening[] }>(
    'screenMerchants',
    { purpose: 'ONBOARDING', merchants },
    `screenings { id outcome tier matches { merchantId disputed ruleOut sources reasons ${EVIDENCE} } }`,
  );
  for (const [index, { matches }] of screenings.entries()) {
    const seller = sellers[index];
    if (matches.length > 0 && seller !== undefined) noteReceived(world, member, seller);
  }
  return screenings;
}

/** Notes that a member was handed a seller by its account: of the rest it is told nothing. */
export function noteReceived({ app }: World, member: SimulatedMember, seller: ExpectedSeller): void {
  const now = app.clock.now();
  const [account] = shownTo(member, seller, now);
  if (account !== undefined) member.received.set(account, now);
}

/** A notice as its member is shown it. */
export interface SimulatedNotice {
  readonly id: string;
  readonly status: string;
  readonly merchantId: string;
  readonly forwarded: boolean;
  readonly hotlines: readonly { readonly telephone: string }[];
  readonly alert: {
    readonly id: string;
    readonly status: string;
    readonly urgency: string;
    readonly overdue: boolean;
    readonly raisedAt: string;
  };
  readonly indicators: { readonly nodes: readonly { readonly type: string; readonly display: string }[] };
}

/** All notices that a member has. */
export async function noticesOf({ caller }: SimulatedMember): Promise<readonly SimulatedNotice[]> {
  return pages<SimulatedNotice>((after) =>
    caller.query(
      `query ($after: Cursor) { page: notices(purpose: INVESTIGATION, first: 50, after: $after) {
           nodes { id status merchantId forwarded hotlines { telephone } alert { id status urgency overdue raisedAt }
             indicators(first: 5) { nodes { type display handling { tlp sharingGroup { name } } } } } pageInfo { hasNextPage endCursor } } }`,
      { after },
    ),
  );
}

/** A recall as its recipient is shown it. */
export interface SimulatedRecall {
  readonly id: string;
  readonly reason: string;
  readonly alert: {
    readonly id: string;
    readonly status: string;
    readonly overdue: boolean;
    readonly raisedAt: string;
  };
  readonly indicators: { readonly nodes: readonly { readonly type: string; readonly display: string }[] };
}

/** All that was recalled from a member. */
export async function recallsOf({ caller }: SimulatedMember): Promise<readonly SimulatedRecall[]> {
  return pages<SimulatedRecall>((after) =>
    caller.query(
      `query ($after: Cursor) { page: recalls(first: 50, after: $after) {
           nodes { id reason alert { id status overdue raisedAt } indicators(first: 100) { nodes { type display } } }
           pageInfo { hasNextPage endCursor } } }`,
      { after },
    ),
  );
}

/** What a notice or recall is about, by type and value as shown. */
export function aboutOf({ indicators }: Pick<SimulatedNotice, 'indicators'>): readonly string[] {
  return indicators.nodes.map(shownAs);
}

/** Something that waits for a person. */
export interface SimulatedWork {
  readonly kind: string;
  readonly objectId: string;
  readonly urgency: string;
  readonly dueAt: string | null;
  readonly waitingSince: string;
  readonly dispute: { readonly id: string } | null;
}

/** All that waits for a person, in its order. Read in small pages. */
export function workOf(caller: Caller): Promise<readonly SimulatedWork[]> {
  return pagesAsTheyCome<SimulatedWork>((after) =>
    caller.query(
      `query ($after: Cursor) { page: myWork(first: 7, after: $after) {
           nodes { kind objectId urgency dueAt waitingSince dispute { id } } pageInfo { hasNextPage endCursor } } }`,
      { after },
    ),
  );
}

/** The ids of all that a list of this query shows, which takes `$after`. */
export async function idsOf(caller: Caller, list: string): Promise<readonly string[]> {
  const nodes = await pagesAsTheyCome<{ id: string }>((after) =>
    caller.query(
      `query ($after: Cursor) { page: ${list} { nodes { id } pageInfo { hasNextPage endCursor } } }`,
      { after },
    ),
  );
  return nodes.map(({ id }) => id);
}

interface Page<Node> {
  readonly page: {
    readonly nodes: readonly Node[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
}

async function pages<Node>(read: (after: string | undefined) => Promise<Page<Node>>): Promise<Node[]> {
  return inOrder(await pagesAsTheyCome(read));
}

async function pagesAsTheyCome<Node>(
  read: (after: string | undefined) => Promise<Page<Node>>,
): Promise<Node[]> {
  const all: Node[] = [];
  for (let after: string | undefined, count = 0; count < PAGES_MAX; count += 1) {
    const { nodes, pageInfo } = (await read(after)).page;
    all.push(...nodes);
    if (!pageInfo.hasNextPage) return all;
    after = pageInfo.endCursor;
  }
  throw new Error('A list does not come to an end.');
}

/** By what is said, not by ids: those are others in each run, and the dice must find the same in its place again. */
function inOrder<Node>(nodes: readonly Node[]): Node[] {
  const said = (node: Node): string =>
    JSON.stringify(node, (key, value: unknown) => (/id$/i.test(key) ? undefined : value));
  return nodes
    .map((node) => [said(node), node] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, node]) => node);
}
