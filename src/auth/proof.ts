/** The ways by which people sign in. */
export type SignInMethod = 'PASSWORD' | 'PASSKEY' | 'PROVIDER';

/** How and when a person proved who they are. */
export interface Proof {
  readonly method: SignInMethod;
  /** The factors, by their names in RFC 8176. */
  readonly amr: readonly string[];
  readonly authenticatedAt: Date;
}

/** Password and one-time code. */
export const AMR_PASSWORD: readonly string[] = ['pwd', 'otp', 'mfa'];
/** A passkey whose authenticator verified its user: one that stays in its device, or one that is synced. */
export const AMR_DEVICE_PASSKEY: readonly string[] = ['hwk', 'user', 'mfa'];
export const AMR_SYNCED_PASSKEY: readonly string[] = ['swk', 'user', 'mfa'];
