import { randomUUID } from 'node:crypto';

/**
 * Ids are random UUIDs (version 4: an id must not tell when its row was made) and branded per kind, so that a
 * `ReportId` in a `MerchantId`'s place does not compile.
 */
type Branded<Kind extends string> = string & { readonly __kind: Kind };

export type MemberId = Branded<'member'>;
export type UserId = Branded<'user'>;
export type ClientId = Branded<'client'>;
export type SharingGroupId = Branded<'sharingGroup'>;
export type ReportId = Branded<'report'>;
export type MerchantId = Branded<'merchant'>;
export type IndicatorId = Branded<'indicator'>;
export type ScreeningId = Branded<'screening'>;
export type JudgementId = Branded<'judgement'>;
export type DecisionId = Branded<'decision'>;
export type HoldId = Branded<'hold'>;
export type HandlingScopeId = Branded<'handlingScope'>;
export type FishingAlarmId = Branded<'fishingAlarm'>;
export type ActionId = Branded<'action'>;
export type DispositionId = Branded<'disposition'>;
export type AuditEntryId = Branded<'auditEntry'>;
export type SessionId = Branded<'session'>;
export type PasskeyId = Branded<'passkey'>;
export type IdentityProviderId = Branded<'identityProvider'>;
export type RoleGrantId = Branded<'roleGrant'>;
export type BreakGlassId = Branded<'breakGlass'>;
export type DisputeId = Branded<'dispute'>;
export type DisputeRulingId = Branded<'disputeRuling'>;
export type AlertId = Branded<'alert'>;
export type NoticeId = Branded<'notice'>;
export type ServiceRangeId = Branded<'serviceRange'>;
export type RecallId = Branded<'recall'>;
export type EventId = Branded<'event'>;

export interface IdByKind {
  member: MemberId;
  user: UserId;
  client: ClientId;
  sharingGroup: SharingGroupId;
  report: ReportId;
  merchant: MerchantId;
  indicator: IndicatorId;
  screening: ScreeningId;
  judgement: JudgementId;
  decision: DecisionId;
  hold: HoldId;
  handlingScope: HandlingScopeId;
  fishingAlarm: FishingAlarmId;
  action: ActionId;
  disposition: DispositionId;
  auditEntry: AuditEntryId;
  roleGrant: RoleGrantId;
  breakGlass: BreakGlassId;
  dispute: DisputeId;
  disputeRuling: DisputeRulingId;
  session: SessionId;
  passkey: PasskeyId;
  identityProvider: IdentityProviderId;
  alert: AlertId;
  notice: NoticeId;
  serviceRange: ServiceRangeId;
  recall: RecallId;
  event: EventId;
}

export type IdKind = keyof IdByKind;

/** The prefix of each kind in ids as clients see them, e.g. `rpt_6fJ...`: a pasted id tells what it is the id of. */
const PREFIX: Record<IdKind, string> = {
  member: 'mem',
  user: 'usr',
  client: 'cli',
  sharingGroup: 'grp',
  report: 'rpt',
  merchant: 'mer',
  indicator: 'ind',
  screening: 'scr',
  judgement: 'jdg',
  decision: 'dec',
  hold: 'hld',
  handlingScope: 'hnd',
  fishingAlarm: 'fsh',
  action: 'act',
  disposition: 'dps',
  auditEntry: 'aud',
  roleGrant: 'rgr',
  breakGlass: 'brk',
  dispute: 'dsp',
  disputeRuling: 'drl',
  session: 'ses',
  passkey: 'pky',
  identityProvider: 'idp',
  alert: 'alr',
  notice: 'ntc',
  serviceRange: 'srv',
  recall: 'rcl',
  event: 'evt',
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const GLOBAL_ID = /^([a-z]{3})_([A-Za-z0-9_-]{22})$/;

/** A new random id of one kind, e.g. `newId('report')`. */
export function newId<Kind extends IdKind>(_kind: Kind): IdByKind[Kind] {
  return randomUUID() as IdByKind[Kind];
}

/** A UUID that came from outside as an id of one kind, or undefined when it is written otherwise than we write it. */
export function fromUuid<Kind extends IdKind>(_kind: Kind, text: string): IdByKind[Kind] | undefined {
  return UUID.test(text) ? (text as IdByKind[Kind]) : undefined;
}

/** The opaque id that clients see: the kind's prefix and the UUID's 16 bytes in base64url. */
export function toGlobalId<Kind extends IdKind>(kind: Kind, id: IdByKind[Kind]): string {
  return `${PREFIX[kind]}_${Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')}`;
}

/**
 * The id inside a global id, or undefined when the text is not a global id of this kind. Callers treat undefined as
 * "not found": a malformed id and the id of something hidden get the same answer.
 */
export function fromGlobalId<Kind extends IdKind>(kind: Kind, globalId: string): IdByKind[Kind] | undefined {
  const match = GLOBAL_ID.exec(globalId);
  if (match?.[1] !== PREFIX[kind] || match[2] === undefined) return undefined;
  const hex = Buffer.from(match[2], 'base64url').toString('hex');
  const uuid = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join(
    '-',
  );
  if (!UUID.test(uuid)) return undefined;
  const id = uuid as IdByKind[Kind];
  // One spelling per id: trailing bits of the last base64url character must be those we would write ourselves.
  return toGlobalId(kind, id) === globalId ? id : undefined;
}
