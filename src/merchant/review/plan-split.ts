import type { MerchantId, ReportId } from '../../common/id.js';
import { DECISION_PAIRS_MAX } from './decision.js';
import {
  alreadyDecided,
  crossPairs,
  judgementsFor,
  notPlanned,
  type Planned,
  planned,
} from './decision-plan.js';
import { isBetween, membersOf, type ReviewCase } from './review-case.js';

const FIELD = ['reportIds'];

/**
 * Decides what splitting reports off a merchant writes: DIFFERENT between every one that goes and every one that stays.
 * What goes stays together as far as its own evidence ties it, and so does what stays.
 */
export function planSplit(
  review: ReviewCase,
  named: MerchantId,
  merchantId: MerchantId,
  going: readonly ReportId[],
): Planned {
  const members = membersOf(review, merchantId);
  const missing = going.findIndex((id) => !members.includes(id));
  if (missing !== -1)
    return notPlanned(
      'NOT_FOUND',
      [...FIELD, String(missing)],
      'The merchant has no such report that stands.',
    );
  const leaves = new Set(going);
  const staying = members.filter((id) => !leaves.has(id));
  if (staying.length === 0)
    return notPlanned('TOO_MANY', FIELD, 'These are all of its reports: at least one has to stay.');
  const count = leaves.size * staying.length;
  if (count > DECISION_PAIRS_MAX)
    return notPlanned(
      'TOO_MANY',
      FIELD,
      `${leaves.size} reports would be kept apart from ${staying.length} others, which are ${count} judgements; one ` +
        `decision makes ${DECISION_PAIRS_MAX} at most: split ${Math.floor(DECISION_PAIRS_MAX / members.length)} at a time.`,
    );

  const stays = new Set(staying);
  const between = review.standing.filter((judgement) => isBetween(judgement, leaves, stays));
  const judgements = judgementsFor(crossPairs(leaves, staying), 'DIFFERENT', between);
  const [before] = between;
  if (judgements.length === 0 && before !== undefined) return alreadyDecided(FIELD, before);

  const joined = review.findings.find(
    (finding) => finding.verdict === 'SAME' && isBetween(finding, leaves, stays),
  );
  return planned({
    kind: 'SPLIT',
    verdict: 'DIFFERENT',
    merchantIds: [named],
    reportIds: [...leaves].sort(),
    possibleMatchId: null,
    overturned: joined !== undefined,
    tier: null,
    modelVersion: joined?.modelVersion ?? null,
    judgements,
  });
}
