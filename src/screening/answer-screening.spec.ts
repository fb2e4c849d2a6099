import { type MerchantId, newId } from '../common/id.js';
import { accepted, refused } from '../common/refusal.js';
import { normaliseSubject, type NormalisedSubject, type SubjectInput } from '../identifier/index.js';
import type { Confidence, VisibleView } from '../indicator/index.js';
import { answerScreening } from './answer-screening.js';
import { keyHashes } from './asked-keys.js';
import { SeenMerchants } from './merchants-seen.js';
import { MATCHES_MAX, type ScreeningAnswer } from './screening.js';

const ONE = { type: 'IBAN', value: 'GB82WEST12345698765432' } as const;
const TWO = { type: 'IBAN', value: 'DE89370400440532013000' } as const;

function normalised(subject: SubjectInput): NormalisedSubject {
  const result = normaliseSubject(subject, { presentYear: 2026 });
  if (!result.ok) throw new Error(JSON.stringify(result.refusals));
  return result.value;
}

interface GivenView {
  readonly merchantId?: MerchantId;
  readonly merchantViewId?: MerchantId;
  readonly confidence?: Confidence;
  readonly sourceCount?: number;
  readonly shared?: boolean;
  readonly countries?: readonly string[];
}

function aView(subject: SubjectInput, given: GivenView = {}): VisibleView {
  const { shared = false, ...values } = given;
  return {
    merchantId: newId('merchant'),
    merchantViewId: newId('merchant'),
    reason: 'CSAM_SALE',
    confidence: 'MODERATE',
    sourceCount: 1,
    validFrom: '2026-06-01T00:00:00.000Z',
    countries: [],
    indicators: normalised(subject).identifiers.map(({ type, exclusiveWithin, keys, value, parts }) => ({
      id: newId('indicator'),
      type,
      exclusiveWithin,
      keys: keys.map((key) => ({ ...key, shared })),
      value,
      parts,
    })),
    ...values,
  };
}

function answer(subject: SubjectInput, ...views: readonly VisibleView[]): ScreeningAnswer {
  const asked = normalised(subject);
  return answerScreening(accepted(asked), new SeenMerchants(views).holding(keyHashes(asked.identifiers)));
}

describe('the answer to a screening', () => {
  it('is CLEAR when nothing agrees', () => {
    expect(answer({ identifiers: [ONE] }, aView({ identifiers: [TWO] }))).toEqual({
      outcome: 'CLEAR',
      tier: 'NONE',
      matches: [],
      refusals: [],
    });
  });

  it('is REFUSED, with the reasons, for what could not be looked up', () => {
    const refusal = { code: 'NO_IDENTIFIER' as const, field: ['identifiers'], message: 'Name it.' };
    expect(answerScreening(refused(refusal), [])).toEqual({
      outcome: 'REFUSED',
      tier: 'NONE',
      matches: [],
      refusals: [refusal],
    });
  });

  it('explains the fields that agree and no others, by the own value as it is shown', () => {
    const view = aView({ identifiers: [ONE], legalName: 'Sorvex Imports Ltd' });
    const { matches } = answer({ identifiers: [TWO, ONE], legalName: 'Another Name' }, view);
    expect(matches[0]?.evidence).toEqual([
      {
        field: 'identifiers.1.value',
        type: 'IBAN',
        evidence: 'EXACT',
        yours: '•••• 5432',
        indicatorId: view.indicators.find(({ type }) => type === 'IBAN')?.id,
        explanation: 'Your iban equals a listed one, as you gave it.',
      },
    ]);
  });

  it('holds nothing of a listed merchant that the asker did not give', () => {
    const view = aView({
      identifiers: [ONE, { type: 'EMAIL', value: 'sales@dravenko.example' }],
      legalName: 'Dravenko',
    });
    const told = JSON.stringify(answer({ identifiers: [ONE] }, view));
    expect(told).not.toMatch(/dravenko|GB82WEST/i);
  });

  it('names a conflict that would rule the match out', () => {
    const company = (value: string): object => ({ type: 'COMPANY_REG_NO', scope: 'GB', value });
    const listed = { identifiers: [ONE, company('11111111')] } as SubjectInput;
    const { tier, matches } = answer(
      { identifiers: [ONE, company('22222222')] } as SubjectInput,
      aView(listed),
    );
    expect(tier).toBe('POSSIBLE');
    expect(matches[0]?.evidence.map(({ evidence }) => evidence)).toEqual(['EXACT', 'CONFLICT']);
    expect(matches[0]?.ruleOut.length).toBeGreaterThan(0);
  });

  it('says what would rule out a match that a misspelt name alone makes', () => {
    const view = aView({ legalName: 'Sorvex Imports Ltd' });
    const found = new SeenMerchants([view]).holding(
      view.indicators.flatMap(({ keys }) => keys.map(({ hash }) => hash)),
    );
    const { matches } = answerScreening(accepted(normalised({ legalName: 'Sorvxe Imports' })), found);
    expect(matches).toMatchObject([
      { tier: 'POSSIBLE', ruleOut: [expect.stringContaining('No identifier of one merchant alone agrees')] },
    ]);
  });

  it('is no more than possible on a value that unrelated merchants share', () => {
    expect(answer({ identifiers: [ONE] }, aView({ identifiers: [ONE] }, { shared: true })).tier).toBe(
      'POSSIBLE',
    );
    expect(answer({ identifiers: [ONE] }, aView({ identifiers: [ONE] })).tier).toBe('STRONG');
  });

  it('puts the views of one merchant in several scopes together, without adding their sources up', () => {
    const merchantId = newId('merchant');
    const views = [
      aView({ identifiers: [ONE] }, { merchantId, sourceCount: 2, confidence: 'LOW' }),
      aView({ identifiers: [ONE, TWO] }, { merchantId, sourceCount: 2, confidence: 'HIGH' }),
    ];
    expect(answer({ identifiers: [TWO] }, ...views).matches).toMatchObject([
      { confidence: 'HIGH', sources: 'UNDER_THREE' },
    ]);
  });

  it('puts the best match first and names no more than MATCHES_MAX', () => {
    const weak = Array.from({ length: MATCHES_MAX + 5 }, () =>
      aView({ identifiers: [ONE] }, { shared: true }),
    );
    const strong = aView({ identifiers: [TWO] });
    const { tier, matches } = answer({ identifiers: [ONE, TWO] }, ...weak, strong);
    expect(tier).toBe('STRONG');
    expect(matches).toHaveLength(MATCHES_MAX);
    expect(matches[0]?.merchantId).toBe(strong.merchantViewId);
  });

  it('does not change with what else was looked up in the same statement', () => {
    const mine = aView({ identifiers: [ONE] });
    expect(answer({ identifiers: [ONE] }, mine, aView({ identifiers: [TWO] }))).toEqual(
      answer({ identifiers: [ONE] }, mine),
    );
  });
});
