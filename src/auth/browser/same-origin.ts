/** The headers by which a browser says where a request comes from. */
export interface OriginHeaders {
  readonly origin?: string | undefined;
  readonly 'sec-fetch-site'?: string | string[] | undefined;
  readonly 'content-type'?: string | undefined;
}

/**
 * Decides whether a request that carries a cookie was made by a page of our own, and by no other site behind the person's
 * back (cross-site request forgery). Two independent signs, both needed:
 *
 * - where it comes from: `Origin` is ours, and `Sec-Fetch-Site` is `same-origin`. Browsers send at least one of them with
 *   every POST, and no page can change either; one that is missing does not count, but not both.
 * - what it brings: JSON, which no form of another site can send, and no script without asking us first (CORS).
 *
 * A neighbour below the same domain (`same-site`) is another origin. Pure. Source: OWASP, Cross-Site Request Forgery
 * Prevention; Fetch Metadata, section 2.
 */
export function isFromOwnPage(headers: OriginHeaders, ownOrigin: string): boolean {
  const { origin, 'sec-fetch-site': site, 'content-type': type } = headers;
  if (origin === undefined && site === undefined) return false;
  if (origin !== undefined && origin !== ownOrigin) return false;
  if (site !== undefined && site !== 'same-origin') return false;
  return type?.split(';')[0]?.trim().toLowerCase() === 'application/json';
}
