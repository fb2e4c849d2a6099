import type { RawAnswer, RawRequest } from './send-raw.js';
import type { TokenWorld } from './token-world.js';

/** One attack: how its request is made. Which instance it goes to is the first, unless it says otherwise. */
export interface TokenCase {
  readonly name: string;
  readonly make: (world: TokenWorld) => Promise<Attempt> | Attempt;
}

export interface Attempt {
  readonly request: RawRequest;
  readonly instance?: 'first' | 'second';
}

/** Whether an answer lets the caller in: the API answers the question, or the token endpoint gives a token. */
export function letsIn({ status, body }: RawAnswer): boolean {
  const { data, access_token: token } = parse(body);
  return status === 200 && ((data !== undefined && data !== null) || token !== undefined);
}

/** Whether an answer is the one that an attack gets: refused as not signed in, and not by an accident of the service. */
export function refuses(answer: RawAnswer): boolean {
  const { errors, error } = parse(answer.body);
  const isRefusal =
    // A header that is given twice is refused before anyone looks at what it says.
    ['UNAUTHENTICATED', 'BAD_REQUEST'].includes(errors?.[0]?.extensions.code ?? '') ||
    (error !== undefined && [400, 401].includes(answer.status));
  return !letsIn(answer) && isRefusal;
}

interface Answered {
  readonly data?: unknown;
  readonly access_token?: unknown;
  readonly error?: string;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

function parse(body: string): Answered {
  try {
    return JSON.parse(body) as Answered;
  } catch {
    return {};
  }
}
