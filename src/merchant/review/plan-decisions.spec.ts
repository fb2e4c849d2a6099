import type { DecisionId, JudgementId, MerchantId, ReportId } from '../../common/id.js';
import { toGlobalId } from '../../common/id.js';
import type { JudgementVerdict } from '../judgement.js';
import { DECISION_PAIRS_MAX, REVIEWED_REPORTS_MAX } from './decision.js';
import type { DecisionPlan, Planned } from './decision-plan.js';
import { matchState } from './match-state.js';
import { planMatch } from './plan-match.js';
import { planMerge } from './plan-merge.js';
import { planSplit } from './plan-split.js';
import type { EngineFinding, ReviewCase, StandingJudgement } from './review-case.js';

const DECISION = '11111111-1111-4111-8111-111111111111' as DecisionId;

/** Merchants by name, each with its reports, the oldest first: `{ m: ['a', 'b'], n: ['c'] }`. */
function aCase(
  merchants: Readonly<Record<string, readonly string[]>>,
  judgements: readonly (readonly [a: string, b: string, verdict: JudgementVerdict])[] = [],
  findings: readonly (readonly [a: string, b: string, verdict: JudgementVerdict])[] = [],
): ReviewCase {
  return {
    members: Object.entries(merchants).flatMap(([merchantId, reports]) =>
      reports.map((id) => ({ id: id as ReportId, merchantId: merchantId as MerchantId })),
    ),
    standing: judgements.map(([a, b, verdict]): StandingJudgement => ({
      id: `${a}${b}` as JudgementId,
      a: a as ReportId,
      b: b as ReportId,
      verdict,
      decisionId: DECISION,
    })),
    findings: findings.map(([a, b, verdict]): EngineFinding => ({
      id: `engine ${a}${b}` as JudgementId,
      a: a as ReportId,
      b: b as ReportId,
      verdict,
      tier: verdict === 'UNSURE' ? 'PROBABLE' : null,
      modelVersion: 'a model',
    })),
  };
}

function match(review: ReviewCase, pair: string, verdict: JudgementVerdict, possible = true): Planned {
  const [a, b] = [pair.charAt(0) as ReportId, pair.charAt(1) as ReportId];
  const possibleMatchId = possible ? (`engine ${pair}` as JudgementId) : null;
  return planMatch(review, { pair: [a, b], possibleMatchId, field: ['possibleMatchId'] }, verdict);
}

function plan(planned: Planned): DecisionPlan {
  if (!planned.ok) throw new Error(planned.refusal.message);
  return planned.plan;
}

/** The pairs that a decision judges, with what it replaces. */
function written(planned: Planned): string[] {
  return plan(planned).judgements.map(
    ({ a, b, replacesId }) => `${a}${b}${replacesId === null ? '' : ' instead'}`,
  );
}

function code(planned: Planned): string | undefined {
  return planned.ok ? undefined : planned.refusal.code;
}

const merge = (review: ReviewCase, ...ids: readonly string[]): Planned =>
  planMerge(review, new Map(ids.map((id) => [id as MerchantId, id as MerchantId])));

const split = (review: ReviewCase, id: string, ...going: readonly string[]): Planned =>
  planSplit(review, id as MerchantId, id as MerchantId, going as readonly ReportId[]);

describe('a verdict on a possible match', () => {
  const review = aCase({ m: ['a', 'b'], n: ['c', 'd'] }, [], [['a', 'c', 'UNSURE']]);

  it('SAME and UNSURE are said of the two reports, DIFFERENT of every one of either merchant', () => {
    expect(written(match(review, 'ac', 'SAME'))).toEqual(['ac']);
    expect(written(match(review, 'ac', 'UNSURE'))).toEqual(['ac']);
    expect(written(match(review, 'ac', 'DIFFERENT')).sort()).toEqual(['ac', 'ad', 'bc', 'bd']);
  });

  it('of two reports is said of these two alone, and answers the possible match that they are', () => {
    expect(written(match(review, 'bd', 'DIFFERENT', false))).toEqual(['bd']);
    expect(plan(match(review, 'bd', 'DIFFERENT', false)).possibleMatchId).toBeNull();
    expect(plan(match(review, 'ac', 'DIFFERENT', false))).toMatchObject({
      possibleMatchId: 'engine ac',
      tier: 'PROBABLE',
      modelVersion: 'a model',
    });
  });

  it.each([
    ['SAME', 'SAME', 'ALREADY_DECIDED'],
    ['SAME', 'DIFFERENT', 'ALREADY_DECIDED'],
    ['SAME', 'UNSURE', 'ALREADY_DECIDED'],
    ['DIFFERENT', 'SAME', 'JUDGED_DIFFERENT'],
    ['DIFFERENT', 'DIFFERENT', 'ALREADY_DECIDED'],
    ['UNSURE', 'UNSURE', 'ALREADY_DECIDED'],
    ['UNSURE', 'SAME', undefined],
    ['UNSURE', 'DIFFERENT', undefined],
  ] as const)('where %s stands, %s is %s', (standing, verdict, expected) => {
    const judged = aCase({ m: ['a', 'b'], n: ['c', 'd'] }, [['b', 'd', standing]]);
    const planned = match(judged, 'ac', verdict);

    expect(code(planned)).toBe(expected);
    if (!planned.ok) expect(planned.refusal.message).toContain(toGlobalId('decision', DECISION));
  });

  it('DIFFERENT puts an end to judgements that contradict each other', () => {
    const judged = aCase({ m: ['a', 'b'], n: ['c'] }, [
      ['a', 'c', 'SAME'],
      ['b', 'c', 'DIFFERENT'],
    ]);

    expect(written(match(judged, 'ac', 'DIFFERENT'))).toEqual(['ac instead']);
    expect(code(match(judged, 'ac', 'SAME'))).toBe('JUDGED_DIFFERENT');
  });

  it('is not taken of what is one merchant by now, or describes none any more', () => {
    expect(code(match(aCase({ m: ['a', 'c'] }), 'ac', 'SAME'))).toBe('NOT_ALLOWED_IN_STATE');
    expect(code(match(aCase({ m: ['a'] }), 'ac', 'SAME'))).toBe('NOT_ALLOWED_IN_STATE');
  });

  it('DIFFERENT of two reports of one merchant overturns the engine, if it was the engine that joined them', () => {
    const joined = aCase({ m: ['a', 'c'] }, [], [['a', 'c', 'SAME']]);

    expect(plan(match(joined, 'ac', 'DIFFERENT', false)).overturned).toBe(true);
    expect(plan(match(aCase({ m: ['a', 'c'] }), 'ac', 'DIFFERENT', false)).overturned).toBe(false);
  });

  it('of very large merchants is bounded, and still says it of the two compared and of what was judged', () => {
    const many = (name: string): string[] => Array.from({ length: 200 }, (_, index) => `${name}${index}`);
    const [left, right] = [many('l'), many('r')];
    const large = aCase({ m: left, n: right }, [['l199', 'r199', 'UNSURE']]);
    const planned = planMatch(
      large,
      {
        pair: ['l0', 'r0'] as unknown as [ReportId, ReportId],
        possibleMatchId: 'x' as JudgementId,
        field: [],
      },
      'DIFFERENT',
    );

    expect(plan(planned).judgements).toHaveLength(DECISION_PAIRS_MAX + 1);
  });
});

