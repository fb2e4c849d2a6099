import type { IncomingMessage } from 'node:http';

/** What is taken in of a body that nobody reads: 16 MiB, for 2 s. Whoever sends more may find the connection closed. */
const UNREAD_BYTES_MAX = 16 * 1_048_576;
const UNREAD_MS_MAX = 2_000;

/**
 * Lets the rest of a refused body come in and drops it. To be awaited before the refusal is sent: a connection that is
 * closed with something unread on it is reset, and the answer that was under way is lost to the sender.
 */
export function dropUnreadBody(request: IncomingMessage): Promise<void> {
  if (request.complete || request.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    let dropped = 0;
    const done = (): void => {
      clearTimeout(timer);
      request.off('data', onData).off('end', done).off('close', done);
      resolve();
    };
    const onData = (chunk: Buffer): void => {
      dropped += chunk.length;
      if (dropped > UNREAD_BYTES_MAX) done();
    };
    const timer = setTimeout(done, UNREAD_MS_MAX);
    request.on('data', onData).once('end', done).once('close', done).resume();
  });
}
