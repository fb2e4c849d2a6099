import type { Sent } from '../support/raw-answer.js';

/** What an answer must say: its status, and the first code in it (see `codeOf`). */
export type Expected = readonly [status: number, code: string];

/** One thing that somebody may send. */
export interface HostileCase {
  readonly name: string;
  /** What goes over the wire, for a caller with this access token. */
  readonly sent: (token: string) => readonly Sent[];
  readonly expected: Expected;
  /** It sends slowly itself, so that the time of its answer says nothing. */
  readonly slow?: boolean;
}

export const PATH = '/graphql';

type Headers = Readonly<Record<string, string | readonly string[]>>;

/** A whole HTTP request. `headers` take the place of those that it has by itself; an empty one is left out. */
export function httpRequest(
  token: string,
  body: string | Buffer,
  { headers = {}, method = 'POST', path = PATH }: { headers?: Headers; method?: string; path?: string } = {},
): Buffer {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(body);
  const all: Headers = {
    host: 'cordon.example',
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    accept: 'application/graphql-response+json',
    'content-length': String(bytes.length),
    ...headers,
  };
  const lines = Object.entries(all).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value)
      .filter((line) => line !== '')
      .map((line) => `${name}: ${line}`),
  );
  return Buffer.concat([Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`), bytes]);
}

/** A GraphQL document, sent as it should be. */
export function document(name: string, query: string, ...expected: Expected): HostileCase {
  return body(name, JSON.stringify({ query }), ...expected);
}

/** A document that is right with variables that are not. */
export function variables(name: string, query: string, values: unknown, ...expected: Expected): HostileCase {
  return body(name, JSON.stringify({ query, variables: values }), ...expected);
}

/** A body, whatever it is, in a request that is right. */
export function body(name: string, sent: string | Buffer, ...expected: Expected): HostileCase {
  return { name, sent: (token) => [httpRequest(token, sent)], expected };
}

/** A request with headers, a method or a path of its own. */
export function request(
  name: string,
  sent: string | Buffer,
  options: Parameters<typeof httpRequest>[2],
  ...expected: Expected
): HostileCase {
  return { name, sent: (token) => [httpRequest(token, sent, options)], expected };
}

/** Bytes of its own, in pieces and with pauses. */
export function wire(
  name: string,
  sent: (token: string) => readonly Sent[],
  ...expected: Expected
): HostileCase {
  return { name, sent, expected };
}

/** The same for one that sends slowly. */
export function slowWire(...args: Parameters<typeof wire>): HostileCase {
  return { ...wire(...args), slow: true };
}

/** So many of something, in one text. */
export function many(count: number, text: (index: number) => string, separator = ' '): string {
  return Array.from({ length: count }, (_unused, index) => text(index)).join(separator);
}
