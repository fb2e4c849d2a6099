import { Injectable } from '@nestjs/common';

import { AuditLog } from '../audit/index.js';
import type { Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import type { MemberId } from '../common/id.js';
import { accepted, refused, type Refusal, type Result } from '../common/refusal.js';
import { Database } from '../database/index.js';
import type { MemberKind } from './member-kind.js';
import type { MemberRow } from './member-row.js';
import { refuseName, refuseReason, type TextRefusalCode, tidyName } from './member-text.js';
import { changeAttributes, lockMember } from './member.statements.js';
import { memberNotFound } from './not-found.js';

/** What a member is from now on. What is left out stays; a region of null is none any more. */
export interface ChangedAttributes {
  readonly memberId: MemberId;
  readonly kind?: MemberKind | undefined;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string | undefined;
  readonly region?: string | null | undefined;
  readonly reason: string;
}

export type AttributesRefusalCode = TextRefusalCode | 'NOT_FOUND' | 'NOT_ALLOWED_IN_STATE' | 'OWN_MEMBER';

/**
 * Changes what kind of organisation a member is, and where. The groups by rule follow in the same transaction, kept by the
 * database itself: the member sees what is shared in them, or sees it no more, from its next statement on.
 */
@Injectable()
export class MemberAttributes {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async change(
    actor: Actor,
    { memberId, reason, ...changed }: ChangedAttributes,
  ): Promise<Result<MemberRow, AttributesRefusalCode>> {
    const region = typeof changed.region === 'string' ? tidyName(changed.region) : changed.region;
    const faults = [
      ...refuseReason(reason, 'reason'),
      ...(typeof region === 'string' ? refuseName(region, 'region') : []),
    ];
    if (faults.length > 0) return refused(...faults);
    return this.database.asActor(actor, async (tx): Promise<Result<MemberRow, AttributesRefusalCode>> => {
      const member = await lockMember(tx, memberId);
      if (member === undefined) return refused(memberNotFound());
      if (member.status === 'REJECTED' || member.status === 'LEFT') return refused(isOver(member));
      if (memberId === actor.memberId) return refused(ownMember());

      const { kind = member.kind, country = member.country } = changed;
      const next = { kind, country, region: region === undefined ? member.region : region };
      const row = await changeAttributes(tx, memberId, next, this.clock.now());
      await this.audit.append(tx, actor, {
        action: 'member.change-attributes',
        objectKind: 'member',
        objectIds: [memberId],
        detail: { fromKind: member.kind, toKind: kind, fromCountry: member.country, toCountry: country },
      });
      return accepted(row ?? member);
    });
  }
}

function isOver({ status }: MemberRow): Refusal<'NOT_ALLOWED_IN_STATE'> {
  const message = `The member is ${status}: it stays as it was.`;
  return { code: 'NOT_ALLOWED_IN_STATE', field: ['memberId'], message };
}

/** By its kind or country an admin's member would come into groups. */
function ownMember(): Refusal<'OWN_MEMBER'> {
  const message = 'This is your own member: an admin of another member has to do it.';
  return { code: 'OWN_MEMBER', field: ['memberId'], message };
}
