import { Agent, request } from 'node:http';

/** The longest that one answer is waited for. */
const ANSWER_MS_MAX = 20_000;

/** The answer to one POST. */
export interface PostAnswer {
  readonly status: number;
  readonly text: string;
}

class KeptConnectionClosed extends Error {}

/** Posts JSON over connections that are kept, as many at once as the caller has under way. */
export class KeepAlivePoster {
  private readonly agent = new Agent({ keepAlive: true });

  constructor(
    private readonly service: { readonly host: string; readonly port: number },
    private readonly path: string,
  ) {}

  /**
   * Rejects when the connection breaks or nothing is answered in time. One that was kept may have been closed by the
   * service at the moment that we write (RFC 9112, section 9.5): then it is asked again, once, over a new one.
   */
  async post(body: string, token: string | undefined): Promise<PostAnswer> {
    return this.send(body, token, this.agent).catch((error: unknown) => {
      if (error instanceof KeptConnectionClosed) return this.send(body, token, false);
      throw error;
    });
  }

  private send(body: string, token: string | undefined, agent: Agent | false): Promise<PostAnswer> {
    return new Promise((resolve, reject) => {
      const sent = request(
        {
          ...this.service,
          path: this.path,
          method: 'POST',
          agent,
          timeout: ANSWER_MS_MAX,
          headers: {
            'content-type': 'application/json',
            accept: 'application/graphql-response+json',
            'content-length': Buffer.byteLength(body),
            ...(token !== undefined && { authorization: `Bearer ${token}` }),
          },
        },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.on('error', reject);
          answer.on('end', () => {
            resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') });
          });
        },
      );
      sent.on('timeout', () => sent.destroy(new Error(`No answer within ${ANSWER_MS_MAX} ms.`)));
      sent.on('error', (error: NodeJS.ErrnoException) => {
        const isClosed = sent.reusedSocket && (error.code === 'EPIPE' || error.code === 'ECONNRESET');
        reject(isClosed ? new KeptConnectionClosed('The connection was closed.', { cause: error }) : error);
      });
      sent.end(body);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}
