import { OAuthError } from './oauth-error.js';

/** The parameters of a request to the token endpoint, each given once and not empty. */
export type OAuthForm = ReadonlyMap<string, string>;

const FORM_TYPE = 'application/x-www-form-urlencoded';
/** Longest value that is read: a client assertion has 1 to 2 KiB. */
const VALUE_LENGTH_MAX = 8192;

/**
 * Reads an urlencoded body as the HTTP server has parsed it: an object of texts, or lists of texts where a parameter was
 * repeated. A parameter given twice is refused, one without a value counts as not given, an unknown one is ignored
 * (RFC 6749, section 3.2).
 *
 * @throws OAuthError invalid_request
 */
export function readForm(contentType: string | undefined, body: unknown): OAuthForm {
  if (contentType?.split(';')[0]?.trim().toLowerCase() !== FORM_TYPE) {
    throw invalidRequest(`Send the parameters as ${FORM_TYPE}.`);
  }
  const form = new Map<string, string>();
  for (const [name, value] of Object.entries(body ?? {}) as [string, unknown][]) {
    if (typeof value !== 'string')
      throw invalidRequest(`The parameter ${shown(name)} is given more than once.`);
    if (value.length > VALUE_LENGTH_MAX) throw invalidRequest(`The parameter ${shown(name)} is too long.`);
    if (value.includes('\0')) throw invalidRequest(`The parameter ${shown(name)} holds a NUL.`);
    if (value !== '') form.set(name, value);
  }
  return form;
}

/** The value of a parameter that the grant needs. */
export function required(form: OAuthForm, name: string): string {
  const value = form.get(name);
  if (value === undefined) throw invalidRequest(`The parameter ${name} is missing.`);
  return value;
}

/**
 * The credentials of a Basic authorization header, or undefined when the header is of another kind. Id and secret are
 * urlencoded inside (RFC 6749, section 2.3.1); ours have no character that this would change.
 */
export function readBasic(
  authorization: string | undefined,
): readonly [id: string, secret: string] | undefined {
  const match = /^basic +([A-Za-z0-9+/]+={0,2})$/i.exec(authorization ?? '');
  if (match?.[1] === undefined) return undefined;
  const [id, ...secret] = Buffer.from(match[1], 'base64').toString('utf8').split(':');
  return id === undefined || secret.length === 0 ? undefined : [id, secret.join(':')];
}

export function invalidRequest(description: string): OAuthError {
  return new OAuthError('invalid_request', description);
}

/** A parameter's name as it may be shown: what is not a name of ours is not echoed. */
function shown(name: string): string {
  return /^[a-z_]{1,40}$/.test(name) ? name : '(unprintable)';
}
