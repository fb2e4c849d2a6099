import type { Connection } from '../connect/connect.js';
import { operation } from '../connect/graphql-client.js';

/** Groups of one member, at most; more than that are named by id. */
const PAGES_MAX = 20;

interface SharingGroupPage {
  readonly sharingGroups: {
    readonly nodes: readonly { readonly id: string; readonly name: string }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

const SHARING_GROUPS = operation<{ after: string | null }, SharingGroupPage>(`
  query SharingGroups($after: Cursor) {
    sharingGroups(first: 100, after: $after) { nodes { id name } pageInfo { hasNextPage endCursor } }
  }
`);

const GROUP_ID = /^grp_[A-Za-z0-9_-]{22}$/;

/** Finds the id of a sharing group by its name or id. Undefined: the caller is in no such group. */
export type FindSharingGroup = (nameOrId: string) => Promise<string | undefined>;

/**
 * Finds groups among the caller's own, which are asked for once, when the first row names one. Without a service (a dry
 * run) every name is taken as it is.
 */
export function sharingGroupFinder(connection: Connection | undefined): FindSharingGroup {
  if (connection === undefined) return (nameOrId) => Promise.resolve(nameOrId);
  let groups: Promise<ReadonlyMap<string, string>> | undefined;
  return async (nameOrId) => {
    if (GROUP_ID.test(nameOrId)) return nameOrId;
    groups ??= loadGroups(connection);
    return (await groups).get(nameOrId.toLowerCase());
  };
}

async function loadGroups(connection: Connection): Promise<ReadonlyMap<string, string>> {
  const groups = new Map<string, string>();
  let after: string | null = null;
  for (let page = 0; page < PAGES_MAX; page++) {
    const { sharingGroups }: SharingGroupPage = await connection.execute(SHARING_GROUPS, { after });
    for (const { id, name } of sharingGroups.nodes) groups.set(name.toLowerCase(), id);
    if (!sharingGroups.pageInfo.hasNextPage) break;
    after = sharingGroups.pageInfo.endCursor;
  }
  return groups;
}
