import type { MemberId } from '../common/id.js';
import type { ReportBasis } from '../config/index.js';
import { type EarlierReason, REPORT_REASONS, type ReportReason } from '../report/index.js';
import { type Confidence, decideConfidence } from './confidence.js';
import { countIndependentMembers } from './independent-members.js';
import { sourceBand } from './source-band.js';
import { addYears, weekStart } from './week.js';

/**
 * How long before the end that is told a listing is told to last longer, where later sources extend it. An end that moved
 * with each of them would count them (product.md, rule 4).
 */
export const RENEWAL_DAYS = 84;

const DAY_MS = 86_400_000;

/** What the assessment of a listing needs of one accepted report. */
export interface AssessedReport {
  readonly reason: ReportReason;
  readonly earlierReasons: readonly EarlierReason[];
  readonly basis: ReportBasis;
  /** Equal for reports that relay one source. */
  readonly sourceKey: string;
  readonly acceptedAt: Date;
  /** Since when its source is known to its audience. */
  readonly knownSince: Date;
  readonly memberId: MemberId;
}

/** What the reports of one merchant, as seen within one scope, come to. */
export interface Assessment {
  readonly reason: ReportReason;
  readonly confidence: Confidence;
  /** Independent members, 1 or more: see countIndependentMembers. */
  readonly sourceCount: number;
  readonly validFrom: Date;
  readonly validUntil: Date;
  /** When a later end is to be told, where later sources give one; null where none does, or it is told already. */
  readonly renewsAt: Date | null;
}

/** The same of one that was withdrawn. */
export interface WithdrawnAssessedReport extends AssessedReport {
  readonly withdrawnAt: Date;
}

interface Source {
  /** What each of its reports is for. */
  readonly reasons: Map<AssessedReport, ReportReason>;
  readonly memberIds: Set<MemberId>;
  /** From when its life counts. */
  readonly since: Date;
}

/** That a report is for this reason from then on. */
interface Statement {
  readonly report: AssessedReport;
  readonly reason: ReportReason;
  readonly at: Date;
}

/**
 * Assesses a listing at the moment `now`, or undefined when its life is over.
 *
 * Each source lives as long as its gravest reason does, from its first acceptance; only a new independent report begins a new
 * life (product.md, rules 2 and 9). None is: another report of the same source, by whomever; a correction, for a report counts
 * from its own first acceptance; and a member's report of another source of its own, which counts from that member's first
 * one. What comes after a life that is over, and is not independent, does not bring it back: neither does a graver reason, in a
 * correction or in another report, nor that the report whose life is over is withdrawn (`withdrawn`). Once everything is over,
 * whoever had its part in it is no independent member any more, though it only relayed what another had brought.
 *
 * Sources whose life is over no longer count. The listing ends with the source that lives longest; its reason is the
 * gravest of the living ones. Times are given to the week, rounded down, so that a listing never outlives its reason.
 *
 * The end that is told says no more than beginning and reason do, until RENEWAL_DAYS before it; only then is it the end of
 * the source that lives longest.
 */
export function assessListing(
  reports: readonly AssessedReport[],
  now: Date,
  withdrawn: readonly WithdrawnAssessedReport[] = [],
): Assessment | undefined {
  const over = withdrawn.filter((report) => ownEnd(report) <= report.withdrawnAt);
  const standing = new Set(reports);
  const living = sourcesOf([...reports, ...over])
    .map((source) => ({ ...standingPart(source, standing), validUntil: endOf(source) }))
    .filter(({ reasons, validUntil }) => reasons.length > 0 && validUntil > now);
  const reason = gravest(living.flatMap(({ reasons }) => reasons));
  if (reason === undefined) return undefined;
  const sourceCount = countIndependentMembers(living.map(({ memberIds }) => memberIds));
  const validFrom = new Date(Math.min(...living.map(({ since }) => weekStart(since).getTime())));
  const lastEnd = new Date(Math.max(...living.map(({ validUntil }) => validUntil.getTime())));
  return {
    reason,
    confidence: decideConfidence(
      living.map(({ bases }) => bases),
      sourceBand(sourceCount),
    ),
    sourceCount,
    validFrom,
    ...toldEnd(addYears(validFrom, REPORT_REASONS[reason].lifeYears), lastEnd, now),
  };
}

