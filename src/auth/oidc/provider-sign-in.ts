import { Injectable } from '@nestjs/common';

import type { UserActor } from '../../common/actor.js';
import { fromUuid } from '../../common/id.js';
import { PublicError } from '../../common/refusal.js';
import { Config } from '../../config/index.js';
import { Database } from '../../database/index.js';
import { BrowserSessions } from '../browser/browser-sessions.js';
import { networkHash } from '../network.js';
import type { ProofResult } from '../proved-person.js';
import { SignIn } from '../sign-in.js';
import { SignInRefused, type RefusalReason } from '../sign-in-refused.js';
import { StepUp } from '../step-up.js';
import { type FlowAim, ProviderFlow } from './provider-flow.js';
import { ProviderProof } from './provider-proof.js';
import { type ProviderRow, SELECT_PROVIDER, SELECT_PROVIDER_OF_MEMBER } from './provider.statements.js';

/** What a person is told when a sign-in by provider is refused: only what the provider's answer has told them anyway. */
export type ShownRefusal = 'second-factor' | 'not-linked' | 'invitation' | 'other';

const SHOWN: Partial<Record<RefusalReason, ShownRefusal>> = {
  NO_SECOND_FACTOR: 'second-factor',
  NOT_LINKED: 'not-linked',
  INVITATION_INVALID: 'invitation',
};

/** A browser that came back from a provider. */
export interface CallbackRequest {
  /** The id in the address that it came back to. */
  readonly provider: string;
  readonly ticket: string | undefined;
  readonly search: string;
  readonly address: string;
  readonly requestId: string;
}

export type CallbackResult =
  { readonly token: string; readonly leftS: number } | { readonly refused: ShownRefusal };

/** Signs people in by their member's own provider, and has them confirm by it. */
@Injectable()
export class ProviderSignIn {
  constructor(
    private readonly database: Database,
    private readonly flows: ProviderFlow,
    private readonly proof: ProviderProof,
    private readonly people: SignIn,
    private readonly stepUp: StepUp,
    private readonly sessions: BrowserSessions,
    private readonly config: Config,
  ) {}

  /** @throws PublicError NOT_FOUND, UNAVAILABLE */
  async begin(
    providerId: string,
    invitation: string | undefined,
  ): Promise<{ readonly url: string; readonly ticket: string }> {
    const id = fromUuid('identityProvider', providerId);
    const [provider] =
      id === undefined
        ? []
        : await this.database.systemStatement<ProviderRow>('sign_in', SELECT_PROVIDER, [id]);
    return this.open(provider, invitation === undefined ? {} : { invitation });
  }

  /** @throws PublicError NOT_FOUND, UNAVAILABLE */
  async beginStepUp(actor: UserActor): Promise<{ readonly url: string; readonly ticket: string }> {
    const { memberId, userId, sessionId } = actor;
    const [provider] = await this.database.systemStatement<ProviderRow>(
      'sign_in',
      SELECT_PROVIDER_OF_MEMBER,
      [memberId],
    );
    if (sessionId === undefined) throw noProvider();
    return this.open(provider, { stepUp: { userId, sessionId } });
  }

  async finish(request: CallbackRequest): Promise<CallbackResult> {
    const { provider, ticket, search, address, requestId } = request;
    const providerId = fromUuid('identityProvider', provider);
    if (providerId === undefined) return { refused: 'other' };
    const flow = ticket === undefined ? undefined : await this.flows.take(ticket, providerId);
    const network = networkHash(this.config.secretKey, address);
    let why: RefusalReason | undefined;
    const prove = async (): Promise<ProofResult> => {
      const result = await this.proof.prove({ providerId, flow, search, network });
      if (!result.ok) ({ why } = result.failure);
      return result;
    };
    try {
      if (flow?.stepUp === undefined) return await this.people.by(prove, 'BROWSER', requestId);
      const subject = await this.sessions.subjectOfId(flow.stepUp.sessionId);
      if (subject === undefined) return { refused: 'other' };
      return await this.stepUp.by({ ...subject, requestId }, prove);
    } catch (error) {
      if (error instanceof SignInRefused) return { refused: (why && SHOWN[why]) ?? 'other' };
      throw error;
    }
  }

  private async open(
    provider: ProviderRow | undefined,
    aim: FlowAim,
  ): Promise<{ readonly url: string; readonly ticket: string }> {
    if (provider === undefined) throw noProvider();
    try {
      return await this.flows.begin(provider, aim);
    } catch (cause) {
      throw new PublicError('UNAVAILABLE', "Your organisation's provider did not answer: try again.", {
        cause,
      });
    }
  }
}

function noProvider(): PublicError {
  return new PublicError(
    'NOT_FOUND',
    "There is no such provider: ask your admin for your organisation's link.",
  );
}
