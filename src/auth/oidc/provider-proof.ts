import { Injectable } from '@nestjs/common';

import { AuditLog } from '../../audit/index.js';
import { Clock } from '../../common/clock.js';
import type { IdentityProviderId } from '../../common/id.js';
import { Database, type NamedStatement, type Tx } from '../../database/index.js';
import type { Proof } from '../proof.js';
import { failed, type ProofResult } from '../proved-person.js';
import { secretHash } from '../secret.js';
import { SignInAttempts } from '../sign-in-attempts.js';
import type { RefusalReason } from '../sign-in-refused.js';
import { ProviderFlow, type TakenFlow, type VouchedAccount } from './provider-flow.js';
import {
  INSERT_LINK,
  type LinkedPerson,
  type ProviderRow,
  SELECT_INVITED_PERSON,
  SELECT_LINKED_PERSON,
  SELECT_PROVIDER,
  TAKE_INVITATION,
} from './provider.statements.js';
import { hasSecondFactor, keptAmr } from './second-factor.js';

/** What a provider has sent the browser back with. */
export interface ProviderAnswer {
  readonly providerId: IdentityProviderId;
  /** Undefined where the browser brings no ticket of a flow with this provider, or one that came back before. */
  readonly flow: TakenFlow | undefined;
  /** The query of the address that the browser came back to. */
  readonly search: string;
  readonly network: Buffer;
}

/** Checks what a member's provider answers, and finds the person that the account there is linked to. */
@Injectable()
export class ProviderProof {
  constructor(
    private readonly database: Database,
    private readonly flows: ProviderFlow,
    private readonly attempts: SignInAttempts,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Each answer has us ask the provider: so the number that a stranger can have us check is bounded, too. */
  async prove({ providerId, flow, search, network }: ProviderAnswer): Promise<ProofResult> {
    if (!(await this.attempts.takeOfNetwork(network))) return fails('NO_TRIES_LEFT');
    const [provider] = await this.rows<ProviderRow>(SELECT_PROVIDER, [providerId]);
    if (flow === undefined || provider === undefined) return fails('FLOW_INVALID');
    // Whatever did not fit, the answer is the same: what exactly is for the provider's own log.
    const account = await this.flows.finish(provider, flow, search).catch(() => undefined);
    if (account === undefined) return fails('PROVIDER_REFUSED');
    if (!hasSecondFactor(account, provider.acceptedAcr)) return fails('NO_SECOND_FACTOR');

    const { memberId, issuer } = provider;
    const [linked] = await this.rows<LinkedPerson>(SELECT_LINKED_PERSON, [memberId, issuer, account.subject]);
    const giveBack = (tx: Tx): Promise<undefined> =>
      this.attempts.giveBackOfNetwork(tx, network).then(() => undefined);
    const { invitation } = flow;
    if (linked !== undefined) return found(linked, account, giveBack);
    if (invitation === undefined) return fails('NOT_LINKED');
    const values = [secretHash(invitation), memberId, this.clock.now()];
    const [invited] = await this.rows<LinkedPerson>(SELECT_INVITED_PERSON, values);
    if (invited === undefined) return fails('INVITATION_INVALID');
    return found(invited, account, async (tx) => {
      const why = await this.link(tx, invited, account, invitation);
      return why ?? giveBack(tx);
    });
  }

  private async link(
    tx: Tx,
    { userId, memberId }: LinkedPerson,
    { issuer, subject }: VouchedAccount,
    invitation: string,
  ): Promise<RefusalReason | undefined> {
    const now = this.clock.now();
    const taken = await tx.statement(TAKE_INVITATION, [secretHash(invitation), now]);
    if (taken.length === 0) return 'INVITATION_INVALID';
    const linked = await tx.statement(INSERT_LINK, [memberId, issuer, subject, userId, userId, now]);
    // The account is another colleague's, or the person has one already: an admin has to undo that first.
    if (linked.length === 0) return 'INVITATION_INVALID';
    await this.audit.append(tx, null, {
      action: 'user.link',
      objectKind: 'user',
      objectIds: [userId],
      detail: { how: 'invitation' },
    });
    return undefined;
  }

  private rows<Row>(statement: NamedStatement, values: readonly unknown[]): Promise<Row[]> {
    return this.database.systemStatement<Row>('sign_in', statement, values);
  }
}

function found(
  { userId, memberId, epoch, roles }: LinkedPerson,
  account: VouchedAccount,
  spend: (tx: Tx) => Promise<RefusalReason | undefined>,
): ProofResult {
  const { authenticatedAt } = account;
  const proof: Proof = { method: 'PROVIDER', amr: keptAmr(account), authenticatedAt };
  return { ok: true, person: { userId, memberId, epoch, roles, proof, spend } };
}

function fails(why: RefusalReason): ProofResult {
  return failed({ method: 'PROVIDER', why });
}
