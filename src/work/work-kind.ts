import { may, type Permission } from '../access/index.js';
import type { Actor, Role } from '../common/actor.js';
import type { IdKind } from '../common/id.js';

/** What a person may find waiting: each is named by what is to be done. */
export const WORK_KINDS = [
  'COMPLETE_REPORT',
  'ANSWER_DISPUTE',
  'ACKNOWLEDGE_ALERT',
  'ACT_ON_NOTICE',
  'CLOSE_RECALL',
  'TRIAGE_REPORT',
  'DECIDE_MATCH',
  'ANSWER_IN_CARE',
  'RULE_DISPUTE',
  'APPROVE_RULING',
  'ACTIVATE_HOLD',
  'REVIEW_HOLD',
  'RELEASE_HOLD',
  'RENEW_HOLD',
  'SEE_TO_OVERDUE',
  'LOOK_INTO_FISHING',
  'APPROVE_BREAK_GLASS',
  'APPROVE_MEMBER',
  'APPROVE_ROLE_GRANT',
] as const;

export type WorkKind = (typeof WORK_KINDS)[number];

/** Whose work a kind is, and what it is about. */
export interface WorkRule {
  /** What is to be done takes this permission. */
  readonly permission: Permission;
  /** Of those that hold it, whose task it is: of an own member's news, its own people's, not the coalition's among them. */
  readonly roles: readonly Role[];
  /** Of what kind the id is that the work is told by. */
  readonly object: IdKind;
}

const OWN_PEOPLE: readonly Role[] = ['SUBMITTER', 'SCREENER', 'MEMBER_ADMIN'];
const ANALYST: readonly Role[] = ['COALITION_ANALYST'];
const ADMIN: readonly Role[] = ['COALITION_ADMIN'];

/** Who is told of what (product.md, Roles, and the rules of each life cycle). Which of it waits, the sources say. */
export const WORK: Readonly<Record<WorkKind, WorkRule>> = {
  COMPLETE_REPORT: { permission: 'report:submit', roles: ['SUBMITTER'], object: 'report' },
  ANSWER_DISPUTE: { permission: 'dispute:answer', roles: ['SUBMITTER'], object: 'dispute' },
  ACKNOWLEDGE_ALERT: { permission: 'alert:acknowledge', roles: OWN_PEOPLE, object: 'alert' },
  ACT_ON_NOTICE: { permission: 'alert:read', roles: OWN_PEOPLE, object: 'notice' },
  CLOSE_RECALL: { permission: 'alert:acknowledge', roles: OWN_PEOPLE, object: 'recall' },
  TRIAGE_REPORT: { permission: 'report:triage', roles: ANALYST, object: 'report' },
  DECIDE_MATCH: { permission: 'merchant:judge', roles: ANALYST, object: 'judgement' },
  ANSWER_IN_CARE: { permission: 'dispute:rule', roles: ANALYST, object: 'dispute' },
  RULE_DISPUTE: { permission: 'dispute:rule', roles: ANALYST, object: 'dispute' },
  APPROVE_RULING: { permission: 'dispute:rule', roles: ANALYST, object: 'disputeRuling' },
  ACTIVATE_HOLD: { permission: 'hold:release', roles: ANALYST, object: 'hold' },
  REVIEW_HOLD: { permission: 'hold:place', roles: ANALYST, object: 'hold' },
  RELEASE_HOLD: { permission: 'hold:release', roles: ANALYST, object: 'hold' },
  RENEW_HOLD: { permission: 'hold:place', roles: ['LIAISON'], object: 'hold' },
  SEE_TO_OVERDUE: { permission: 'alert:oversee', roles: ANALYST, object: 'member' },
  LOOK_INTO_FISHING: { permission: 'fishing:close', roles: ANALYST, object: 'fishingAlarm' },
  APPROVE_BREAK_GLASS: { permission: 'glass:approve', roles: [...ANALYST, ...ADMIN], object: 'breakGlass' },
  APPROVE_MEMBER: { permission: 'member:approve', roles: ADMIN, object: 'member' },
  APPROVE_ROLE_GRANT: { permission: 'user:grant', roles: ADMIN, object: 'roleGrant' },
};

/** Whether work of this kind is ever the actor's. No machine is given work: somebody has to answer for it. Pure. */
export function isWorkOf(actor: Actor, kind: WorkKind): boolean {
  const { permission, roles } = WORK[kind];
  return actor.kind === 'user' && may(actor, permission) && actor.roles.some((role) => roles.includes(role));
}
