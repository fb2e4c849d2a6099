import type { ExpectedMember, ExpectedReport, ExpectedSeller } from './expectation.js';

/** Days to answer, and to appeal (product.md, Life cycles, Dispute; an appeal is the service's own setting). */
const ANSWER_DAYS = 10;
export const APPEAL_DAYS = 30;
const DAY_MS = 86_400_000;

export type ExpectedOutcome = 'UPHELD' | 'PARTLY_UPHELD' | 'REJECTED';

export interface ExpectedParty {
  readonly answerBy: Date;
  answer: 'STAND_BY' | 'WITHDRAW' | 'CORRECT' | null;
  lapsed: boolean;
}

/** A dispute as it should stand. */
export interface ExpectedDispute<By = unknown> {
  readonly id: string;
  readonly clientReference: string;
  readonly seller: ExpectedSeller;
  readonly grounds: string;
  /** The member that filed it; null where an analyst did for somebody who wrote in. */
  readonly filer: ExpectedMember | null;
  /** The analyst who filed it for somebody else: no reviewer of it. */
  readonly filedBy: By | null;
  /** Who made the ruling in force: they do not decide on appeal. */
  readonly ruledBy: Set<By>;
  /** Who has proposed what nobody has approved: the simulation has them neither decide an appeal nor be refused there. */
  readonly proposedBy: Set<By>;
  readonly filedAt: Date;
  readonly parties: Map<ExpectedMember, ExpectedParty>;
  readonly reports: Set<ExpectedReport>;
  /** All that was ever said of the seller was gone at some time since: what is said afterwards is another listing. */
  isCutOff: boolean;
  status: 'FILED' | 'REVIEW' | 'APPEAL' | ExpectedOutcome;
  stage: 1 | 2;
  /** The ruling in force. */
  ruling: ExpectedOutcome | null;
  ruledAt: Date | null;
}

export function isRunning({ status }: Pick<ExpectedDispute, 'status'>): boolean {
  return status === 'FILED' || status === 'REVIEW' || status === 'APPEAL';
}

/** Whether whoever reports by now becomes a side of it. What is reported after a listing was taken off is new evidence. */
export function stillAsks({ status, stage, ruling, isCutOff }: ExpectedDispute): boolean {
  return !isCutOff && isRunning({ status }) && (stage === 1 || (ruling !== null && ruling !== 'UPHELD'));
}

/**
 * Brings disputes to where they are at the moment `now`: whoever reported is asked; who does not answer in ten days loses; with
 * all answers in it goes to review, or is upheld where nobody stands by what it said; what is ruled out is out at once.
 */
export function followDisputes(
  disputes: readonly ExpectedDispute[],
  reports: readonly ExpectedReport[],
  now: Date,
): void {
  for (const dispute of disputes) {
    const { reports: said } = dispute.seller;
    if (said.every(({ status }) => status === 'WITHDRAWN' || status === 'REJECTED')) dispute.isCutOff = true;
    if (stillAsks(dispute)) ask(dispute, disputes, now);
    for (const party of isRunning(dispute) ? dispute.parties.values() : [])
      if (party.answer === null && party.answerBy <= now) party.lapsed = true;
    endAnswers(dispute, now);
  }
  const disputed = new Set(disputes.flatMap((dispute) => [...dispute.reports]));
  for (const report of reports) if (disputed.has(report)) note(report, disputes, now);
}

/** The parts that others have in it, beside who filed. */
function ask(dispute: ExpectedDispute, disputes: readonly ExpectedDispute[], now: Date): void {
  for (const report of dispute.seller.reports) {
    if (report.status !== 'ACCEPTED') continue;
    if (disputes.some((other) => other !== dispute && isOut(other, report))) continue;
    dispute.reports.add(report);
    if (dispute.parties.has(report.reporter)) continue;
    const answerBy = new Date(now.getTime() + ANSWER_DAYS * DAY_MS);
    dispute.parties.set(report.reporter, { answerBy, answer: null, lapsed: false });
  }
}

function endAnswers(dispute: ExpectedDispute, now: Date): void {
  if (dispute.status !== 'FILED') return;
  const parties = [...dispute.parties.values()];
  if (parties.length === 0 || parties.some(({ answer, lapsed }) => answer === null && !lapsed)) return;
  const stands = [...dispute.reports].some(({ reporter, status }) => {
    const answer = dispute.parties.get(reporter)?.answer;
    return status === 'ACCEPTED' && (answer === 'STAND_BY' || answer === 'CORRECT');
  });
  dispute.status = stands ? 'REVIEW' : 'UPHELD';
  if (!stands) dispute.ruledAt = now;
}

/** Whether a dispute takes a report out as a whole. */
function isOut(
  { parties, reports, ruling, status, stage }: ExpectedDispute,
  report: ExpectedReport,
): boolean {
  if (!reports.has(report)) return false;
  if (ruling === 'UPHELD') return true;
  const party = parties.get(report.reporter);
  if (party?.answer === 'WITHDRAW') return true;
  return party?.lapsed === true && !(stage === 2 && status === 'REJECTED');
}

function note(report: ExpectedReport, disputes: readonly ExpectedDispute[], now: Date): void {
  const out = disputes.some((dispute) => isOut(dispute, report));
  report.ruledOutAt = out ? (report.ruledOutAt ?? now) : null;
  const inPart = disputes.some(
    (dispute) => dispute.reports.has(report) && dispute.ruling === 'PARTLY_UPHELD',
  );
  report.hostRuledOutAt = inPart ? (report.hostRuledOutAt ?? now) : null;
}
