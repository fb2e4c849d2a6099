import type { Variables } from '../../support/caller.js';
import type { Reader } from './reader.js';
import type { WholeOperation } from './whole-document.js';
import type { World } from './given-world.js';

/** More pages than any list of the seeded coalition has. */
const PAGES_MAX = 60;

/** An answer as it came, with all pages where it is a list. */
export interface Answer {
  /** The whole text of every page. */
  readonly text: string;
  /** What the operation gave, page by page; null where it gave nothing. */
  readonly results: readonly unknown[];
  readonly errorCodes: readonly string[];
  /** The text of what was sent. */
  readonly sent: string;
}

interface Body {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
}

/** Sends one operation as a reader, over HTTP, and follows its pages to the end. */
export async function ask(
  { app }: World,
  reader: Reader,
  operation: WholeOperation,
  variables: Variables,
): Promise<Answer> {
  const token = await reader.token();
  const texts: string[] = [];
  const results: unknown[] = [];
  const errorCodes: string[] = [];
  const sent = JSON.stringify(variables);
  let after: string | undefined;
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const response = await app.nest.inject({
      method: 'POST',
      url: '/graphql',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      payload: {
        query: operation.document,
        variables: after === undefined ? variables : { ...variables, after },
      },
    });
    texts.push(response.body);
    const body = JSON.parse(response.body) as Body;
    const result = body.data?.[operation.name] ?? null;
    results.push(result);
    errorCodes.push(...(body.errors ?? []).map(({ extensions }) => extensions?.code ?? 'NO_CODE'));
    after = operation.isPaged ? nextPage(result) : undefined;
    if (after === undefined) return { text: texts.join('\n'), results, errorCodes, sent };
  }
  throw new Error(`${operation.name} goes on after ${PAGES_MAX} pages.`);
}

function nextPage(result: unknown): string | undefined {
  const { pageInfo } = (result ?? {}) as { pageInfo?: { hasNextPage: boolean; endCursor: string | null } };
  return pageInfo?.hasNextPage === true ? (pageInfo.endCursor ?? undefined) : undefined;
}
