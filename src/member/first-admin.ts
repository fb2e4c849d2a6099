import { Injectable } from '@nestjs/common';

import { AuditLog } from '../audit/index.js';
import { refusePassword, UserAccounts, type NewUserCredentials } from '../auth/index.js';
import { Clock } from '../common/clock.js';
import { newId, type MemberId } from '../common/id.js';
import { accepted, refused, type Refusal, type Result } from '../common/refusal.js';
import { Database, type NamedStatement, type Tx } from '../database/index.js';
import { AGREEMENT_VERSION } from './agreement.js';
import { refuseEmail, refuseName, tidyName, type TextRefusalCode } from './member-text.js';
import { changeStatus, insertMember, signAgreement } from './member.statements.js';

/** An admin of the coalition, and the coalition's own member where there is none yet. */
export interface FirstAdmin {
  readonly email: string;
  readonly name: string;
  /** Name of the coalition's own member; of no account once it is there. */
  readonly coalitionName: string;
  /** Its country, ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Left out: random ones. For demonstrations whose credentials are printed. */
  readonly password?: string | undefined;
  readonly totpSecret?: string | undefined;
}

export interface CreatedAdmin extends NewUserCredentials {
  readonly memberId: MemberId;
}

export type FirstAdminRefusalCode = TextRefusalCode | 'WEAK_PASSWORD' | 'EMAIL_TAKEN' | 'NAME_TAKEN';

/** Two of these at once must not found two coalitions. */
const LOCK: NamedStatement = {
  name: 'member.lockFirstAdmin',
  text: `select pg_advisory_xact_lock(hashtextextended('cordon.first_admin', 0))`,
};

/** The coalition's own member is the one whose people are its admins. */
const SELECT_COALITION: NamedStatement = {
  name: 'member.selectCoalition',
  text: `select p.member_id as "memberId" from principal p join app_user u on u.id = p.id
    where 'COALITION_ADMIN' = any (u.roles) order by p.created_at, p.id limit 1`,
};

/**
 * Makes admins of a coalition from outside of it: for the operator of the server, who has no actor. Whatever needs two
 * admins needs it to be called twice, with two addresses.
 */
@Injectable()
export class FirstAdmins {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly accounts: UserAccounts,
    private readonly clock: Clock,
  ) {}

  async createFirstAdmin(admin: FirstAdmin): Promise<Result<CreatedAdmin, FirstAdminRefusalCode>> {
    const email = admin.email.trim();
    const weak =
      admin.password === undefined ? undefined : refusePassword(admin.password, [email, admin.name]);
    const faults: Refusal<FirstAdminRefusalCode>[] = [
      ...refuseEmail(email, 'email'),
      ...refuseName(admin.name, 'name'),
      ...(weak === undefined ? [] : [weak]),
    ];
    if (faults.length > 0) return refused(...faults);
    try {
      return accepted(await this.database.asSystem('operator', (tx) => this.make(tx, { ...admin, email })));
    } catch (error) {
      if (error instanceof Refused) return refused(error.refusal);
      throw error;
    }
  }

  private async make(tx: Tx, admin: FirstAdmin): Promise<CreatedAdmin> {
    await tx.statement(LOCK, []);
    const memberId = await this.coalition(tx, admin);
    const made = await this.accounts.create(tx, {
      memberId,
      email: admin.email,
      name: tidyName(admin.name),
      roles: ['COALITION_ADMIN'],
      password: admin.password,
      totpSecret: admin.totpSecret,
    });
    if (made === undefined) {
      throw new Refused({
        code: 'EMAIL_TAKEN',
        field: ['email'],
        message: 'A user with this e-mail address exists already.',
      });
    }
    await this.audit.append(tx, null, {
      action: 'user.create',
      objectKind: 'user',
      objectIds: [made.userId],
      detail: { roles: ['COALITION_ADMIN'] },
    });
    return { ...made, memberId };
  }

  private async coalition(tx: Tx, { coalitionName, country }: FirstAdmin): Promise<MemberId> {
    const [existing] = await tx.statement<{ memberId: MemberId }>(SELECT_COALITION, []);
    if (existing !== undefined) return existing.memberId;
    const faults = refuseName(coalitionName, 'coalitionName');
    if (faults[0] !== undefined) throw new Refused(faults[0]);

    const id = newId('member');
    const at = this.clock.now();
    const member = {
      id,
      name: tidyName(coalitionName),
      kind: 'CLEARINGHOUSE',
      country,
      region: null,
    } as const;
    const founded = { reason: 'The coalition is founded.', changedBy: null, at };
    const row = await insertMember(tx, member, { from: null, to: 'APPLIED', ...founded });
    if (row === undefined) {
      throw new Refused({
        code: 'NAME_TAKEN',
        field: ['coalitionName'],
        message: 'A member has this name already.',
      });
    }
    await signAgreement(tx, id, AGREEMENT_VERSION, tidyName(coalitionName), at);
    await changeStatus(tx, id, { from: 'APPLIED', to: 'ACTIVE', ...founded });
    await this.audit.append(tx, null, { action: 'member.found', objectKind: 'member', objectIds: [id] });
    return id;
  }
}

/** Carries a refusal out of the transaction, which must not keep what was done before it. */
class Refused extends Error {
  constructor(readonly refusal: Refusal<FirstAdminRefusalCode>) {
    super(refusal.code);
  }
}
