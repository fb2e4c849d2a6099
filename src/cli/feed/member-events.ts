import type { EventKind } from '../codes.js';
import type { Connection } from '../connect/connect.js';
import { operation } from '../connect/graphql-client.js';
import type { FeedPage } from './follow-feed.js';

/** The most events of one page. */
const PAGE_MAX = 100;

/** An event, with the one id that is of what it is about; the others are null. */
type AnsweredEvent = Readonly<Record<string, string | null>>;

interface EventsData {
  readonly events: {
    readonly nodes: readonly AnsweredEvent[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

const EVENTS = operation<
  { kinds: readonly EventKind[] | null; first: number; after: string | null },
  EventsData
>(`
  query Events($kinds: [EventKind!], $first: Int!, $after: Cursor) {
    events(kinds: $kinds, first: $first, after: $after) {
      nodes {
        id kind at alertId noticeId recallId dispositionId actionId opinionIndicatorId disputeId reportId
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

/** The events behind `after`, oldest first, each with what it has. */
export async function readEvents(
  connection: Connection,
  kinds: readonly EventKind[] | null,
  after: string | null,
): Promise<FeedPage> {
  const { events } = await connection.execute(EVENTS, { kinds, first: PAGE_MAX, after });
  const { nodes, pageInfo } = events;
  const entries = nodes.map((event) =>
    Object.fromEntries(Object.entries(event).filter(([, value]) => value !== null)),
  );
  return { entries, hasNextPage: pageInfo.hasNextPage, cursor: pageInfo.endCursor ?? after };
}
