import { assert } from '../../common/assert.js';
import type { MerchantId, ReportId } from '../../common/id.js';
import { REVIEWED_REPORTS_MAX } from './decision.js';
import {
  alreadyDecided,
  judgedDifferent,
  judgementsFor,
  notPlanned,
  type Planned,
  planned,
} from './decision-plan.js';
import { membersOf, type ReviewCase } from './review-case.js';

/** The ids that an analyst named, each with the merchant that it answers to now. */
export type NamedMerchants = ReadonlyMap<MerchantId, MerchantId>;

const FIELD = ['merchantIds'];

/**
 * Decides what making one merchant of several writes: SAME between the oldest report of the oldest and the oldest of each
 * other. What an analyst ties is tied for those who may see both of the reports, and as long as both stand.
 *
 * Refused where an analyst judged any two of them different.
 */
export function planMerge(review: ReviewCase, named: NamedMerchants): Planned {
  if (review.members.length > REVIEWED_REPORTS_MAX)
    return notPlanned(
      'TOO_MANY',
      FIELD,
      `They have ${review.members.length} reports; one decision is about ${REVIEWED_REPORTS_MAX} at most.`,
    );
  const wanted = new Set(named.values());
  const merchants = new Set(
    review.members.map(({ merchantId }) => merchantId).filter((id) => wanted.has(id)),
  );
  if (wanted.size < 2) return notPlanned('NOT_ALLOWED_IN_STATE', FIELD, 'They are one merchant already.');
  if (merchants.size < wanted.size)
    return notPlanned('NOT_ALLOWED_IN_STATE', FIELD, 'One of them has no report that stands any more.');

  const merchantOf = new Map(review.members.map(({ id, merchantId }) => [id, merchantId]));
  const between = review.standing.filter(({ a, b }) => merchantOf.get(a) !== merchantOf.get(b));
  const different = between.find(({ verdict }) => verdict === 'DIFFERENT');
  if (different !== undefined) return judgedDifferent(FIELD, different);

  const oldest = [...merchants].map((id) => oldestOf(review, id));
  const [first, ...others] = oldest;
  assert(first !== undefined, 'there are at least two merchants');
  const judgements = judgementsFor(
    others.map((other) => [first, other] as const),
    'SAME',
    between,
  );
  const same = between.find(({ verdict }) => verdict === 'SAME');
  if (judgements.length === 0 && same !== undefined) return alreadyDecided(FIELD, same);

  const asked =
    merchants.size > 2
      ? undefined
      : review.findings.find(
          ({ a, b, verdict }) => verdict === 'UNSURE' && merchantOf.get(a) !== merchantOf.get(b),
        );
  return planned({
    kind: 'MERGE',
    verdict: 'SAME',
    merchantIds: [...named.keys()].sort(),
    reportIds: oldest.sort(),
    possibleMatchId: asked?.id ?? null,
    overturned: false,
    tier: asked?.tier ?? null,
    modelVersion: asked?.modelVersion ?? null,
    judgements,
  });
}

function oldestOf(review: ReviewCase, merchantId: MerchantId): ReportId {
  const [oldest] = membersOf(review, merchantId);
  assert(oldest !== undefined, 'a merchant in hand has a member');
  return oldest;
}
