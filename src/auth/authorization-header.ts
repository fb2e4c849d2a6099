/** An access token as it came: by the scheme of RFC 6750 or of RFC 9449. */
export interface PresentedToken {
  readonly scheme: 'Bearer' | 'DPoP';
  readonly token: string;
}

const AUTHORIZATION = /^(bearer|dpop) +([A-Za-z0-9._~+/-]+=*)$/i;

/**
 * Reads the access token of a request from its headers as they came over the wire (name, value, name, value ...).
 * Undefined where there is none, and where there are several: of two Authorization headers the server would take the
 * first, and a proxy in front of it may have looked at the last. Tokens in a query or a form are not looked for, for they
 * end up in logs. Pure.
 */
export function readPresentedToken(rawHeaders: readonly string[]): PresentedToken | undefined {
  const [value, ...others] = headerValues(rawHeaders, 'authorization');
  if (value === undefined || others.length > 0) return undefined;
  const [, scheme, token] = AUTHORIZATION.exec(value) ?? [];
  if (scheme === undefined || token === undefined) return undefined;
  return { scheme: scheme.toLowerCase() === 'dpop' ? 'DPoP' : 'Bearer', token };
}

/** Every value that a header was given. `name` in lower case. */
export function headerValues(rawHeaders: readonly string[], name: string): readonly string[] {
  const values: string[] = [];
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    if (rawHeaders[index]?.toLowerCase() === name) values.push(rawHeaders[index + 1] ?? '');
  }
  return values;
}
