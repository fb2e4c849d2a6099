/** Why a request out was not made, or its answer not taken. */
export type OutboundFault =
  /** The address breaks a rule of outbound-url.ts. */
  | 'URL_REFUSED'
  /** The name leads to an address that is not a public host's. */
  | 'ADDRESS_REFUSED'
  /** No such host, no connection, no valid certificate, or the connection was lost. */
  | 'UNREACHABLE'
  /** The whole took longer than it may. */
  | 'TIMED_OUT'
  | 'TOO_LARGE'
  /** The answer's content type or encoding is not one that was asked for. */
  | 'WRONG_TYPE'
  | 'REDIRECTED'
  /** So many are under way that one more would hold what requests of members need. */
  | 'BUSY';

/**
 * A request out that did not succeed. The message is for the log and the operator: it names the host, never the path.
 * Whoever gave the address is told no more than that it did not work, or the service would be a scanner of networks.
 */
export class OutboundError extends Error {
  override readonly name = 'OutboundError';

  constructor(
    readonly fault: OutboundFault,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
