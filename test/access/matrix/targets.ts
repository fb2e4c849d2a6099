import { newId, toGlobalId, type IdKind } from '../../../src/common/id.js';
import { type CaseValues, caseValues } from './canary-values.js';

/** What an operation is aimed at. Each kind is told apart by how it stands to the asker's member (matrix-row.ts). */
export type TargetKind = Target['kind'];

/** Three reports of one audience and what became of them: two about one merchant, and a rival that may be the same. */
export interface CaseTarget {
  readonly kind: 'case';
  readonly values: CaseValues;
  readonly report: string;
  readonly twin: string;
  readonly rival: string;
  readonly merchant: string;
  readonly otherMerchant: string;
  readonly indicator: string;
  readonly possibleMatch: string;
  readonly decision: string;
}

export interface MemberTarget {
  readonly kind: 'member';
  readonly id: string;
  readonly name: string;
}

export interface UserTarget {
  readonly kind: 'user';
  readonly id: string;
  readonly email: string;
  readonly name: string;
}

export interface ClientTarget {
  readonly kind: 'client';
  readonly id: string;
}

export interface GroupTarget {
  readonly kind: 'sharingGroup';
  readonly id: string;
  readonly name: string;
}

export interface ScreeningTarget {
  readonly kind: 'screening';
  readonly id: string;
  /** Of its first match. */
  readonly merchant: string;
}

/** What a member did about a merchant, on a match of a screening. */
export interface ActionTarget {
  readonly kind: 'action';
  readonly id: string;
  readonly clientReference: string;
  readonly memberId: string;
  readonly screeningId: string;
}

export interface SessionTarget {
  readonly kind: 'session';
  readonly id: string;
}

export interface PasskeyTarget {
  readonly kind: 'passkey';
  readonly id: string;
}

export interface ProviderTarget {
  readonly kind: 'identityProvider';
  readonly id: string;
}

export interface HoldTarget {
  readonly kind: 'hold';
  readonly id: string;
}

/** Roles of the coalition that one admin asked for and another has to approve. */
export interface RoleGrantTarget {
  readonly kind: 'roleGrant';
  readonly id: string;
}

/** That an analyst asked to read what is closed to analysts. */
export interface BreakGlassTarget {
  readonly kind: 'breakGlass';
  readonly id: string;
}

/** That a member screened as if to find out what the register holds. */
export interface FishingAlarmTarget {
  readonly kind: 'fishingAlarm';
  readonly id: string;
}

/** News for a member, what it is to act on, or what it serves. */
export interface NewsTarget<Kind extends 'alert' | 'notice' | 'recall' | 'serviceRange'> {
  readonly kind: Kind;
  readonly id: string;
}

/** A dispute, with a ruling that was proposed. */
export interface DisputeTarget {
  readonly kind: 'dispute';
  readonly id: string;
  readonly ruling: string;
}

/** A request that stands in the audit log. */
export interface RequestTarget {
  readonly kind: 'request';
  readonly id: string;
}

export type Target =
  | CaseTarget
  | MemberTarget
  | UserTarget
  | ClientTarget
  | GroupTarget
  | ScreeningTarget
  | ActionTarget
  | RequestTarget
  | HoldTarget
  | RoleGrantTarget
  | BreakGlassTarget
  | FishingAlarmTarget
  | SessionTarget
  | PasskeyTarget
  | ProviderTarget
  | DisputeTarget
  | NewsTarget<'alert'>
  | NewsTarget<'notice'>
  | NewsTarget<'recall'>
  | NewsTarget<'serviceRange'>;

/** A target of a kind that there is not: ids nobody has, values nobody gave. `salt` tells several apart. */
export function absentTarget(kind: TargetKind, salt: string): Target {
  const id = (idKind: IdKind): string => toGlobalId(idKind, newId(idKind));
  const name = `Absent ${salt}`;
  switch (kind) {
    case 'case':
      return {
        kind,
        values: caseValues(`absent ${salt}`),
        report: id('report'),
        twin: id('report'),
        rival: id('report'),
        merchant: id('merchant'),
        otherMerchant: id('merchant'),
        indicator: id('indicator'),
        possibleMatch: id('judgement'),
        decision: id('decision'),
      };
    case 'user':
      return { kind, id: id('user'), email: `${salt}@absent.example`, name };
    case 'member':
    case 'sharingGroup':
      return { kind, id: id(kind), name };
    case 'screening':
      return { kind, id: id(kind), merchant: id('merchant') };
    case 'action':
      return {
        kind,
        id: id(kind),
        clientReference: `absent-${salt}`,
        memberId: id('member'),
        screeningId: id('screening'),
      };
    case 'client':
    case 'hold':
    case 'roleGrant':
    case 'session':
    case 'passkey':
    case 'identityProvider':
    case 'breakGlass':
    case 'fishingAlarm':
    case 'alert':
    case 'notice':
    case 'recall':
    case 'serviceRange':
      return { kind, id: id(kind) };
    case 'dispute':
      return { kind, id: id('dispute'), ruling: id('disputeRuling') };
    case 'request':
      return { kind, id: `absent-${salt}` };
  }
}
