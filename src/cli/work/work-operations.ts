import type { WorkKind } from '../codes.js';
import { operation } from '../connect/graphql-client.js';
import type { ShownWork } from './describe-work.js';

/** What waits, behind a place. */
export interface WorkPage {
  readonly myWork: {
    readonly nodes: readonly ShownWork[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

export const MY_WORK = operation<
  { first: number; after: string | null; kinds: readonly WorkKind[] | null },
  WorkPage
>(`
  query MyWork($first: Int!, $after: Cursor, $kinds: [WorkKind!]) {
    myWork(first: $first, after: $after, kinds: $kinds) {
      nodes { id kind objectId urgency waitingSince dueAt overdue }
      pageInfo { hasNextPage endCursor }
    }
  }
`);
