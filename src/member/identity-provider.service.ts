import { Injectable } from '@nestjs/common';

import {
  type GivenProvider,
  IdentityProviders,
  ProviderFlow,
  type ProviderRow,
  SIGN_IN_PATH,
} from '../auth/index.js';
import type { UserActor } from '../common/actor.js';
import type { IdentityProviderId } from '../common/id.js';
import { accepted, refused, type Refusal, type Result } from '../common/refusal.js';
import { Config } from '../config/index.js';
import { checkText, type GateRefusalCode } from '../identifier/index.js';

/** A provider as its member's admin sees it, with the addresses that belong to it. */
export interface SeenProvider {
  readonly row: ProviderRow;
  readonly redirectUri: string;
  readonly signInUrl: string;
}

export type ProviderRefusalCode =
  | GateRefusalCode
  | 'REQUIRED'
  | 'TOO_LONG'
  | 'TOO_MANY'
  | 'INVALID_PROVIDER'
  | 'NOT_FOUND'
  | 'NOT_ALLOWED_IN_STATE';

/** Characters of a client id, of a secret, and of a value of `acr`. */
const VALUE_LENGTH_MAX = 255;
const ACCEPTED_ACR_MAX = 10;

/** The identity provider of the actor's own member. */
@Injectable()
export class IdentityProviderService {
  constructor(
    private readonly providers: IdentityProviders,
    private readonly flow: ProviderFlow,
    private readonly config: Config,
  ) {}

  async ofMember(actor: UserActor): Promise<SeenProvider | undefined> {
    const row = await this.providers.ofMember(actor);
    return row && this.seen(row);
  }

  async set(actor: UserActor, given: GivenProvider): Promise<Result<SeenProvider, ProviderRefusalCode>> {
    await this.providers.enter(actor);
    const faults: Refusal<ProviderRefusalCode>[] = [
      ...refuseValue(given.clientId, 'clientId'),
      ...(given.clientSecret === undefined ? [] : refuseSecret(given.clientSecret)),
      ...given.acceptedAcr.flatMap((value, index) => refuseValue(value, 'acceptedAcr', String(index))),
    ];
    if (given.acceptedAcr.length > ACCEPTED_ACR_MAX) {
      const message = `At most ${ACCEPTED_ACR_MAX} values are taken.`;
      faults.push({ code: 'TOO_MANY', field: ['acceptedAcr'], message });
    }
    if (faults.length > 0) return refused(...faults);
    // Asked last, and outside of a transaction: it takes a while, and goes out only for what is kept if it works.
    const issuerFault = await this.providers.refuseIssuer(actor, given.issuer);
    if (issuerFault !== undefined) {
      return refused({ code: 'INVALID_PROVIDER', field: ['issuer'], message: issuerFault });
    }
    return accepted(this.seen(await this.providers.set(actor, given)));
  }

  async setRequired(actor: UserActor, required: boolean): Promise<Result<SeenProvider, ProviderRefusalCode>> {
    const row = await this.providers.setRequired(actor, required);
    if (row === 'NO_PROVIDER') return refused(noProvider(['required']));
    if (row === 'NOT_BY_PROVIDER') {
      const message =
        'Sign in by the provider yourself first: that shows that it works, and nobody is locked out.';
      return refused({ code: 'NOT_ALLOWED_IN_STATE', field: ['required'], message });
    }
    return accepted(this.seen(row));
  }

  async remove(actor: UserActor, id: IdentityProviderId): Promise<Result<true, ProviderRefusalCode>> {
    const isRemoved = await this.providers.remove(actor, id);
    return isRemoved ? accepted(true) : refused(noProvider(['identityProviderId']));
  }

  private seen(row: ProviderRow): SeenProvider {
    const signInUrl = `${this.config.publicUrl}${SIGN_IN_PATH}?provider=${row.id}`;
    return { row, redirectUri: this.flow.callbackOf(row.id), signInUrl };
  }
}

function refuseValue(text: string, ...field: readonly string[]): readonly Refusal<ProviderRefusalCode>[] {
  if (text === '') return [{ code: 'REQUIRED', field, message: 'A value is needed here.' }];
  return checkText(text, field, { lengthMax: VALUE_LENGTH_MAX });
}

/** A secret is random text and may look like anything: only its length counts, and that it can be sent in a header. */
function refuseSecret(secret: string): readonly Refusal<ProviderRefusalCode>[] {
  const field = ['clientSecret'];
  if (secret === '') return [{ code: 'REQUIRED', field, message: 'Leave it out to have Cordon make a key.' }];
  if (/^[\x20-\x7e]{1,255}$/.test(secret)) return [];
  return [
    { code: 'TOO_LONG', field, message: `A secret has at most ${VALUE_LENGTH_MAX} printable characters.` },
  ];
}

function noProvider(field: readonly string[]): Refusal<'NOT_FOUND'> {
  return { code: 'NOT_FOUND', field, message: 'Your member has no such identity provider.' };
}
