import { request, type Agent } from 'node:http';

/** A header as it goes over the wire; the same name may come twice. */
export type RawHeader = readonly [name: string, value: string];

export interface RawRequest {
  readonly path: string;
  readonly headers: readonly RawHeader[];
  readonly body: string;
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/**
 * Posts exactly these headers: other clients would join those that are given twice, and refuse odd values. Over a
 * connection of its own, or one that `agent` keeps.
 */
export function sendRaw(
  url: string,
  { path, headers, body }: RawRequest,
  agent: Agent | false = false,
): Promise<RawAnswer> {
  const { host, port, hostname } = new URL(url);
  const all = [['host', host], ...headers, ['content-length', String(Buffer.byteLength(body))]].flat();
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method: 'POST', headers: all, agent }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () => {
        const { statusCode = 0, headers: given } = answer;
        resolve({ status: statusCode, headers: given, body: Buffer.concat(chunks).toString('utf8') });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
