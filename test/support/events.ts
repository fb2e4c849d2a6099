import { EventSequencer } from '../../src/event/index.js';
import type { TestApp } from './app.js';
import type { Caller, Variables } from './caller.js';

/** An event as it is given. */
export interface SeenEvent {
  readonly id: string;
  readonly kind: string;
  readonly at: string;
  readonly alertId: string | null;
  readonly noticeId: string | null;
  readonly recallId: string | null;
  readonly dispositionId: string | null;
  readonly actionId: string | null;
  readonly opinionIndicatorId: string | null;
  readonly disputeId: string | null;
  readonly reportId: string | null;
}

export interface EventPage {
  readonly nodes: readonly SeenEvent[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

export const EVENTS = `query ($first: Int, $after: Cursor, $kinds: [EventKind!]) {
  events(first: $first, after: $after, kinds: $kinds) {
    nodes { id kind at alertId noticeId recallId dispositionId actionId opinionIndicatorId disputeId reportId }
    pageInfo { hasNextPage endCursor } } }`;

/** One page of what concerns the caller's member. */
export async function eventPage(by: Pick<Caller, 'query'>, variables: Variables = {}): Promise<EventPage> {
  return (await by.query<{ events: EventPage }>(EVENTS, { first: 100, ...variables })).events;
}

/** All that has been committed and concerns the caller's member, behind a cursor or from the start. */
export async function eventsOf(
  app: TestApp,
  by: Pick<Caller, 'query'>,
  variables: Variables = {},
): Promise<readonly SeenEvent[]> {
  await app.nest.get(EventSequencer).sequence();
  const seen: SeenEvent[] = [];
  let page = await eventPage(by, variables);
  seen.push(...page.nodes);
  while (page.pageInfo.hasNextPage) {
    page = await eventPage(by, { ...variables, after: page.pageInfo.endCursor });
    seen.push(...page.nodes);
  }
  return seen;
}

/** Their kinds alone, in order. */
export async function kindsTold(
  app: TestApp,
  by: Pick<Caller, 'query'>,
  variables: Variables = {},
): Promise<string[]> {
  return (await eventsOf(app, by, variables)).map(({ kind }) => kind);
}