describe('a merger', () => {
  it('ties the oldest report of each to the oldest of the oldest', () => {
    expect(written(merge(aCase({ m: ['a', 'b'], n: ['c'], o: ['d'] }), 'm', 'n', 'o'))).toEqual(['ac', 'ad']);
  });

  it('answers the possible match of two', () => {
    const review = aCase({ m: ['a'], n: ['b'] }, [], [['a', 'b', 'UNSURE']]);

    expect(plan(merge(review, 'm', 'n')).possibleMatchId).toBe('engine ab');
  });

  it.each([
    ['one merchant by two ids', aCase({ m: ['a'] }), ['m'], 'NOT_ALLOWED_IN_STATE'],
    ['one without a report that stands', aCase({ m: ['a'] }), ['m', 'n'], 'NOT_ALLOWED_IN_STATE'],
    [
      'two judged different',
      aCase({ m: ['a'], n: ['b'] }, [['a', 'b', 'DIFFERENT']]),
      ['m', 'n'],
      'JUDGED_DIFFERENT',
    ],
    [
      'two judged the same',
      aCase({ m: ['a'], n: ['b'] }, [['a', 'b', 'SAME']]),
      ['m', 'n'],
      'ALREADY_DECIDED',
    ],
    [
      'more reports than a person can look at',
      aCase({ m: ['a'], n: Array.from({ length: REVIEWED_REPORTS_MAX }, (_, index) => `b${index}`) }),
      ['m', 'n'],
      'TOO_MANY',
    ],
  ] as const)('is not taken of %s', (_what, review, ids, expected) => {
    expect(code(merge(review, ...ids))).toBe(expected);
  });
});

describe('a split', () => {
  it('keeps every report that goes apart from every one that stays, in place of what was judged before', () => {
    const review = aCase({ m: ['a', 'b', 'c', 'd'] }, [
      ['a', 'c', 'SAME'],
      ['a', 'b', 'SAME'],
      ['b', 'd', 'DIFFERENT'],
    ]);

    expect(written(split(review, 'm', 'c', 'd')).sort()).toEqual(['ac instead', 'ad', 'bc']);
  });

  it('overturns the engine where the engine had joined the two parts', () => {
    const joined = aCase({ m: ['a', 'b'] }, [], [['a', 'b', 'SAME']]);

    expect(plan(split(joined, 'm', 'b'))).toMatchObject({ overturned: true, modelVersion: 'a model' });
    expect(plan(split(aCase({ m: ['a', 'b'] }), 'm', 'b')).overturned).toBe(false);
  });

  it('is not taken of all reports, of one that is not there, or of more than a decision may judge', () => {
    const many = Array.from({ length: 1_000 }, (_, index) => `r${index}`);

    expect(code(split(aCase({ m: ['a', 'b'] }), 'm', 'a', 'b'))).toBe('TOO_MANY');
    expect(code(split(aCase({ m: ['a', 'b'] }), 'm', 'x'))).toBe('NOT_FOUND');
    expect(code(split(aCase({ m: many }), 'm', ...many.slice(0, 500)))).toBe('TOO_MANY');
    expect(code(split(aCase({ m: many }), 'm', ...many.slice(0, 10)))).toBeUndefined();
  });
});

describe('the state of a possible match', () => {
  it.each([
    [[], 'OPEN'],
    [['UNSURE'], 'LEFT_OPEN'],
    [['SAME'], 'DECIDED'],
    [['DIFFERENT', 'UNSURE'], 'DECIDED'],
    [['SAME', 'DIFFERENT'], 'CONTRADICTED'],
  ] as const)('with the judgements %j is %s', (verdicts, state) => {
    expect(matchState(new Set(verdicts))).toBe(state);
  });
});
