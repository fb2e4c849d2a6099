/** A share of something, as every answer tells of it. */
export interface Allowance {
  /** What the member may use until it refills. */
  readonly limit: number;
  /** What is left of it. */
  readonly remaining: number;
  /** When it is whole again: RFC 3339, UTC. */
  readonly refillsAt: string;
}

/**
 * What an answer says in `extensions`, beside `data` and `errors`.
 *
 * `rateLimit` stands on every answer to a document: what it cost, in values of the response as reckoned before it ran
 * (limits/price-operation.ts), and what is left of the minute. Several instances share the limit, each drawing a part of
 * it in advance: `remaining` counts what the others had drawn when this one last did, and is never more than was then
 * left. `screeningQuota` stands where merchants were screened: how many more identifiers may be asked about today, and
 * those asked about before are free.
 */
export interface AnswerExtensions {
  rateLimit?: Allowance & { readonly cost: number };
  screeningQuota?: Allowance;
}
