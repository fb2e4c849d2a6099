import type { JudgementId, MerchantId, ReportId } from '../../common/id.js';
import type { JudgementVerdict } from '../judgement.js';
import { DECISION_PAIRS_MAX } from './decision.js';
import {
  alreadyDecided,
  crossPairs,
  judgedDifferent,
  judgementsFor,
  notPlanned,
  type Planned,
  planned,
} from './decision-plan.js';
import { matchState } from './match-state.js';
import { isBetween, membersOf, type ReviewCase, type StandingJudgement } from './review-case.js';

/** Two reports that an analyst decided about: as a possible match of their merchants, or as two reports. */
export interface MatchSubject {
  readonly pair: readonly [ReportId, ReportId];
  /** Given where the analyst was shown the two merchants side by side. */
  readonly possibleMatchId: JudgementId | null;
  readonly field: readonly string[];
}

/**
 * Decides what an analyst's verdict about two reports writes.
 *
 * SAME and UNSURE are said of the two reports alone. So is DIFFERENT of two reports; of a possible match it is said of
 * every report of one merchant and every one of the other, that it may outlive the withdrawal of those two: a wrong split
 * is seen and mended, a wrong merger accuses someone. SAME is not, for what an analyst ties by a report that few may see
 * must not be tied for all (product.md, rule 3).
 *
 * A verdict that stands is undone first (ALREADY_DECIDED, JUDGED_DIFFERENT); UNSURE gives way to any other.
 */
export function planMatch(review: ReviewCase, subject: MatchSubject, verdict: JudgementVerdict): Planned {
  const { pair, field } = subject;
  const merchantIds = pair.map((id) => review.members.find((member) => member.id === id)?.merchantId);
  const [left, right] = merchantIds;
  if (left === undefined || right === undefined)
    return notPlanned('NOT_ALLOWED_IN_STATE', field, 'A report of the pair was withdrawn or rejected.');
  const apart = left !== right;
  if (subject.possibleMatchId !== null && !apart)
    return notPlanned('NOT_ALLOWED_IN_STATE', field, 'They are one merchant by now: splitMerchant parts it.');

  const sides = apart
    ? ([membersOf(review, left), membersOf(review, right)] as const)
    : ([[pair[0]], [pair[1]]] as const);
  const between = review.standing.filter((each) => isBetween(each, new Set(sides[0]), new Set(sides[1])));
  const refused = refuse(between, subject, verdict);
  if (refused !== undefined) return refused;

  const pairs =
    subject.possibleMatchId !== null && verdict === 'DIFFERENT' ? allPairs(sides, between) : [pair];
  return planned({
    kind: 'MATCH',
    verdict,
    merchantIds: [...new Set<MerchantId>([left, right])].sort(),
    reportIds: [...pair].sort(),
    ...engineFacts(review, subject, verdict === 'DIFFERENT' && !apart),
    judgements: judgementsFor(pairs, verdict, between),
  });
}

function refuse(
  between: readonly StandingJudgement[],
  { pair, possibleMatchId, field }: MatchSubject,
  verdict: JudgementVerdict,
): Planned | undefined {
  const different = between.find((each) => each.verdict === 'DIFFERENT');
  if (verdict === 'SAME' && different !== undefined) return judgedDifferent(field, different);
  const ofPair = between.filter(({ a, b }) => pair.includes(a) && pair.includes(b));
  const decisive = possibleMatchId === null ? ofPair : between;
  const state = matchState(new Set(decisive.map((each) => each.verdict)));
  if (state !== 'DECIDED' && !(state === 'LEFT_OPEN' && verdict === 'UNSURE')) return undefined;
  const by = decisive.find((each) => each.verdict !== 'UNSURE') ?? decisive[0];
  return by && alreadyDecided(field, by);
}

/** All of both sides, of very large ones the oldest; and whatever was judged between them. */
function* allPairs(
  [left, right]: readonly [readonly ReportId[], readonly ReportId[]],
  between: readonly StandingJudgement[],
): Generator<readonly [ReportId, ReportId]> {
  const fits = left.length * right.length <= DECISION_PAIRS_MAX;
  const eachMax = Math.floor(Math.sqrt(DECISION_PAIRS_MAX));
  yield* fits ? crossPairs(left, right) : crossPairs(left.slice(0, eachMax), right.slice(0, eachMax));
  for (const { a, b } of between) yield [a, b];
}

/** What the engine had said of the pair: for counting how far analysts and engine agree. */
function engineFacts(
  { findings }: ReviewCase,
  { pair, possibleMatchId }: MatchSubject,
  parts: boolean,
): {
  readonly possibleMatchId: JudgementId | null;
  readonly overturned: boolean;
  readonly tier: ReviewCase['findings'][number]['tier'];
  readonly modelVersion: string | null;
} {
  const asked = findings.find(
    ({ id, a, b, verdict }) =>
      verdict === 'UNSURE' && (id === possibleMatchId || (pair.includes(a) && pair.includes(b))),
  );
  const joined = parts
    ? findings.find(({ a, b, verdict }) => verdict === 'SAME' && (pair.includes(a) || pair.includes(b)))
    : undefined;
  return {
    possibleMatchId: asked?.id ?? possibleMatchId,
    overturned: joined !== undefined,
    tier: asked?.tier ?? null,
    modelVersion: (asked ?? joined)?.modelVersion ?? null,
  };
}
