import type { WorkKind } from '../codes.js';

/**
 * What to type next about work of each kind, with the id of what it is about. What is read for a purpose leaves it to the
 * person to say which; what has no command of its own names the API's operation.
 */
const NEXT: Readonly<Record<WorkKind, string>> = {
  COMPLETE_REPORT: 'cordon report show ID',
  ANSWER_DISPUTE: 'cordon dispute show ID',
  ACKNOWLEDGE_ALERT: 'cordon alert show ID',
  ACT_ON_NOTICE: 'cordon notice show ID --purpose ...',
  CLOSE_RECALL: 'cordon recall show ID',
  TRIAGE_REPORT: 'cordon report show ID --purpose TRIAGE',
  DECIDE_MATCH: 'cordon match show ID',
  ANSWER_IN_CARE: 'cordon dispute review ID',
  RULE_DISPUTE: 'cordon dispute review ID',
  APPROVE_RULING: 'cordon dispute approve ID',
  ACTIVATE_HOLD: 'cordon hold show ID --coverage',
  REVIEW_HOLD: 'cordon hold show ID --coverage',
  RELEASE_HOLD: 'cordon hold show ID --coverage',
  RENEW_HOLD: 'cordon hold show ID',
  SEE_TO_OVERDUE: 'the API: escalatedAlerts',
  LOOK_INTO_FISHING: 'cordon fishing close ID --note ...',
  APPROVE_BREAK_GLASS: 'cordon glass show ID',
  APPROVE_MEMBER: 'cordon member show ID',
  APPROVE_ROLE_GRANT: 'cordon grant approve ID',
};

export function nextCommand(kind: WorkKind, objectId: string): string {
  return NEXT[kind].replace('ID', objectId);
}
