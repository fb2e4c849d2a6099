import fc from 'fast-check';
import type { MerchantId, ReportId } from '../common/id.js';
import { type PlacedDescription, projectMerchants } from './project-merchants.js';

const day = (n: number): string => `2026-01-${String(n).padStart(2, '0')}T00:00:00.000Z`;

function aDescription(n: number, fields: Partial<PlacedDescription> = {}): PlacedDescription {
  const own = `m${n}` as MerchantId;
  return {
    id: `r${n}` as ReportId,
    ownMerchantId: own,
    merchantId: own,
    receivedAt: day(n),
    active: true,
    linkHashes: [],
    ...fields,
  };
}

const ids = (...numbers: number[]): ReportId[] => numbers.map((n) => `r${n}` as ReportId);

function applied(
  descriptions: readonly PlacedDescription[],
  clusters: readonly ReportId[][],
): PlacedDescription[] {
  const to = new Map(projectMerchants(descriptions, clusters).map((move) => [move.descriptionId, move.to]));
  return descriptions.map((d) => ({ ...d, merchantId: to.get(d.id) ?? d.merchantId }));
}

describe('projectMerchants', () => {
  it('names a merchant by the own id of its earliest description', () => {
    const moves = projectMerchants([aDescription(2), aDescription(1), aDescription(3)], [ids(1, 2, 3)]);

    expect(moves).toEqual([
      { descriptionId: 'r2', from: 'm2', to: 'm1' },
      { descriptionId: 'r3', from: 'm3', to: 'm1' },
    ]);
  });

  it('gives a part that is split off the own id of its earliest description', () => {
    const merged = applied([aDescription(1), aDescription(2), aDescription(3)], [ids(1, 2, 3)]);

    expect(projectMerchants(merged, [ids(1), ids(2, 3)])).toEqual([
      { descriptionId: 'r2', from: 'm1', to: 'm2' },
      { descriptionId: 'r3', from: 'm1', to: 'm2' },
    ]);
  });

  it('keeps a withdrawn description, and its id, with the merchant it stood in', () => {
    const account = { linkHashes: ['account'] };
    const merged = applied([aDescription(1, account), aDescription(2, account)], [ids(1, 2)]);
    const withdrawn = merged.map((d) => (d.id === 'r1' ? { ...d, active: false } : d));

    expect(projectMerchants(withdrawn, [ids(2)])).toEqual([]);
  });

  it('gives a withdrawn description its own id back where it has no value in common with what it stood with', () => {
    const merged = applied([aDescription(1), aDescription(2)], [ids(1, 2)]);
    const withdrawn = merged.map((d) => (d.id === 'r1' ? { ...d, active: false } : d));

    expect(projectMerchants(withdrawn, [ids(2)])).toEqual([{ descriptionId: 'r2', from: 'm1', to: 'm2' }]);
  });

  it('leaves a withdrawn description with its own when what it stood with falls apart', () => {
    const sellers = [
      aDescription(1, { linkHashes: ['account'], active: false }),
      aDescription(2, { linkHashes: ['another'] }),
      aDescription(3, { linkHashes: ['account', 'host'], merchantId: 'm1' as MerchantId, active: false }),
      aDescription(4, { linkHashes: ['host'], merchantId: 'm1' as MerchantId }),
    ];
    const merged = applied(sellers, [ids(2, 4)]);
    expect(merged.map(({ merchantId }) => merchantId)).toEqual(['m1', 'm1', 'm1', 'm1']);

    expect(applied(merged, [ids(2), ids(4)])).toEqual(sellers);
  });

  it('is undone by going back to the clusters of before, whatever came between', () => {
    const clustering = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(clustering, clustering, (first, second) => {
        const clustersOf = (labels: number[]): ReportId[][] =>
          [0, 1, 2, 3]
            .map((label) => ids(...labels.flatMap((l, i) => (l === label ? [i + 1] : []))))
            .filter((c) => c.length > 0);
        const start = [1, 2, 3, 4, 5, 6].map((n) => aDescription(n));
        const before = applied(start, clustersOf(first));
        const between = applied(before, clustersOf(second));

        expect(applied(between, clustersOf(first))).toEqual(before);
      }),
    );
  });
});
