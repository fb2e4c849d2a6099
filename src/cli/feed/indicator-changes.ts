import type { Purpose } from '../codes.js';
import type { Connection } from '../connect/connect.js';
import { operation } from '../connect/graphql-client.js';
import type { FeedPage } from './follow-feed.js';

/** The most changes of one page. */
const PAGE_MAX = 100;

interface IndicatorChange {
  readonly kind: 'LISTED' | 'UPDATED' | 'REMOVED';
  readonly indicatorId: string;
  /** Null when it was removed. */
  readonly indicator: Readonly<Record<string, unknown>> | null;
}

interface ChangesData {
  readonly indicatorChanges: {
    readonly nodes: readonly IndicatorChange[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

const INDICATOR_CHANGES = operation<{ purpose: Purpose; first: number; after: string | null }, ChangesData>(`
  query IndicatorChanges($purpose: Purpose!, $first: Int!, $after: Cursor) {
    indicatorChanges(purpose: $purpose, first: $first, after: $after) {
      nodes {
        kind indicatorId
        indicator {
          id merchantId type scope display strength shared status version reason confidence sources
          handling { tlp sharingGroup { id name } }
          validFrom validUntil
        }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

/** The changes behind `after`, oldest first. */
export async function readChanges(
  connection: Connection,
  purpose: Purpose,
  after: string | null,
): Promise<FeedPage> {
  const { indicatorChanges } = await connection.execute(INDICATOR_CHANGES, {
    purpose,
    first: PAGE_MAX,
    after,
  });
  const { nodes, pageInfo } = indicatorChanges;
  return { entries: nodes, hasNextPage: pageInfo.hasNextPage, cursor: pageInfo.endCursor ?? after };
}
