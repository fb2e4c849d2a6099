import { connect } from 'node:net';

/** An HTTP answer as it came over the wire. */
export interface RawAnswer {
  /** 0 when the connection ended without an answer. */
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** From the first byte sent to the end of the answer, in milliseconds. */
  readonly tookMs: number;
}

/** What is written to the socket, in order. Pauses let a case send slowly. */
export type Sent = Buffer | { readonly pauseMs: number } | 'half close';

/** The longest that one answer is waited for. Longer is a hang, which a defence must not allow. */
const ANSWER_MS_MAX = 10_000;

/**
 * Writes bytes to a socket of its own and reads one answer: node's own client would mend or refuse most of what an
 * attacker sends. An answer ends with its length, its last chunk, or the connection.
 */
export async function rawAnswer(
  { host, port }: { readonly host: string; readonly port: number },
  parts: readonly Sent[],
): Promise<RawAnswer> {
  const socket = connect({ host, port, noDelay: true, allowHalfOpen: true });
  const [firstPart] = parts;
  const isHead = Buffer.isBuffer(firstPart) && firstPart.subarray(0, 5).toString('latin1') === 'HEAD ';
  let received = Buffer.alloc(0);
  const startedAt = performance.now();
  try {
    const done = new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(new Error(`No answer within ${ANSWER_MS_MAX} ms.`));
      }, ANSWER_MS_MAX);
      const finish = (): void => {
        clearTimeout(timer);
        resolve();
      };
      socket.on('data', (chunk) => {
        received = Buffer.concat([received, chunk]);
        if (isComplete(received, isHead)) finish();
      });
      socket.on('end', finish);
      socket.on('close', finish);
      // A server may close while we still write: what it answered before counts.
      socket.on('error', finish);
    });
    await Promise.race([done, write(socket, parts).then(() => done)]);
    return { ...parsed(received), tookMs: performance.now() - startedAt };
  } finally {
    socket.destroy();
  }
}

async function write(socket: ReturnType<typeof connect>, parts: readonly Sent[]): Promise<void> {
  for (const part of parts) {
    if (socket.destroyed) return;
    if (part === 'half close') socket.end();
    else if (Buffer.isBuffer(part)) socket.write(part);
    else await new Promise((resolve) => setTimeout(resolve, part.pauseMs));
  }
}

const HEAD_END = '\r\n\r\n';

/** The answer to HEAD has a length, but no body. */
function isComplete(received: Buffer, isHead: boolean): boolean {
  const headEnd = received.indexOf(HEAD_END);
  if (headEnd < 0) return false;
  if (isHead) return true;
  const { headers } = parsed(received);
  const bodyLength = received.length - headEnd - HEAD_END.length;
  const length = headers['content-length'];
  if (length !== undefined) return bodyLength >= Number(length);
  return (
    headers['transfer-encoding'] === 'chunked' && received.subarray(-5).toString('latin1') === '0\r\n\r\n'
  );
}

function parsed(received: Buffer): Omit<RawAnswer, 'tookMs'> {
  const headEnd = received.indexOf(HEAD_END);
  const head = (headEnd < 0 ? received : received.subarray(0, headEnd)).toString('latin1');
  const [statusLine = '', ...lines] = head.split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(statusLine)?.[1] ?? 0);
  const start = headEnd < 0 ? received.length : headEnd + HEAD_END.length;
  // What follows is the answer to something else, where a server took one request for two.
  const length = Number(headers['content-length'] ?? received.length - start);
  return { status, headers, body: received.subarray(start, start + length).toString('utf8') };
}
