import type { Aim } from './aim.js';

/** A part of what waits, for one office: so that each office's statements are heard. */
const work = (office: string, kinds: readonly string[]): Aim => ({
  path: `myWork(kinds of ${office})`,
  operation: 'myWork',
  lists: true,
  variables: () => ({ kinds }),
});

/** What waits for who asks. */
export const WORK_AIMS: readonly Aim[] = [
  { path: 'myWork()', operation: 'myWork', lists: true, variables: () => ({}) },
  work('members', [
    'COMPLETE_REPORT',
    'ANSWER_DISPUTE',
    'ACKNOWLEDGE_ALERT',
    'ACT_ON_NOTICE',
    'CLOSE_RECALL',
  ]),
  work('analysts', [
    'TRIAGE_REPORT',
    'DECIDE_MATCH',
    'ANSWER_IN_CARE',
    'RULE_DISPUTE',
    'APPROVE_RULING',
    'ACTIVATE_HOLD',
    'REVIEW_HOLD',
    'RELEASE_HOLD',
    'SEE_TO_OVERDUE',
    'LOOK_INTO_FISHING',
  ]),
  work('admins', ['APPROVE_BREAK_GLASS', 'APPROVE_MEMBER', 'APPROVE_ROLE_GRANT']),
  work('liaisons', ['RENEW_HOLD']),
  { path: 'myWorkCounts()', operation: 'myWorkCounts', variables: () => ({}) },
];
