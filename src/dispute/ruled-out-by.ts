import type { MemberId, ReportId } from '../common/id.js';
import type { RuledOut } from '../report/index.js';
import type { DisputeAnswer, DisputeGrounds } from './dispute.js';
import { type DisputeStatus, type DisputeOutcome, isOutcome } from './dispute-status.js';

/** One member that reported. */
export interface DisputeParty {
  readonly memberId: MemberId;
  readonly answerBy: Date;
  readonly answer: DisputeAnswer | null;
  readonly lapsed: boolean;
}

/** One report that a disputed listing rests on. */
export interface DisputedReport {
  readonly reportId: ReportId;
  readonly memberId: MemberId;
  /** Accepted, and so counting but for what disputes rule out. */
  readonly stands: boolean;
}

/** How a dispute stands, as far as it decides what counts. */
export interface DisputeState {
  readonly grounds: DisputeGrounds;
  readonly status: DisputeStatus;
  readonly stage: 1 | 2;
  /** The ruling in force, which an appeal leaves in force until it is decided; null without one. */
  readonly ruling: {
    readonly outcome: DisputeOutcome;
    readonly valueHashes: readonly string[] | null;
  } | null;
  readonly parties: readonly DisputeParty[];
  readonly reports: readonly DisputedReport[];
}

/**
 * What a dispute takes out of listings, as it stands:
 *
 * - reports that their member took back by its answer, for good;
 * - reports of a member that did not answer in time: it loses (product.md, Life cycles, Dispute). An appeal that ends with
 *   the dispute rejected restores them;
 * - by a ruling: every report where the dispute is upheld, the identifiers that it names where it is upheld in part.
 *
 * What is upheld for identity theft leaves a marker of the victim (product.md, Codes: a marker, never a hit).
 *
 * Pure. Each report once, in the order given.
 */
export function ruledOutBy({
  grounds,
  status,
  stage,
  ruling,
  parties,
  reports,
}: DisputeState): readonly RuledOut[] {
  const partyOf = new Map(parties.map((party) => [party.memberId, party]));
  const victim = grounds === 'IDENTITY_THEFT' && upheld(status, ruling) ? { marksIdentity: true } : {};
  const restored = stage === 2 && status === 'REJECTED';
  return reports.flatMap(({ reportId, memberId }) => {
    const party = partyOf.get(memberId);
    const gone = party?.answer === 'WITHDRAW' || (party?.lapsed === true && !restored);
    if (gone || ruling?.outcome === 'UPHELD') return [{ reportId, valueHashes: null, ...victim }];
    return ruling?.outcome === 'PARTLY_UPHELD' ? [{ reportId, valueHashes: ruling.valueHashes }] : [];
  });
}

/** Upheld by a ruling, which an appeal leaves in force, or because nobody stood by what was reported. */
function upheld(status: DisputeStatus, ruling: DisputeState['ruling']): boolean {
  return status === 'UPHELD' || (status === 'APPEAL' && (ruling === null || ruling.outcome === 'UPHELD'));
}

/** What becomes of a dispute that waits for answers, at the moment `now`: undefined while somebody may still answer. */
export function endOfAnswers(
  { status, parties, reports }: Omit<DisputeState, 'grounds' | 'stage' | 'ruling'>,
  now: Date,
  answerByAtLast: Date,
): 'END_ANSWERS' | 'LAPSE' | undefined {
  if (isOutcome(status) || status !== 'FILED') return undefined;
  const waiting = parties.some((party) => party.answer === null && !party.lapsed && party.answerBy > now);
  if (waiting || (parties.length === 0 && answerByAtLast > now)) return undefined;
  const standing = new Set(
    parties
      .filter(({ answer }) => answer === 'STAND_BY' || answer === 'CORRECT')
      .map(({ memberId }) => memberId),
  );
  return reports.some(({ stands, memberId }) => stands && standing.has(memberId)) ? 'END_ANSWERS' : 'LAPSE';
}
