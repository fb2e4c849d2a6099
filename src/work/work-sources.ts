import { ACKNOWLEDGE_ALERT } from './source/acknowledge-alert.js';
import { ACTIVATE_HOLD } from './source/activate-hold.js';
import { ACT_ON_NOTICE } from './source/act-on-notice.js';
import { ANSWER_DISPUTE } from './source/answer-dispute.js';
import { ANSWER_IN_CARE } from './source/answer-in-care.js';
import { APPROVE_BREAK_GLASS } from './source/approve-break-glass.js';
import { APPROVE_MEMBER } from './source/approve-member.js';
import { APPROVE_ROLE_GRANT } from './source/approve-role-grant.js';
import { APPROVE_RULING } from './source/approve-ruling.js';
import { CLOSE_RECALL } from './source/close-recall.js';
import { COMPLETE_REPORT } from './source/complete-report.js';
import { DECIDE_MATCH } from './source/decide-match.js';
import { LOOK_INTO_FISHING } from './source/look-into-fishing.js';
import { RELEASE_HOLD } from './source/release-hold.js';
import { RENEW_HOLD } from './source/renew-hold.js';
import { REVIEW_HOLD } from './source/review-hold.js';
import { RULE_DISPUTE } from './source/rule-dispute.js';
import { SEE_TO_OVERDUE } from './source/see-to-overdue.js';
import { TRIAGE_REPORT } from './source/triage-report.js';
import type { WorkKind } from './work-kind.js';
import type { WorkSource } from './work-source.js';

/** Where what waits is found, by its kind. */
export const WORK_SOURCES: Readonly<Record<WorkKind, WorkSource>> = {
  COMPLETE_REPORT,
  ANSWER_DISPUTE,
  ACKNOWLEDGE_ALERT,
  ACT_ON_NOTICE,
  CLOSE_RECALL,
  TRIAGE_REPORT,
  DECIDE_MATCH,
  ANSWER_IN_CARE,
  RULE_DISPUTE,
  APPROVE_RULING,
  ACTIVATE_HOLD,
  REVIEW_HOLD,
  RELEASE_HOLD,
  RENEW_HOLD,
  SEE_TO_OVERDUE,
  LOOK_INTO_FISHING,
  APPROVE_BREAK_GLASS,
  APPROVE_MEMBER,
  APPROVE_ROLE_GRANT,
};
