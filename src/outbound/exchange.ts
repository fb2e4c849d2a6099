import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest, type RequestOptions } from 'node:https';
import type { LookupFunction } from 'node:net';

import type { AddressRule } from './guarded-addresses.js';
import type { ResolvedAddress } from './host-resolver.js';
import { OutboundError } from './outbound-error.js';

/** Largest head of an answer, in bytes. */
const HEADERS_BYTES_MAX = 16_384;

/** One request to addresses that are decided already. */
export interface Exchange {
  readonly url: URL;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly addresses: readonly ResolvedAddress[];
  /** Asked once more of the address that the connection was made to. */
  readonly isAllowed: AddressRule;
  /** Ends the exchange at whatever point it has come to. */
  readonly signal: AbortSignal;
}

/**
 * Sends one request over a connection of its own and gives the answer's head; its body is for the caller to read.
 *
 * Connections are not kept: what is fetched is fetched every few minutes, and a connection that was checked a while ago
 * is one more thing to argue about. Certificates are always verified, whatever the environment says.
 *
 * @throws OutboundError ADDRESS_REFUSED; else whatever the connection failed with
 */
export function exchange(asked: Exchange): Promise<IncomingMessage> {
  const { url, method, headers, body, isAllowed, signal } = asked;
  const secure = url.protocol === 'https:';
  const agent = secure ? new HttpsAgent({ maxCachedSessions: 0 }) : new HttpAgent();
  const options: RequestOptions = {
    method,
    headers,
    agent,
    signal,
    lookup: lookupOf(asked.addresses),
    maxHeaderSize: HEADERS_BYTES_MAX,
    insecureHTTPParser: false,
    rejectUnauthorized: true,
    minVersion: 'TLSv1.2',
  };
  return new Promise((resolve, reject) => {
    const request = secure ? httpsRequest(url, options) : httpRequest(url, options);
    request.once('response', resolve);
    request.once('error', reject);
    request.once('socket', (socket) => {
      socket.once('connect', () => {
        const connected = socket.remoteAddress;
        if (connected !== undefined && isAllowed(connected)) return;
        // Nothing was sent yet: TLS begins after this event, and plain http is written after it.
        request.destroy(
          new OutboundError(
            'ADDRESS_REFUSED',
            `The connection to ${url.hostname} leads where nothing is sent to.`,
          ),
        );
      });
    });
    request.end(body);
  });
}

/** Answers Node's own question for the host's addresses by those that were checked: nobody looks the name up again. */
function lookupOf(addresses: readonly ResolvedAddress[]): LookupFunction {
  return (_host, { all }, answer) => {
    if (all === true) {
      answer(
        null,
        addresses.map((each) => ({ ...each })),
      );
      return;
    }
    const [first] = addresses;
    if (first === undefined) answer(new Error('There is no address.'), '');
    else answer(null, first.address, first.family);
  };
}
