import { notAuthorisedError } from '../cli-error.js';
import type { Terminal } from '../terminal.js';
import type { Credential, Profile } from './profile.js';
import type { ProfileStore } from './profile-store.js';
import type { ProofKey } from './proof-key.js';
import { type Grant, grantFor } from './token-endpoint.js';

/** A token is renewed this long before it ends, so that it does not end on its way to the service. */
const RENEW_BEFORE_MS = 30_000;

/** Access tokens that last as long as the command does. */
export interface TokenSource {
  /** The key that the latest token is bound to, if it is: each request with it needs a proof. */
  readonly proofKey?: ProofKey | undefined;
  /** A token that is good for at least some seconds. */
  accessToken(): Promise<string>;
  /** Makes the next `accessToken` ask anew: the service did not accept `token`. */
  forget(token: string): void;
}

interface HeldToken {
  readonly value: string;
  readonly expiresAt: number;
}

function isFresh(
  token: HeldToken | undefined,
  nowMs: number,
  refused: string | undefined,
): token is HeldToken {
  return token !== undefined && token.value !== refused && token.expiresAt - RENEW_BEFORE_MS > nowMs;
}

/** Renews by asking `renew`, once for all callers that wait at the same time. */
abstract class RenewingTokenSource implements TokenSource {
  private held: HeldToken | undefined;
  private refused: string | undefined;
  private renewal: Promise<HeldToken> | undefined;

  protected constructor(protected readonly terminal: Terminal) {}

  async accessToken(): Promise<string> {
    if (isFresh(this.held, this.terminal.now(), this.refused)) return this.held.value;
    this.renewal ??= this.renew(this.refused).finally(() => {
      this.renewal = undefined;
    });
    this.held = await this.renewal;
    return this.held.value;
  }

  forget(token: string): void {
    this.refused = token;
  }

  /** A new token, other than `refused`. */
  protected abstract renew(refused: string | undefined): Promise<HeldToken>;
}

/** For machine clients: each process asks for its own tokens, bound to a key of its own where the service wants that. */
export class ClientTokenSource extends RenewingTokenSource {
  private key: ProofKey | undefined;

  constructor(
    terminal: Terminal,
    private readonly url: string,
    private readonly credential: Credential,
  ) {
    super(terminal);
  }

  get proofKey(): ProofKey | undefined {
    return this.key;
  }

  protected override async renew(): Promise<HeldToken> {
    const grant = await grantFor(this.url, this.credential, this.terminal.now(), this.key);
    this.key = grant.proofKey;
    return heldToken(grant);
  }
}

/**
 * For people: a refresh token is good once, and using it twice ends the session. So the profile's file is the one place
 * where it stands, and commands that run side by side take turns and share the access token.
 */
export class PersonTokenSource extends RenewingTokenSource {
  constructor(
    terminal: Terminal,
    private readonly store: ProfileStore,
    private readonly profileName: string,
  ) {
    super(terminal);
  }

  protected override async renew(refused: string | undefined): Promise<HeldToken> {
    const now = this.terminal.now();
    const known = (await this.store.find(this.profileName))?.accessToken;
    if (isFresh(known, now, refused)) return known;
    const profile = await this.store.update(this.profileName, async (current) => {
      if (current?.credential.kind !== 'person')
        throw notAuthorisedError(`The profile "${this.profileName}" was signed out. Use cordon login.`);
      if (isFresh(current.accessToken, now, refused)) return current;
      return personProfile(
        current.url,
        current.credential,
        await grantFor(current.url, current.credential, now),
      );
    });
    const token = profile?.accessToken;
    if (token === undefined)
      throw notAuthorisedError('The service gave no access token. Use cordon login again.');
    return token;
  }
}

/** The profile of a person after a grant. A grant without a new refresh token leaves the old one in place. */
export function personProfile(
  url: string,
  person: { readonly email: string; readonly refreshToken: string },
  grant: Grant,
): Profile {
  return {
    url,
    credential: {
      kind: 'person',
      email: person.email,
      refreshToken: grant.refreshToken ?? person.refreshToken,
    },
    accessToken: heldToken(grant),
  };
}

function heldToken(grant: Grant): HeldToken {
  return { value: grant.accessToken, expiresAt: grant.expiresAt };
}
