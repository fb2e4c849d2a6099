import {
  A_MERCHANT,
  aListedReport,
  EVERYONE,
  GROUP,
  iban,
  IBANS,
} from '../../../test/support/listed-report.js';
import { newId } from '../../common/id.js';
import {
  type AcceptedReport,
  isIndependentOf,
  merchantsRuledOut,
  type PastReport,
  sourceKnownSince,
  valuesRuledOut,
  withoutRuledOut,
} from './standing-report.js';
import { valueHash } from './value-hash.js';

const RULED_AT = new Date('2026-06-03T00:00:00Z');
const LONG_AGO = new Date('2021-06-01T00:00:00Z');
const BEFORE = new Date('2026-06-02T23:59:59Z');
const [MEMBER, OTHER_MEMBER] = [newId('member'), newId('member')];

const RULED_OUT: PastReport = {
  merchantId: A_MERCHANT,
  memberId: MEMBER,
  sourceKeys: ['reference:FIRST', 'reference:CORRECTED'],
  handlingScopeId: EVERYONE,
  acceptedAt: LONG_AGO,
  withdrawnAt: null,
  rulings: [{ at: RULED_AT, valueHashes: null }],
};

function aReport(given: Partial<AcceptedReport>): AcceptedReport {
  return {
    merchantId: A_MERCHANT,
    memberId: OTHER_MEMBER,
    sourceKey: 'reference:NEW',
    acceptedAt: RULED_AT,
    handlingScopeId: EVERYONE,
    ...given,
  };
}

describe('a merchant that a ruling took off the list', () => {
  const rows: readonly (readonly [string, Partial<AcceptedReport>, boolean])[] = [
    ['another member on another source', {}, true],
    ['the same member on another source', { memberId: MEMBER }, false],
    ['another member that relays the source', { sourceKey: 'reference:FIRST' }, false],
    ['another member that relays the corrected source', { sourceKey: 'reference:CORRECTED' }, false],
    ['the same member on the same source', { memberId: MEMBER, sourceKey: 'reference:FIRST' }, false],
    ['the same member, about another merchant', { memberId: MEMBER, merchantId: newId('merchant') }, true],
    ['the same member, which stood before the ruling', { memberId: MEMBER, acceptedAt: BEFORE }, true],
  ];

  it.each(rows)('by %s', (_by, given, listed) => {
    expect(isIndependentOf(aReport(given), [RULED_OUT])).toBe(listed);
  });

  it('returns only by what is independent of every report ruled out', () => {
    const second = { ...RULED_OUT, memberId: OTHER_MEMBER, sourceKeys: ['reference:SECOND'] };
    expect(isIndependentOf(aReport({}), [RULED_OUT, second])).toBe(false);
    expect(isIndependentOf(aReport({ memberId: newId('member') }), [RULED_OUT, second])).toBe(true);
    expect(isIndependentOf(aReport({}), [])).toBe(true);
  });
});

describe('a merchant of which a ruling took a part off the list', () => {
  const inPart: PastReport = { ...RULED_OUT, rulings: [{ at: RULED_AT, valueHashes: ['aa', 'bb'] }] };
  const rows: readonly (readonly [string, Partial<AcceptedReport>, readonly string[]])[] = [
    ['by nothing that the same member says', { memberId: MEMBER }, ['aa', 'bb']],
    ['by nothing that relays the source', { sourceKey: 'reference:FIRST' }, ['aa', 'bb']],
    ['by what is independent', {}, []],
    ['by what stood before the ruling', { memberId: MEMBER, acceptedAt: BEFORE }, []],
  ];

  it.each(rows)('gets it back %s', (_title, given, values) => {
    expect(valuesRuledOut(aReport(given), [inPart])).toEqual(values);
    expect(isIndependentOf(aReport(given), [inPart])).toBe(true);
  });

  it('is not ruled out as a whole', () => {
    expect(merchantsRuledOut([inPart])).toEqual([]);
    expect(merchantsRuledOut([inPart, RULED_OUT])).toEqual([A_MERCHANT]);
  });
});

describe('a source that is said again after its report was withdrawn', () => {
  const withdrawn: PastReport = { ...RULED_OUT, withdrawnAt: RULED_AT, rulings: [] };
  const rows: readonly (readonly [string, Partial<AcceptedReport>, Date])[] = [
    ['is known since it was said first', { sourceKey: 'reference:FIRST' }, LONG_AGO],
    ['is known since then whoever relays it', { sourceKey: 'reference:CORRECTED' }, LONG_AGO],
    ['is new where it is another one', { memberId: MEMBER }, RULED_AT],
    ['is new to another audience', { sourceKey: 'reference:FIRST', handlingScopeId: GROUP }, RULED_AT],
    ['is new of another merchant', { sourceKey: 'reference:FIRST', merchantId: newId('merchant') }, RULED_AT],
  ];

  it.each(rows)('%s', (_title, given, since) => {
    expect(sourceKnownSince(aReport(given), [withdrawn])).toEqual(since);
    expect(isIndependentOf(aReport(given), [withdrawn])).toBe(true);
  });
});

describe('a report of which identifiers are ruled out', () => {
  const report = aListedReport({ identifiers: [iban(IBANS[0]), iban(IBANS[1])] });
  const hashes = report.identifiers.map(valueHash);

  it('says what is left of it, and nothing when nothing is', () => {
    expect(withoutRuledOut(report, new Set())).toBe(report);
    expect(withoutRuledOut(report, new Set(hashes.slice(0, 1)))?.identifiers).toEqual(
      report.identifiers.slice(1),
    );
    expect(withoutRuledOut(report, new Set(hashes))).toBeUndefined();
  });
});
