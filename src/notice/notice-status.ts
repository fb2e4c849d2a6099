import { type Step, takeStep, type Transitions } from '../common/life-cycle.js';

/**
 * Where a notice stands. OPEN and ACKNOWLEDGED are told by its alert, which it shares with all other news; the others by what
 * the member did, or by the end of the listing.
 */
export const NOTICE_STATUSES = ['OPEN', 'ACKNOWLEDGED', 'ANSWERED', 'FORWARDED', 'ENDED'] as const;

export type NoticeStatus = (typeof NOTICE_STATUSES)[number];

/**
 * What happens to a notice. ACKNOWLEDGE: the member says that it has read it. ANSWER: it recorded what it did. FORWARD: it
 * named the member that serves the merchant. END: what is listed is listed no more, or not to this member; what it shows is
 * then as if there had never been a notice.
 */
export const NOTICE_VERBS = ['ACKNOWLEDGE', 'ANSWER', 'FORWARD', 'END'] as const;

export type NoticeVerb = (typeof NOTICE_VERBS)[number];

/**
 * The whole life cycle. What is not written here is refused with NOT_ALLOWED_IN_STATE. Acting answers whether or not it was
 * acknowledged before; what was answered may be answered again, for what a member did is corrected by a new version.
 */
export const NOTICE_TRANSITIONS: Transitions<NoticeStatus, NoticeVerb> = {
  OPEN: { ACKNOWLEDGE: 'ACKNOWLEDGED', ANSWER: 'ANSWERED', FORWARD: 'FORWARDED', END: 'ENDED' },
  ACKNOWLEDGED: { ANSWER: 'ANSWERED', FORWARD: 'FORWARDED', END: 'ENDED' },
  ANSWERED: { ANSWER: 'ANSWERED', FORWARD: 'FORWARDED', END: 'ENDED' },
  FORWARDED: { ANSWER: 'ANSWERED', FORWARD: 'FORWARDED', END: 'ENDED' },
  ENDED: {},
};

/** The status after `verb`, or NOT_ALLOWED_IN_STATE where the life cycle does not have the step. */
export function takeNoticeStep(status: NoticeStatus, verb: NoticeVerb): Step<NoticeStatus> {
  const message = `The notice is ${status}: there is nothing to answer any more.`;
  return takeStep(NOTICE_TRANSITIONS, { status, verb }, { field: 'noticeId', message });
}
