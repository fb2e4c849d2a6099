/**
 * The cookie of a browser's session. `__Host-` has browsers take it only over TLS (or from this machine itself), from this
 * host itself, for all paths: no neighbour below the same domain can plant or read it (RFC 6265bis, section 4.1.3.2).
 */
export const SESSION_COOKIE = '__Host-cordon';
/** The cookie that binds a sign-in under way at a provider to the browser that began it. */
export const FLOW_COOKIE = '__Host-cordon-flow';

/** Longest cookie header looked at: browsers send at most 4 KiB of each cookie. */
const HEADER_LENGTH_MAX = 16_384;

/** What our cookies hold, which needs no quoting: tokens and tickets. */
const VALUE = /^[A-Za-z0-9._-]{1,3000}$/;

/** A session's cookie, never sent along from another site. It lives as long as the session may, in seconds. */
export function sessionCookie(token: string, leftS: number): string {
  return write(SESSION_COOKIE, token, leftS, 'Strict');
}

/** A flow's cookie comes back when the provider sends the browser back, which is a navigation from another site. */
export function flowCookie(ticket: string, lifeS: number): string {
  return write(FLOW_COOKIE, ticket, lifeS, 'Lax');
}

/** Has the browser forget a cookie. */
export function clearedCookie(name: typeof SESSION_COOKIE | typeof FLOW_COOKIE): string {
  return write(name, '', 0, 'Strict');
}

/** The value of a cookie of ours, or undefined when there is none. */
export function readCookie(header: string | undefined, name: string): string | undefined {
  if (header === undefined || header.length > HEADER_LENGTH_MAX) return undefined;
  const pair = header
    .split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${name}=`));
  const value = pair?.slice(name.length + 1);
  return value !== undefined && VALUE.test(value) ? value : undefined;
}

function write(name: string, value: string, lifeS: number, sameSite: 'Strict' | 'Lax'): string {
  return `${name}=${value}; Max-Age=${lifeS}; Path=/; Secure; HttpOnly; SameSite=${sameSite}`;
}
