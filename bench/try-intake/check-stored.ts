import { Api } from './api.js';
import type { Truth } from './intake-files.js';
import type { MemberImport } from './import-members.js';
import type { MemberClient } from './onboard-members.js';

/** Pages of 100 reports of one member; more than that is a fault of the paging. */
const PAGES_MAX = 1000;

/** What the API shows, compared with what the import was told. */
export interface Stored {
  readonly stored: number;
  /** Told to be taken, and not there. */
  readonly missing: readonly string[];
  /** There more than once. */
  readonly doubled: readonly string[];
  /** There, though refused. */
  readonly unexpected: readonly string[];
}

/** Looks whether every report that was taken is there exactly once, by each member's own list. */
export async function checkStored(
  url: string,
  clients: readonly MemberClient[],
  imports: readonly MemberImport[],
  truth: readonly Truth[],
): Promise<Stored> {
  const counts = new Map<string, number>();
  for (const client of clients)
    for (const reference of await referencesOf(url, client)) {
      const key = `${client.member} ${reference}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  const refusalsOf = new Map(imports.map(({ member, refusals }) => [member, refusals]));
  const taken = new Set(
    truth
      .filter(({ member, clientReference }) => refusalsOf.get(member)?.has(clientReference) === false)
      .map(({ member, clientReference }) => `${member} ${clientReference}`),
  );
  return {
    stored: [...counts.values()].reduce((sum, count) => sum + count, 0),
    missing: [...taken].filter((key) => !counts.has(key)),
    doubled: [...counts].filter(([, count]) => count > 1).map(([key]) => key),
    unexpected: [...counts.keys()].filter((key) => !taken.has(key)),
  };
}

interface ReportPage {
  readonly reports: {
    readonly nodes: readonly { readonly clientReference: string }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

async function referencesOf(url: string, client: MemberClient): Promise<readonly string[]> {
  const api = await Api.signInClient(url, client);
  const references: string[] = [];
  let after: string | null = null;
  for (let page = 0; page < PAGES_MAX; page++) {
    const { reports }: ReportPage = await api.run<ReportPage>(
      'query ($after: Cursor) { reports(first: 100, after: $after) { nodes { clientReference } pageInfo { hasNextPage endCursor } } }',
      { after },
    );
    references.push(...reports.nodes.map(({ clientReference }) => clientReference));
    if (!reports.pageInfo.hasNextPage) return references;
    after = reports.pageInfo.endCursor;
  }
  throw new Error('The list of reports does not end.');
}
