import fc from 'fast-check';
import { bCubed, type Clustered } from '../bench/try-intake/b-cubed.js';
import { judgeRows } from '../bench/try-intake/judge-rows.js';

function records(
  ...places: readonly (readonly [cluster: string, truth: string, kind?: string])[]
): Clustered[] {
  return places.map(([cluster, truth, kind = 'plain']) => ({ cluster, truth, kind }));
}

describe('bCubed', () => {
  it('is 1 where clusters and truth agree, whatever they are called', () => {
    const { all } = bCubed(records(['x', 'a'], ['x', 'a'], ['y', 'b']));

    expect(all).toEqual({ records: 3, precision: 1, recall: 1, f1: 1 });
  });

  it('loses precision by what was merged and recall by what was split', () => {
    // x holds two of a and one of b; the third of a stands alone in y.
    const { all } = bCubed(records(['x', 'a'], ['x', 'a'], ['x', 'b'], ['y', 'a']));

    expect(all.precision).toBeCloseTo((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4);
    expect(all.recall).toBeCloseTo((2 / 3 + 2 / 3 + 1 + 1 / 3) / 4);
    expect(all.f1).toBeCloseTo((2 * all.precision * all.recall) / (all.precision + all.recall));
  });

  it('is the mean over the records of a kind, which may share clusters with another kind', () => {
    const { byKind } = bCubed(records(['x', 'a', 'plain'], ['x', 'b', 'tower'], ['y', 'c', 'plain']));

    expect(byKind.get('plain')).toMatchObject({ records: 2, precision: 0.75, recall: 1 });
    expect(byKind.get('tower')).toMatchObject({ records: 1, precision: 0.5, recall: 1 });
  });

  it('has precision and recall changed round when clusters and truth are', () => {
    const label = fc.constantFrom('a', 'b', 'c', 'd');
    fc.assert(
      fc.property(fc.array(fc.tuple(label, label), { minLength: 1, maxLength: 30 }), (pairs) => {
        const { all } = bCubed(records(...pairs));
        const { all: turned } = bCubed(
          records(...pairs.map(([cluster, truth]) => [truth, cluster] as const)),
        );
        expect(turned.precision).toBeCloseTo(all.recall, 10);
        expect(turned.recall).toBeCloseTo(all.precision, 10);
      }),
    );
  });
});

describe('judgeRows', () => {
  const truth = [
    { clientReference: '1', member: 'm', merchant: 'a', kind: 'plain', expect: '' },
    { clientReference: '2', member: 'm', merchant: 'a', kind: 'plain', expect: 'refused: date' },
    { clientReference: '3', member: 'm', merchant: 'a', kind: 'plain', expect: 'accepted: host only kept' },
  ];

  function imported(...refused: readonly string[]) {
    const refusals = new Map(
      refused.map((reference) => [reference, { code: 'INVALID_DATE', field: 'observed_from' }]),
    );
    return [
      {
        member: 'm',
        rows: 3,
        taken: 3 - refused.length,
        refused: refused.length,
        seconds: 1,
        notices: {},
        errorsFile: null,
        refusals,
      },
    ];
  }

  it('finds what should be refused and is not, and what should be taken and is not', () => {
    const verdicts = (...refused: readonly string[]): boolean[] =>
      judgeRows(truth, imported(...refused)).map(({ asExpected }) => asExpected);

    expect(verdicts('2')).toEqual([true, true, true]);
    expect(verdicts()).toEqual([true, true, false]);
    expect(verdicts('1', '2', '3')).toEqual([false, false, true]);
  });
});
