import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../audit/index.js';
import { type Actor, principalId } from '../../common/actor.js';
import { Clock } from '../../common/clock.js';
import type { MemberId } from '../../common/id.js';
import { accepted, refused, type Refusal, type Result } from '../../common/refusal.js';
import { Database, type Tx } from '../../database/index.js';
import { type IdentifierRefusalCode, normaliseIdentifier } from '../../identifier/index.js';
import { SAVE_TELEPHONE, SELECT_HOTLINES, SELECT_OWN_KIND } from './hotline.statements.js';

/** Hotlines that one answer names. */
export const HOTLINES_MAX = 20;

/** Whom to call when a child is at risk. */
export interface Hotline {
  readonly memberId: MemberId;
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** E.164. */
  readonly telephone: string;
}

export type HotlineRefusalCode = IdentifierRefusalCode | 'NOT_A_HOTLINE';

/** The hotlines of the coalition, and by which number they are called. */
@Injectable()
export class Hotlines {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Says by which number the own member, a hotline, is called. */
  async setTelephone(actor: Actor, telephone: string): Promise<Result<string, HotlineRefusalCode>> {
    const number = normaliseIdentifier({ type: 'PHONE', value: telephone });
    if (!number.ok)
      return refused(...number.refusals.map((refusal) => ({ ...refusal, field: ['telephone'] })));
    return this.database.asActor(actor, async (tx): Promise<Result<string, HotlineRefusalCode>> => {
      const [member] = await tx.statement<{ kind: string }>(SELECT_OWN_KIND, [actor.memberId]);
      if (member?.kind !== 'HOTLINE') return refused(NOT_A_HOTLINE);
      const { value } = number.value;
      await tx.statement(SAVE_TELEPHONE, [actor.memberId, value, principalId(actor), this.clock.now()]);
      await this.audit.append(tx, actor, {
        action: 'hotline.set-telephone',
        objectKind: 'member',
        objectIds: [actor.memberId],
      });
      return accepted(value);
    });
  }

  /** Whom a member calls: the active hotlines of its country that gave a number, where there is none, of all countries. */
  async forMember(tx: Tx, memberId: MemberId): Promise<readonly Hotline[]> {
    const hotlines = await tx.statement<Hotline & { readonly near: boolean }>(SELECT_HOTLINES, [
      memberId,
      HOTLINES_MAX,
    ]);
    const near = hotlines.filter((hotline) => hotline.near);
    return near.length > 0 ? near : hotlines;
  }
}

const NOT_A_HOTLINE: Refusal<'NOT_A_HOTLINE'> = {
  code: 'NOT_A_HOTLINE',
  field: ['telephone'],
  message: 'Only a hotline is called: your member is of another kind.',
};
