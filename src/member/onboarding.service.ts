import { Injectable } from '@nestjs/common';

import { Approvals } from '../access/index.js';
import { AuditLog } from '../audit/index.js';
import { principalId, type Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { newId, type MemberId } from '../common/id.js';
import { accepted, refused, type Refusal, type Result } from '../common/refusal.js';
import { Database, type Tx } from '../database/index.js';
import { AGREEMENT_VERSION } from './agreement.js';
import { refuseApplication } from './application.js';
import type { MemberKind } from './member-kind.js';
import type { MemberRow } from './member-row.js';
import { refuseName, refuseReason, tidyName, type TextRefusalCode } from './member-text.js';
import { changeStatus, insertMember, lockMember, signAgreement } from './member.statements.js';
import { statusAfter } from './member-status.js';
import { memberNotFound } from './not-found.js';

/** An application to join, as an admin of the coalition enters it. */
export interface Application {
  readonly name: string;
  readonly kind: MemberKind;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly region?: string | undefined;
}

export interface AgreementSignature {
  readonly memberId: MemberId;
  readonly version: string;
  /** Who signed for the member. */
  readonly signedBy: string;
}

export type OnboardingRefusalCode =
  | TextRefusalCode
  | 'UNKNOWN_CODE'
  | 'NOT_FOUND'
  | 'SAME_PERSON'
  | 'OWN_MEMBER'
  | 'AGREEMENT_MISSING'
  | 'NOT_ALLOWED_IN_STATE'
  | 'NAME_TAKEN';

type MemberResult = Result<MemberRow, OnboardingRefusalCode>;

/** How an organisation becomes a member: it applies, signs, and two different admins approve. */
@Injectable()
export class OnboardingService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly approvals: Approvals,
  ) {}

  async apply(actor: Actor, application: Application): Promise<MemberResult> {
    const region = application.region === undefined ? null : tidyName(application.region);
    const faults = [
      ...refuseName(application.name, 'name'),
      ...(region === null ? [] : refuseName(region, 'region')),
    ];
    if (faults.length > 0) return refused(...faults);

    const { kind, country } = application;
    const member = { id: newId('member'), name: tidyName(application.name), kind, country, region };
    const change = this.changeBy(actor, null, 'APPLIED', null);
    return this.database.asActor(actor, async (tx): Promise<MemberResult> => {
      const row = await insertMember(tx, member, change);
      if (row === undefined) return refused(nameTaken());
      await this.append(tx, actor, 'member.apply', row.id);
      return accepted(row);
    });
  }

  /** Notes that a member signed the agreement in force. Approvals given before no longer count: they saw another content. */
  async signAgreement(
    actor: Actor,
    { memberId, version, signedBy }: AgreementSignature,
  ): Promise<MemberResult> {
    const faults: Refusal<OnboardingRefusalCode>[] = [...refuseName(signedBy, 'signedBy')];
    if (version !== AGREEMENT_VERSION) faults.push(unknownAgreement());
    if (faults.length > 0) return refused(...faults);

    return this.database.asActor(actor, async (tx): Promise<MemberResult> => {
      const member = await lockMember(tx, memberId);
      if (member === undefined) return refused(memberNotFound());
      if (member.status === 'REJECTED' || member.status === 'LEFT') return refused(isOver(member));
      const signed = await signAgreement(tx, memberId, version, tidyName(signedBy), this.clock.now());
      if (signed === undefined) return refused(memberNotFound());
      await this.append(tx, actor, 'member.sign-agreement', memberId, { version });
      return accepted(signed);
    });
  }

  /** Gives one admin's approval; the second makes the member active. */
  async approve(actor: Actor, memberId: MemberId): Promise<MemberResult> {
    return this.database.asActor(actor, async (tx): Promise<MemberResult> => {
      const member = await lockMember(tx, memberId);
      if (member === undefined) return refused(memberNotFound());
      const refusal = refuseApplication(member.status, member);
      if (refusal !== undefined) return refused(refusal);
      const needed = await this.approvals.approve(
        tx,
        actor,
        { kind: 'MEMBER', objectId: memberId, digest: member.applicationDigest, excluded: [memberId] },
        ['memberId'],
      );
      if (!needed.ok) return needed;

      const isActive = needed.value === 0;
      await this.append(tx, actor, 'member.approve', memberId, { activated: isActive });
      if (!isActive) return accepted(member);
      const active = await changeStatus(tx, memberId, this.changeBy(actor, member.status, 'ACTIVE', null));
      return accepted(active ?? member);
    });
  }

  async reject(actor: Actor, memberId: MemberId, reason: string): Promise<MemberResult> {
    const faults = refuseReason(reason, 'reason');
    if (faults.length > 0) return refused(...faults);
    return this.database.asActor(actor, async (tx): Promise<MemberResult> => {
      const member = await lockMember(tx, memberId);
      if (member === undefined) return refused(memberNotFound());
      const next = statusAfter(member.status, 'REJECT');
      if (!next.ok) return next;
      const rejected = await changeStatus(
        tx,
        memberId,
        this.changeBy(actor, member.status, next.value, reason.trim()),
      );
      await this.append(tx, actor, 'member.reject', memberId);
      return accepted(rejected ?? member);
    });
  }

  private changeBy(
    actor: Actor,
    from: MemberRow['status'] | null,
    to: MemberRow['status'],
    reason: string | null,
  ): {
    from: MemberRow['status'] | null;
    to: MemberRow['status'];
    reason: string | null;
    changedBy: string;
    at: Date;
  } {
    return { from, to, reason, changedBy: principalId(actor), at: this.clock.now() };
  }

  private append(
    tx: Tx,
    actor: Actor,
    action: string,
    memberId: MemberId,
    detail?: Readonly<Record<string, string | boolean>>,
  ): Promise<void> {
    return this.audit.append(tx, actor, { action, objectKind: 'member', objectIds: [memberId], detail });
  }
}

function nameTaken(): Refusal<'NAME_TAKEN'> {
  return {
    code: 'NAME_TAKEN',
    field: ['name'],
    message: 'An organisation with this name has applied before.',
  };
}

function unknownAgreement(): Refusal<'UNKNOWN_CODE'> {
  return {
    code: 'UNKNOWN_CODE',
    field: ['version'],
    message: `The agreement in force is ${AGREEMENT_VERSION}.`,
    suggestion: AGREEMENT_VERSION,
  };
}

function isOver({ status }: MemberRow): Refusal<'NOT_ALLOWED_IN_STATE'> {
  const message = `The member is ${status}: it signs nothing any more.`;
  return { code: 'NOT_ALLOWED_IN_STATE', field: ['memberId'], message };
}
