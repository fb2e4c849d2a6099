import { z } from 'zod';

/** Longest part of an answer, in base64url; an attestation object with certificates has some thousands. */
const PART_LENGTH_MAX = 16_384;
/** Longest credential id: 1023 bytes (WebAuthn, section 5.8.3). */
const CREDENTIAL_ID_LENGTH_MAX = 1364;

const part = (lengthMax: number): z.ZodType<string> =>
  z
    .string()
    .min(1)
    .max(lengthMax)
    .regex(/^[A-Za-z0-9_-]+$/);

const common = {
  id: part(CREDENTIAL_ID_LENGTH_MAX),
  rawId: part(CREDENTIAL_ID_LENGTH_MAX),
  type: z.literal('public-key'),
};

/** What an authenticator answers to a request to sign in (AuthenticationResponseJSON). Extensions are not looked at. */
export const assertionSchema = z.object({
  ...common,
  response: z.object({
    clientDataJSON: part(PART_LENGTH_MAX),
    authenticatorData: part(PART_LENGTH_MAX),
    signature: part(PART_LENGTH_MAX),
    userHandle: part(100).optional(),
  }),
});

/** What an authenticator answers to a request for a new passkey (RegistrationResponseJSON). */
export const attestationSchema = z.object({
  ...common,
  response: z.object({
    clientDataJSON: part(PART_LENGTH_MAX),
    attestationObject: part(PART_LENGTH_MAX),
    transports: z
      .array(z.string().regex(/^[a-z-]{1,20}$/))
      .max(10)
      .optional(),
  }),
});

export type Assertion = z.infer<typeof assertionSchema>;
export type Attestation = z.infer<typeof attestationSchema>;

/** The challenge that an answer says it is to, or undefined. */
export function challengeOf(clientDataJson: string): string | undefined {
  try {
    const data: unknown = JSON.parse(Buffer.from(clientDataJson, 'base64url').toString('utf8'));
    const challenge = typeof data === 'object' && data !== null && 'challenge' in data ? data.challenge : '';
    return typeof challenge === 'string' && challenge !== '' ? challenge : undefined;
  } catch {
    return undefined;
  }
}
