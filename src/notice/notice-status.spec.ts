import { itHasTheSteps, type WrittenStep } from '../../test/support/life-cycle.js';
import {
  NOTICE_STATUSES,
  NOTICE_VERBS,
  type NoticeStatus,
  type NoticeVerb,
  takeNoticeStep,
} from './notice-status.js';

/** Written by hand: acknowledged in a day, acted on and reported in five, forwarded where another serves it. */
const ALLOWED: readonly WrittenStep<NoticeStatus, NoticeVerb>[] = [
  ['OPEN', 'ACKNOWLEDGE', 'ACKNOWLEDGED'],
  ['OPEN', 'ANSWER', 'ANSWERED'],
  ['OPEN', 'FORWARD', 'FORWARDED'],
  ['OPEN', 'END', 'ENDED'],
  ['ACKNOWLEDGED', 'ANSWER', 'ANSWERED'],
  ['ACKNOWLEDGED', 'FORWARD', 'FORWARDED'],
  ['ACKNOWLEDGED', 'END', 'ENDED'],
  ['ANSWERED', 'ANSWER', 'ANSWERED'],
  ['ANSWERED', 'FORWARD', 'FORWARDED'],
  ['ANSWERED', 'END', 'ENDED'],
  ['FORWARDED', 'ANSWER', 'ANSWERED'],
  ['FORWARDED', 'FORWARD', 'FORWARDED'],
  ['FORWARDED', 'END', 'ENDED'],
];

describe('the life of a notice', () => {
  itHasTheSteps({
    statuses: NOTICE_STATUSES,
    verbs: NOTICE_VERBS,
    allowed: ALLOWED,
    take: takeNoticeStep,
    field: 'noticeId',
  });
});
