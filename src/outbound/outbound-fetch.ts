import { OutboundClient, type OutboundRequest } from './outbound-client.js';

/** What libraries of OpenID Connect ask of a `fetch` that is given to them. */
export type OutboundFetch = (
  url: string,
  init: {
    readonly method?: string | undefined;
    readonly headers?: HeadersInit | undefined;
    readonly body?: unknown;
  },
) => Promise<Response>;

/** Statuses whose answer has no body (Fetch standard); `Response` refuses one. */
const NO_BODY = new Set([204, 205, 304]);

/**
 * The outbound client in the shape of `fetch`, for a library that would call the real one: its answers are whole, and
 * every rule and limit of the client holds. A body is text or a form.
 */
export function outboundFetch(
  client: OutboundClient,
  limits: Pick<OutboundRequest, 'mediaTypes' | 'owner' | 'timeoutMs' | 'bytesMax'>,
): OutboundFetch {
  return async (url, { method = 'GET', headers, body }) => {
    if (method !== 'GET' && method !== 'POST') throw new TypeError(`The method ${method} is not sent out.`);
    const answer = await client.send({
      ...limits,
      url,
      method,
      headers: Object.fromEntries(new Headers(headers)),
      body: bodyText(body),
    });
    return new Response(NO_BODY.has(answer.status) ? null : new Uint8Array(answer.body), {
      status: answer.status,
      headers: headersOf(answer.headers),
    });
  };
}

function bodyText(body: unknown): string | undefined {
  if (body === undefined || body === null) return undefined;
  if (typeof body === 'string') return body;
  if (body instanceof URLSearchParams) return body.toString();
  throw new TypeError('A body that goes out is text or a form.');
}

function headersOf(headers: Readonly<Record<string, string | string[] | undefined>>): Headers {
  const all = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    for (const each of [value ?? []].flat()) all.append(name, each);
  }
  return all;
}
