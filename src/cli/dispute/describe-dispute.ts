import { detailLines, tableLines } from '../table.js';

/** A dispute as the service shows it to one side, or to who reviews it. */
export interface ShownDispute {
  readonly id: string;
  readonly part: string;
  readonly merchantId: string | null;
  readonly ownReportIds: readonly string[];
  readonly grounds: string;
  readonly statement: string;
  readonly status: string;
  readonly appealed: boolean;
  readonly filedAt: string;
  readonly answerBy: string;
  readonly answer: {
    readonly answer: string;
    readonly statement: string;
    readonly answeredAt: string;
  } | null;
  readonly lapsed: boolean;
  readonly ruledAt: string | null;
  readonly rulingReason: string | null;
  readonly appealableUntil: string | null;
  readonly filedByMemberId: string | null;
  readonly ownReference: string | null;
  readonly onBehalfOf: string | null;
}

/** All that who reviews a dispute decides from. */
export interface ShownReview {
  readonly dispute: ShownDispute;
  readonly answers: readonly {
    readonly answer: string | null;
    readonly statement: string | null;
    readonly lapsed: boolean;
    /** Its member has left: an analyst may answer for it. */
    readonly inCare: boolean;
    readonly reportIds: readonly string[];
  }[];
  readonly rulings: readonly {
    readonly id: string;
    readonly outcome: string;
    readonly reason: string;
    readonly onAppeal: boolean;
    readonly approvalsNeeded: number;
  }[];
  readonly appealStatement: string | null;
}

/** Disputes as a table. */
export function disputeTable(disputes: readonly ShownDispute[]): readonly string[] {
  return tableLines(
    ['DISPUTE', 'YOUR PART', 'STATUS', 'ANSWER BY', 'GROUNDS', 'ABOUT'],
    disputes.map((dispute) => [
      dispute.id,
      dispute.part,
      dispute.status,
      minute(dispute.answerBy),
      dispute.grounds,
      dispute.merchantId ?? dispute.ownReportIds.join(' '),
    ]),
  );
}

/** One dispute. */
export function disputeLines(dispute: ShownDispute): readonly string[] {
  const { answer, ruledAt, rulingReason, appealableUntil } = dispute;
  return detailLines([
    ['Dispute', dispute.id],
    ['Your part', dispute.part],
    ['Status', dispute.appealed ? `${dispute.status} (appealed)` : dispute.status],
    ['Merchant', dispute.merchantId],
    ['Your reports', dispute.ownReportIds.join(' ')],
    ['Your reference', dispute.ownReference],
    ['Grounds', dispute.grounds],
    ['Statement', oneLine(dispute.statement)],
    ['Filed', minute(dispute.filedAt)],
    ['Filed by', dispute.filedByMemberId],
    ['On behalf of', dispute.onBehalfOf],
    ['To be answered by', minute(dispute.answerBy)],
    ['Your answer', answer && `${answer.answer}: ${oneLine(answer.statement)}`],
    ['Not answered', dispute.lapsed ? 'in time: what you reported is off the list' : null],
    ['Decided', ruledAt && minute(ruledAt)],
    ['Because', rulingReason && oneLine(rulingReason)],
    ['To be appealed by', appealableUntil && minute(appealableUntil)],
  ]);
}

/** What reviewers decide from. */
export function reviewLines(review: ShownReview): readonly string[] {
  return [
    ...disputeLines(review.dispute),
    '',
    ...review.answers.map(
      ({ answer, statement, lapsed, inCare, reportIds }) =>
        `Reported by ${reportIds.join(' ') || 'a report that is closed to analysts'}: ${
          answer === null
            ? lapsed
              ? 'no answer in time'
              : inCare
                ? 'not answered yet; its member has left, so an analyst may answer'
                : 'not answered yet'
            : `${answer}: ${oneLine(statement ?? '')}`
        }`,
    ),
    ...(review.appealStatement === null ? [] : [`Appealed: ${oneLine(review.appealStatement)}`]),
    ...review.rulings.map(
      ({ id, outcome, reason, onAppeal, approvalsNeeded }) =>
        `${onAppeal ? 'On appeal, ruling' : 'Ruling'} ${id}: ${outcome}: ${oneLine(reason)} (${
          approvalsNeeded === 0 ? 'approved' : `${approvalsNeeded} to approve`
        })`,
    ),
  ];
}

function minute(moment: string): string {
  return new Date(moment).toISOString().slice(0, 16);
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}
