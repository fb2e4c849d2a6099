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
  | RequestTarget
  | HoldTarget
  | RoleGrantTarget
  | BreakGlassTarget
  | SessionTarget
  | PasskeyTarget
  | ProviderTarget;

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
    case 'client':
    case 'screening':
    case 'hold':
    case 'roleGrant':
    case 'session':
    case 'passkey':
    case 'identityProvider':
    case 'breakGlass':
      return { kind, id: id(kind) };
    case 'request':
      return { kind, id: `absent-${salt}` };
  }
}
