import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

import { Injectable } from '@nestjs/common';

import { Config } from '../config/index.js';
import { exchange } from './exchange.js';
import { addressRule, guardedAddresses } from './guarded-addresses.js';
import { HostResolver, type ResolvedAddress } from './host-resolver.js';
import { OutboundError } from './outbound-error.js';
import { isLoopbackHost, readOutboundUrl } from './outbound-url.js';
import { readBody } from './read-body.js';

/** Requests that one process makes at once; one more is refused at once, and may be tried again. */
export const OUTBOUND_AT_ONCE_MAX = 64;
/** Of them, for one owner: a member whose hosts answer slowly must not hold up what others need. */
export const OUTBOUND_AT_ONCE_OF_OWNER_MAX = 4;
/** From the first look-up to the last byte, unless the caller says otherwise; and the most that it may say. */
export const OUTBOUND_TIMEOUT_MS = 5_000;
export const OUTBOUND_TIMEOUT_MS_MAX = 30_000;
/** The largest body, unless the caller says otherwise. */
export const OUTBOUND_BYTES_MAX = 65_536;

export interface OutboundRequest {
  readonly url: string;
  /** Media types that the answer may have, in lower case, without parameters. They are what `accept` says. */
  readonly mediaTypes: readonly string[];
  readonly method?: 'GET' | 'POST';
  /** Beside accept, host and user-agent, which are the client's own. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  /** For whom it is done: the id of a member. Left out: the host that is asked counts. */
  readonly owner?: string | undefined;
  readonly timeoutMs?: number;
  readonly bytesMax?: number;
}

/** An answer of any status but a redirect. What the status means is for the caller. */
export interface OutboundAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/**
 * The one way out: whatever the service fetches or sends, it fetches and sends through here. A test of the style keeps
 * `fetch` and Node's own clients out of every other file.
 *
 * An address comes from a member, so it is taken for an attempt to reach what only the service can: the rules are in
 * outbound-url.ts (what an address may be), guarded-addresses.ts (where its name may lead), exchange.ts (where
 * the connection went) and read-body.ts (what comes back). Redirects are not followed, cookies and credentials not kept.
 */
@Injectable()
export class OutboundClient {
  private underWay = 0;
  private readonly underWayOf = new Map<string, number>();

  constructor(
    private readonly config: Config,
    private readonly resolver: HostResolver,
  ) {}

  /** Sends one request. @throws OutboundError */
  async send(request: OutboundRequest): Promise<OutboundAnswer> {
    const url = readOutboundUrl(request.url, this.config.outboundLoopback);
    if (typeof url === 'string') throw new OutboundError('URL_REFUSED', url);
    const leave = this.enter(request.owner ?? url.hostname);
    const deadline = AbortSignal.timeout(
      Math.min(request.timeoutMs ?? OUTBOUND_TIMEOUT_MS, OUTBOUND_TIMEOUT_MS_MAX),
    );
    try {
      return await this.exchange(url, request, deadline);
    } catch (error) {
      throw asOutboundError(error, url, deadline);
    } finally {
      leave();
    }
  }

  /** Takes a place among those under way. Gives the way to leave it. */
  private enter(owner: string): () => void {
    const ofOwner = this.underWayOf.get(owner) ?? 0;
    if (this.underWay >= OUTBOUND_AT_ONCE_MAX || ofOwner >= OUTBOUND_AT_ONCE_OF_OWNER_MAX) {
      throw new OutboundError('BUSY', 'Too many requests are under way already.');
    }
    this.underWay += 1;
    this.underWayOf.set(owner, ofOwner + 1);
    return () => {
      this.underWay -= 1;
      const left = (this.underWayOf.get(owner) ?? 1) - 1;
      if (left === 0) this.underWayOf.delete(owner);
      else this.underWayOf.set(owner, left);
    };
  }

  private async exchange(url: URL, request: OutboundRequest, signal: AbortSignal): Promise<OutboundAnswer> {
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const isAllowed = addressRule(this.config.outboundLoopback && isLoopbackHost(host));
    const addresses: readonly ResolvedAddress[] = await within(
      signal,
      guardedAddresses(host, this.resolver, isAllowed),
    );
    const { method = 'GET', mediaTypes, headers = {}, body } = request;
    const answer = await exchange({
      url,
      method,
      headers: {
        ...headers,
        accept: mediaTypes.join(', '),
        'accept-encoding': 'identity',
        'user-agent': 'cordon',
      },
      body,
      addresses,
      isAllowed,
      signal,
    });
    try {
      return await answerOf(answer, request);
    } finally {
      answer.destroy();
    }
  }
}

async function answerOf(
  answer: IncomingMessage,
  { mediaTypes, bytesMax = OUTBOUND_BYTES_MAX }: OutboundRequest,
): Promise<OutboundAnswer> {
  const status = answer.statusCode ?? 0;
  if (status >= 300 && status < 400) {
    throw new OutboundError('REDIRECTED', `The answer is a redirect (${status}), which is not followed.`);
  }
  return { status, headers: answer.headers, body: await readBody(answer, { mediaTypes, bytesMax }) };
}

/** `work`, or the end of the time: looking a name up cannot be called off, only no longer be waited for. */
async function within<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const ended = Promise.withResolvers<never>();
  const end = (): void => {
    ended.reject(signal.reason as Error);
  };
  signal.addEventListener('abort', end, { once: true });
  try {
    return await Promise.race([work, ended.promise]);
  } finally {
    signal.removeEventListener('abort', end);
  }
}

function asOutboundError(error: unknown, { hostname }: URL, deadline: AbortSignal): OutboundError {
  if (error instanceof OutboundError) return error;
  return deadline.aborted
    ? new OutboundError('TIMED_OUT', `${hostname} did not answer in time.`, { cause: error })
    : new OutboundError('UNREACHABLE', `${hostname} cannot be reached.`, { cause: error });
}
