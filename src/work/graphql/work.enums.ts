import { describedEnum } from '../../graphql/index.js';
import type { WorkKind } from '../work-kind.js';

export const WorkKindEnum = describedEnum<WorkKind>('WorkKind', 'What is to be done.', {
  COMPLETE_REPORT: 'An analyst asked about a report of your member: correct it.',
  ANSWER_DISPUTE: 'What your member reported is disputed: answer, or lose.',
  ACKNOWLEDGE_ALERT: 'News for your member that nobody has acknowledged.',
  ACT_ON_NOTICE: 'Your member serves a merchant that is listed: say what you did, or who serves it.',
  CLOSE_RECALL: 'Something that your member received is withdrawn: put right what rested on it.',
  TRIAGE_REPORT: 'A report waits for an analyst to accept it, ask about it, or reject it.',
  DECIDE_MATCH: 'Two merchants may be one.',
  ANSWER_IN_CARE: 'What a member that has left had reported is disputed: answer for it, or it is lost.',
  RULE_DISPUTE: 'A dispute in which you have no part is to be decided.',
  APPROVE_RULING: 'Another analyst proposed a ruling, which waits for a second.',
  ACTIVATE_HOLD: 'A hold was asked for, and no analyst stands by it yet.',
  REVIEW_HOLD: 'A hold is in review: to be extended, or lifted by two.',
  RELEASE_HOLD: 'Another analyst approved that a hold is lifted; it waits for a second.',
  RENEW_HOLD: 'A hold that your member asked for ends within three days, or is in review.',
  SEE_TO_OVERDUE: 'A member lets news lie: see escalatedAlerts.',
  LOOK_INTO_FISHING: 'A member asked lately as if to find out what the register holds.',
  APPROVE_BREAK_GLASS: 'Somebody asks to read a report that is closed to analysts.',
  APPROVE_MEMBER: 'An organisation applied to join.',
  APPROVE_ROLE_GRANT: 'Another admin asked for roles of the coalition for somebody.',
});
