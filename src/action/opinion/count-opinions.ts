import type { MemberId } from '../../common/id.js';
import { countIndependentMembers, sourceBand } from '../../indicator/index.js';
import { OPINION_KINDS, type OpinionBands, type OpinionKind } from './opinion.js';

/** So many unrelated members that call an indicator a false positive challenge its listing. */
export const CHALLENGE_FROM = 2;

/** One member's present opinion of an indicator. */
export interface HeldOpinion {
  readonly memberId: MemberId;
  readonly kind: OpinionKind;
}

/** What of an accepted report of the indicator's merchant says who relays what. */
export interface RelayedReport {
  readonly memberId: MemberId;
  /** Equal for reports that relay one source. */
  readonly sourceKey: string;
}

/** What the opinions of an indicator come to. */
export interface OpinionCount {
  readonly bands: OpinionBands;
  readonly challenged: boolean;
}

/**
 * Counts the present opinions of one indicator, of each member at most one, by independence (product.md, rules 2 and 4).
 * `reports` are the accepted ones of its merchant.
 *
 * Members that have nothing to do with the merchant are each a voice of their own. Reporters are related where they relay
 * the same source: what each knows is what that source says, so that all that relay one are one voice.
 *
 * A reporter's OUTDATED and FALSE_POSITIVE count as anybody's: it speaks against itself, and the others' reports stand
 * beside its own. Its CONFIRMED and SEEN_TOO do not: its report has said so, and is counted among the sources.
 *
 * Pure; independent of order.
 */
export function countOpinions(
  opinions: readonly HeldOpinion[],
  reports: readonly RelayedReport[],
): OpinionCount {
  const reporters = new Set(reports.map(({ memberId }) => memberId));
  const count = (kind: OpinionKind): number => {
    const holders = opinions.filter((held) => held.kind === kind).map(({ memberId }) => memberId);
    const counted = holders.filter((memberId) => AGAINST.has(kind) || !reporters.has(memberId));
    return countVoices(new Set(counted), reports);
  };
  const counts = OPINION_KINDS.map((kind) => [kind, count(kind)] as const);
  return {
    bands: Object.fromEntries(counts.map(([kind, count]) => [kind, sourceBand(count)])) as OpinionBands,
    challenged: count('FALSE_POSITIVE') >= CHALLENGE_FROM,
  };
}

/** Opinions that speak against the listing. */
const AGAINST: ReadonlySet<OpinionKind> = new Set(['OUTDATED', 'FALSE_POSITIVE']);

function countVoices(holders: ReadonlySet<MemberId>, reports: readonly RelayedReport[]): number {
  const relaying = reports.filter(({ memberId }) => holders.has(memberId));
  const sources = [...Map.groupBy(relaying, ({ sourceKey }) => sourceKey).values()].map(
    (relayed) => new Set(relayed.map(({ memberId }) => memberId)),
  );
  const relayers = new Set(relaying.map(({ memberId }) => memberId));
  const ownVoices = [...holders].filter((memberId) => !relayers.has(memberId)).map((id) => new Set([id]));
  return countIndependentMembers([...sources, ...ownVoices]);
}
