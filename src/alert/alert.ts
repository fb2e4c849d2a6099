import type { AlertId, MemberId } from '../common/id.js';
import type { AlertStatus } from './alert-status.js';

/** What news is about: a merchant that the member serves, something withdrawn, a dispute, a merchant that it asked about. */
export const ALERT_KINDS = ['NOTICE', 'CHILD_AT_RISK', 'RECALL', 'DISPUTE', 'RETROACTIVE_MATCH'] as const;

export type AlertKind = (typeof ALERT_KINDS)[number];

/** CRITICAL: a child is at risk now. It goes first everywhere. */
export const URGENCIES = ['NORMAL', 'CRITICAL'] as const;

export type Urgency = (typeof URGENCIES)[number];

/** News that is to be raised for a member. */
export interface NewAlert {
  readonly memberId: MemberId;
  readonly kind: AlertKind;
  /** The notice, recall, dispute or match that it tells of. */
  readonly objectId: string;
  /** Default: NORMAL. */
  readonly urgency?: Urgency;
  readonly acknowledgeBy: Date;
  /** Left out: nothing more than reading it is asked. */
  readonly actBy?: Date;
}

/** Which alert of whom, and what it tells of. */
export type AlertAbout = Pick<Alert, 'id' | 'memberId' | 'objectId'>;

/** News for one member, to be acknowledged by it (product.md, "The words"). */
export interface Alert {
  readonly id: AlertId;
  readonly memberId: MemberId;
  readonly kind: AlertKind;
  readonly objectId: string;
  readonly urgency: Urgency;
  readonly status: AlertStatus;
  readonly raisedAt: Date;
  readonly acknowledgeBy: Date;
  readonly actBy: Date | null;
  readonly deliveredAt: Date | null;
  readonly acknowledgedAt: Date | null;
  readonly closedAt: Date | null;
  /** When it was put before the coalition's analysts, for it was overdue. */
  readonly escalatedAt: Date | null;
}

/** Alerts of one member and kind that are overdue and were put before the analysts. */
export interface EscalatedAlerts {
  readonly memberId: MemberId;
  readonly memberName: string;
  readonly kind: AlertKind;
  readonly urgency: Urgency;
  /** 1 or more. */
  readonly count: number;
  /** When the first of them was put before the analysts. */
  readonly since: Date;
}