/** What of a source is said by reports that stand. */
function standingPart(
  { reasons, since }: Source,
  standing: ReadonlySet<AssessedReport>,
): {
  readonly reasons: readonly ReportReason[];
  readonly bases: readonly ReportBasis[];
  readonly memberIds: ReadonlySet<MemberId>;
  readonly since: Date;
} {
  const said = [...reasons].filter(([report]) => standing.has(report));
  return {
    reasons: said.map(([, reason]) => reason),
    bases: said.map(([{ basis }]) => basis),
    memberIds: new Set(said.map(([{ memberId }]) => memberId)),
    since,
  };
}

/** `plainEnd`: what beginning and reason give. No reason lives longer than a graver one, so `lastEnd` is not before it. */
function toldEnd(plainEnd: Date, lastEnd: Date, now: Date): Pick<Assessment, 'validUntil' | 'renewsAt'> {
  const renewsAt = new Date(plainEnd.getTime() - RENEWAL_DAYS * DAY_MS);
  if (now >= renewsAt) return { validUntil: lastEnd, renewsAt: null };
  return { validUntil: plainEnd, renewsAt: lastEnd > plainEnd ? renewsAt : null };
}

/** The sources in the order in which they came. */
function sourcesOf(reports: readonly AssessedReport[]): Source[] {
  const sources = new Map<string, Source>();
  /** Of members that brought a source of their own: since when the first of them counts. */
  const broughtSince = new Map<MemberId, Date>();
  for (const { report, reason, at } of reports.flatMap(statementsOf).sort(byTime)) {
    const { sourceKey, memberId, knownSince } = report;
    const known = sources.get(sourceKey);
    if (known !== undefined) {
      if (at >= endOf(known)) continue;
      known.reasons.set(report, reason);
      known.memberIds.add(memberId);
      continue;
    }
    const before = broughtSince.get(memberId);
    const past = [...sources.values()];
    const hadPart = before !== undefined || past.some(({ memberIds }) => memberIds.has(memberId));
    if (hadPart && past.every((source) => at >= endOf(source))) continue;
    const since = before ?? knownSince;
    broughtSince.set(memberId, since);
    sources.set(sourceKey, { reasons: new Map([[report, reason]]), memberIds: new Set([memberId]), since });
  }
  return [...sources.values()];
}

/** What a report said in the course of time. A marker of a victim that became a hit begins to list with that. */
function statementsOf(report: AssessedReport): Statement[] {
  const { earlierReasons, acceptedAt, reason } = report;
  const { listing } = REPORT_REASONS[reason];
  const since = [acceptedAt, ...earlierReasons.map(({ until }) => until)];
  return [...earlierReasons.map((earlier) => earlier.reason), reason].flatMap((said, place) => {
    const at = since[place];
    return at === undefined || REPORT_REASONS[said].listing !== listing ? [] : [{ report, reason: said, at }];
  });
}

/** When the life of a report by itself is over. */
function ownEnd(report: AssessedReport): Date {
  const ends = sourcesOf([report]).map(endOf);
  return new Date(Math.max(report.acceptedAt.getTime(), ...ends.map((end) => end.getTime())));
}

/** What came at one moment is in an order of its own, so that the order in which it is given does not matter. */
function byTime(one: Statement, other: Statement): number {
  const difference = one.at.getTime() - other.at.getTime();
  return difference || (tieOf(one) < tieOf(other) ? -1 : 1);
}

function tieOf({ report: { memberId, sourceKey }, reason }: Statement): string {
  return JSON.stringify([memberId, sourceKey, reason]);
}

function endOf({ reasons, since }: Source): Date {
  const lifeYears = Math.max(...[...reasons.values()].map((reason) => REPORT_REASONS[reason].lifeYears));
  return addYears(weekStart(since), lifeYears);
}

/** REPORT_REASONS lists them gravest first. */
function gravest(reasons: readonly ReportReason[]): ReportReason | undefined {
  const order = Object.keys(REPORT_REASONS) as ReportReason[];
  return order.find((reason) => reasons.includes(reason));
}
