import { generateSecret, generateURI, verifySync } from 'otplib';

/** Seconds of one time step. */
const STEP_S = 30;
/** Bytes of a new secret: the length of SHA-1's output, as RFC 4226 section 4 recommends. */
const SECRET_LENGTH_BYTES = 20;
/** Clocks of telephones differ: one step on either side is taken as well (RFC 6238, section 5.2). */
const TOLERANCE_S = STEP_S;

/** A new secret in base32, as authenticator apps take it. */
export function newTotpSecret(): string {
  return generateSecret({ length: SECRET_LENGTH_BYTES });
}

/** The `otpauth://` URI of a secret, to be shown as a QR code. */
export function totpUri(email: string, secret: string): string {
  return generateURI({ issuer: 'Cordon', label: email, secret });
}

/**
 * The time step that a code stands for, or undefined when it is no code of this secret now. `afterStep` is the last step
 * that was used: a code counts once, and so does every earlier one (RFC 6238, section 5.2).
 *
 * Best effort against two sign-ins at the same moment; the conditional update of the stored step is the authority.
 */
export function totpStep(
  secret: string,
  code: string,
  now: Date,
  afterStep: number | undefined,
): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined;
  const epoch = Math.floor(now.getTime() / 1000);
  const result = verifySync({ secret, token: code, epoch, period: STEP_S, epochTolerance: TOLERANCE_S });
  if (!result.valid || !('timeStep' in result)) return undefined;
  return afterStep === undefined || result.timeStep > afterStep ? result.timeStep : undefined;
}
