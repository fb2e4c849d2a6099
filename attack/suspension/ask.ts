import { TEST_PUBLIC_URL } from '../../test/support/app.js';
import type { DpopKey } from '../../test/support/dpop-key.js';
import { sendRaw } from '../tokens/send-raw.js';
import type { Instance } from './suspension-world.js';

/** What became of one request: answered in full, refused as not signed in, or neither, in words. */
export type Verdict = 'answered' | 'refused' | { readonly odd: string };

/** A credential in use. With a key, each request is proved anew. */
export interface Credential {
  readonly token: string;
  readonly key?: DpopKey | undefined;
  /** What is asked with it, in turn: the ways into the database that its owner takes. */
  readonly bodies: readonly string[];
}

/** Sends the `turn`th request of a credential to an instance. */
export async function ask(
  { app, agent }: Instance,
  { token, key, bodies }: Credential,
  turn: number,
): Promise<Verdict> {
  const proof = await key?.proof({
    url: `${TEST_PUBLIC_URL}/graphql`,
    now: app.clock.now(),
    accessToken: token,
    nonce: await nonceOf({ app, agent }),
  });
  const answer = await sendRaw(
    app.url,
    {
      path: '/graphql',
      headers: [
        ['content-type', 'application/json'],
        ['authorization', `${proof === undefined ? 'Bearer' : 'DPoP'} ${token}`],
        ...(proof === undefined ? [] : [['dpop', proof] as const]),
      ],
      body: bodies[turn % bodies.length] ?? '',
    },
    agent,
  );
  return verdictOf(answer.status, answer.body);
}

const nonces = new WeakMap<Instance['app'], Promise<string>>();

/** The nonce of this moment: the clock of the attack stands still, so one is good for all of it. */
function nonceOf({ app, agent }: Instance): Promise<string> {
  const known =
    nonces.get(app) ??
    sendRaw(app.url, { path: '/oauth/token', headers: [], body: '' }, agent).then(({ headers }) =>
      String(headers['dpop-nonce']),
    );
  nonces.set(app, known);
  return known;
}

function verdictOf(status: number, body: string): Verdict {
  const { data, errors } = JSON.parse(body) as {
    data?: Record<string, unknown> | null;
    errors?: readonly { readonly extensions: { readonly code: string } }[];
  };
  const isAnswered =
    data !== undefined && data !== null && Object.values(data).every((value) => value !== null);
  if (isAnswered && errors === undefined) return 'answered';
  const isEmpty = data === undefined || data === null || Object.values(data).every((value) => value === null);
  if (isEmpty && errors?.every(({ extensions }) => extensions.code === 'UNAUTHENTICATED') === true)
    return 'refused';
  return { odd: `${status} ${body}` };
}
