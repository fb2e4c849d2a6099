import { z } from 'zod';
import { usageError } from '../cli-error.js';

/** How a profile proves who it is. Client secrets are kept because access tokens live 5 minutes and must be renewed. */
const credential = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('client-secret'), clientId: z.string(), clientSecret: z.string() }),
  z.object({ kind: z.literal('client-key'), clientId: z.string(), keyFile: z.string() }),
  z.object({ kind: z.literal('person'), email: z.string(), refreshToken: z.string() }),
]);

const profile = z.object({
  url: z.string(),
  credential,
  /** A person's latest access token, so that commands running side by side do not each spend the refresh token. */
  accessToken: z.object({ value: z.string(), expiresAt: z.number() }).optional(),
});

export const profilesFile = z.object({ version: z.literal(1), profiles: z.record(z.string(), profile) });

export type Credential = z.infer<typeof credential>;
export type Profile = z.infer<typeof profile>;
export type ProfilesFile = z.infer<typeof profilesFile>;

const NAME = /^[A-Za-z0-9._-]{1,64}$/;

/** The name of a profile, or a usage error: 1 to 64 letters, digits, dots, dashes and underscores. */
export function checkProfileName(name: string): string {
  if (NAME.test(name)) return name;
  throw usageError(`"${name}" cannot be a profile's name: use 1 to 64 letters, digits, ".", "-" and "_".`);
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * The service's address without a trailing slash, or a usage error. Plain http is taken for this machine alone unless
 * `allowHttp` says otherwise: secrets and reports would cross the network readable.
 */
export function checkServiceUrl(text: string, allowHttp: boolean): string {
  if (!URL.canParse(text))
    throw usageError(`"${text}" is not an address. Give it whole, e.g. https://cordon.example.`);
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw usageError(`${text} is not a web address. Use https://.`);
  if (url.username !== '' || url.password !== '')
    throw usageError('Leave the user name and password out of the address: cordon login asks for them.');
  if (url.search !== '' || url.hash !== '')
    throw usageError(`Leave "${url.search}${url.hash}" out of the address.`);
  if (url.protocol === 'http:' && !allowHttp && !LOOPBACK.test(url.hostname))
    throw usageError(
      `${url.origin} is not encrypted: use https://, or --allow-http inside a network that you trust.`,
    );
  return url.href.replace(/\/+$/, '');
}
