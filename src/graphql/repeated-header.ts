/** Headers of which a request has one: which of two counts differs from server to server, and a proxy may look at the other. */
const ONCE: ReadonlySet<string> = new Set(['host', 'authorization', 'content-type', 'dpop']);
const LENGTHS: ReadonlySet<number> = new Set(Array.from(ONCE, (name) => name.length));

/**
 * The first of these headers that a request has twice, or undefined. Node itself refuses a second content-length, and of
 * the others keeps the first without a word (RFC 9112, section 3.2, asks for 400 where it is the host).
 *
 * `rawHeaders`: names and values in turn, as Node gives them.
 */
export function repeatedHeader(rawHeaders: readonly string[]): string | undefined {
  const seen = new Set<string>();
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const raw = rawHeaders[index] ?? '';
    // Most names are told apart by their length, without a copy in small letters.
    if (!LENGTHS.has(raw.length)) continue;
    const name = raw.toLowerCase();
    if (!ONCE.has(name)) continue;
    if (seen.has(name)) return name;
    seen.add(name);
  }
  return undefined;
}
