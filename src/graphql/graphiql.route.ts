import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import type { FastifyInstance } from 'fastify';
import { GRAPHQL_PATH } from './graphql.route.js';

export const GRAPHIQL_PATH = '/graphiql';

/** What the header editor of a new tab holds: the caller puts its token in the place of the words. */
const DEFAULT_HEADERS = JSON.stringify({ authorization: 'Bearer PASTE YOUR TOKEN HERE' }, null, 2);

const DEFAULT_QUERY = `# Welcome to Cordon.
#
# 1. Open "Headers" below and put your access token after "Bearer".
# 2. Press the play button. The book icon at the left opens the documentation of every operation.

{
  __typename
}
`;

interface Page {
  readonly html: Buffer;
  readonly gzipped: Buffer;
  readonly etag: string;
  readonly policy: string;
}

/**
 * Serves the explorer at GET /graphiql, whole from this process: the page asks for nothing but /graphql. It is made on
 * first use, for it is 9 MB of script (2 MB compressed) that most processes never serve. A token typed into it stays
 * in the tab: headers are not kept in the browser's storage.
 */
export function graphiqlRoute(scope: FastifyInstance, _options: unknown, done: () => void): void {
  let page: Promise<Page> | undefined;
  scope.get(GRAPHIQL_PATH, async (request, reply) => {
    page ??= makePage();
    const { html, gzipped, etag, policy } = await page;
    void reply
      .header('content-security-policy', policy)
      .header('content-type', 'text/html; charset=utf-8')
      .header('cache-control', 'private, no-cache')
      .header('vary', 'accept-encoding')
      .header('etag', etag);
    if (request.headers['if-none-match'] === etag) return reply.code(304).send();
    if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return reply.send(html);
    return reply.header('content-encoding', 'gzip').send(gzipped);
  });
  done();
}

async function makePage(): Promise<Page> {
  const html = renderGraphiQL({
    title: 'Cordon GraphiQL',
    endpoint: GRAPHQL_PATH,
    headers: DEFAULT_HEADERS,
    defaultHeaders: DEFAULT_HEADERS,
    defaultQuery: DEFAULT_QUERY,
    shouldPersistHeaders: false,
    credentials: 'omit',
  });
  const bytes = Buffer.from(html);
  return {
    html: bytes,
    gzipped: await promisify(gzip)(bytes),
    etag: `"${createHash('sha256').update(bytes).digest('base64url')}"`,
    policy: policyFor(html),
  };
}

/** The page may run its own script, known by its hash, start workers from it, and talk to this server. */
function policyFor(html: string): string {
  const start = html.indexOf('<script>') + '<script>'.length;
  const script = html.slice(start, html.lastIndexOf('</script>'));
  const hash = createHash('sha256').update(script).digest('base64');
  return [
    "default-src 'none'",
    `script-src 'sha256-${hash}' blob:`,
    'worker-src blob:',
    "style-src 'unsafe-inline'",
    'font-src data:',
    'img-src data:',
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
