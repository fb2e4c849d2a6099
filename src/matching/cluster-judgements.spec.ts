import { clusterDescriptions } from './cluster-descriptions.js';
import type { Judgement } from './description.js';
import { aReport, reports, times } from './spec-support/builders.js';

function clustered(
  descriptions: Parameters<typeof clusterDescriptions>[0],
  ...judgements: Judgement[]
): string[] {
  return clusterDescriptions(descriptions, judgements).clusters.map(({ members }) => members.join(' '));
}

const same = (a: string, b: string): Judgement => ({ a, b, verdict: 'SAME' });
const different = (a: string, b: string): Judgement => ({ a, b, verdict: 'DIFFERENT' });
const unsure = (a: string, b: string): Judgement => ({ a, b, verdict: 'UNSURE' });

describe('an analyst’s judgement', () => {
  const strangers = reports('r', [{ iban: '1' }, { iban: '2' }]);
  const chain = reports('r', [{ iban: '1' }, { iban: '1', phone: '5' }, { phone: '5' }]);

  it('SAME joins what has nothing in common', () => {
    expect(clustered(strangers)).toEqual(['r-1', 'r-2']);
    expect(clustered(strangers, same('r-2', 'r-1'))).toEqual(['r-1 r-2']);
  });

  it('SAME joins against different company numbers, and the cluster then holds both', () => {
    const firms = reports('r', [
      { company: 'GB:1' },
      { company: 'GB:2' },
      { company: 'GB:2' },
      { company: 'GB:3' },
    ]);
    expect(clustered(firms, same('r-1', 'r-2'))).toEqual(['r-1 r-2 r-3', 'r-4']);
  });

  it('SAME joins against a shared value', () => {
    const sellers = times(5, (n) => aReport(`s${n}`, { iban: 'F', host: `${n}.example` }));
    expect(clustered(sellers, same('s1', 's5'))).toEqual(['s1 s5', 's2', 's3', 's4']);
  });

  it('DIFFERENT keeps two apart that hold one unique value', () => {
    expect(clustered(chain, different('r-1', 'r-2'))).toEqual(['r-1', 'r-2 r-3']);
  });

  it('DIFFERENT keeps two apart that come together by way of a third', () => {
    expect(clustered(chain, different('r-1', 'r-3'))).toEqual(['r-1 r-2', 'r-3']);
  });

  it('DIFFERENT wins over SAME, on one pair and by way of others, and tells so', () => {
    expect(clustered(strangers, same('r-1', 'r-2'), different('r-2', 'r-1'))).toEqual(['r-1', 'r-2']);
    const three = reports('r', [{ iban: '1' }, { iban: '2' }, { iban: '3' }]);
    const judgements = [same('r-1', 'r-2'), same('r-2', 'r-3'), different('r-1', 'r-3')];
    const found = clusterDescriptions(three, judgements);
    expect(found.clusters.map(({ members }) => members)).toEqual([['r-1', 'r-2'], ['r-3']]);
    expect(found.possibleMatches).toMatchObject([{ a: 'r-1', b: 'r-3', reason: 'JUDGED_DIFFERENT' }]);
  });

  it('UNSURE, or one on a report that is not there, changes nothing', () => {
    expect(clustered(chain, unsure('r-1', 'r-2'), different('r-1', 'gone'))).toEqual(['r-1 r-2 r-3']);
  });
});
