import { clusterDescriptions } from './cluster-descriptions.js';
import type { Clustering } from './clustering.js';
import type { Description } from './description.js';
import { DEFAULT_MATCHING_SETTINGS } from './model.js';
import { JOINED_MEMBERS_MAX } from './support.js';
import { aReport, reports, times, type ReportWords } from './spec-support/builders.js';

function membersOf({ clusters }: Clustering): (readonly string[])[] {
  return clusters.map(({ members }) => members);
}

function sharedOf({ shared }: Clustering): [string, number][] {
  return shared.map(({ key, strangers }) => [key.hash, strangers]);
}

/** Twelve merchants with a site and a number each, reported twice, all behind one facilitator's account and telephone. */
function facilitatorsMerchants(): Description[] {
  return times(12, (n) => [
    aReport(`m${n}-1`, {
      name: `SHOP ${n}${n}${n}`,
      host: `shop${n}.example`,
      mid: `acq:${n}`,
      iban: 'F',
      phone: 'F',
    }),
    aReport(`m${n}-2`, {
      host: `shop${n}.example`,
      mid: `acq:${n}`,
      ...(n % 2 ? { iban: 'F' } : { phone: 'F' }),
    }),
  ]).flat();
}

describe('clusterDescriptions', () => {
  it('joins reports that hold one unique or strong value', () => {
    const found = clusterDescriptions([
      aReport('a', { iban: '1', host: 'one.example' }),
      aReport('b', { host: 'one.example', email: 'x@one.example' }),
      aReport('c', { email: 'x@one.example' }),
      aReport('d', { iban: '2' }),
    ]);
    expect(membersOf(found)).toEqual([['a', 'b', 'c'], ['d']]);
  });

  it('says of each link what made it and which keys tie the two', () => {
    const [cluster] = clusterDescriptions([
      aReport('a', { iban: '1', phone: '5' }),
      aReport('b', { iban: '1', phone: '5', name: 'N' }),
    ]).clusters;
    expect(cluster?.links).toEqual([
      {
        a: 'a',
        b: 'b',
        rule: 'UNIQUE_VALUE',
        keys: [
          { kind: 'IBAN', strength: 'UNIQUE', hash: 'IBAN=1' },
          { kind: 'PHONE', strength: 'STRONG', hash: 'PHONE=5' },
        ],
      },
    ]);
  });

  it('puts the older report first, and of two equally old ones that with the smaller id', () => {
    const found = clusterDescriptions([
      aReport('a', { iban: '1', at: '2026-03-01T00:00:00.000Z' }),
      aReport('c', { iban: '1', at: '2026-02-01T00:00:00.000Z' }),
      aReport('b', { iban: '1', at: '2026-02-01T00:00:00.000Z' }),
    ]);
    expect(membersOf(found)).toEqual([['b', 'c', 'a']]);
  });

  it('never joins by a name, a descriptor or an address', () => {
    const same = { name: 'TOWER TRADING', descriptor: 'TOWER', address: 'GB 1 TOWER ROAD' };
    expect(membersOf(clusterDescriptions(reports('r', [same, same])))).toEqual([['r-1'], ['r-2']]);
  });
});

describe('a value that several merchants share', () => {
  it('stops merging when it is a facilitator account, even with the telephone of the same facilitator beside it', () => {
    const found = clusterDescriptions(facilitatorsMerchants());
    expect(membersOf(found).map((members) => members.length)).toEqual(times(12, () => 2));
    expect(sharedOf(found)).toEqual([
      ['IBAN=F', 12],
      ['PHONE=F', 12],
    ]);
  });

  it('may be a unique one: a facilitator’s master card acceptor ID', () => {
    const found = clusterDescriptions(
      times(5, (n) =>
        aReport(`m${n}`, { mid: 'acq:MASTER', host: `shop${n}.example`, name: `SELLER ${n}${n}${n}` }),
      ),
    );
    expect(membersOf(found)).toHaveLength(5);
    expect(sharedOf(found)).toEqual([['CARD_ACCEPTOR_ID=acq:MASTER', 5]]);
  });

  it('counts in full up to the limit, which is a setting', () => {
    const sellers = times(4, (n) =>
      aReport(`s${n}`, { iban: 'KEPT', host: `${n}.example`, mid: `acq:${n}` }),
    );
    expect(membersOf(clusterDescriptions(sellers.slice(0, 3)))).toHaveLength(1);
    expect(membersOf(clusterDescriptions(sellers))).toHaveLength(4);
    expect(
      membersOf(clusterDescriptions(sellers, [], { ...DEFAULT_MATCHING_SETTINGS, sharedLimit: 4 })),
    ).toHaveLength(1);
  });

  it('is shared at once when it stands on the analysts’ list', () => {
    const settings = { ...DEFAULT_MATCHING_SETTINGS, knownShared: new Set(['PHONE=F']) };
    const found = clusterDescriptions(reports('r', [{ phone: 'F' }, { phone: 'F' }]), [], settings);
    expect(membersOf(found)).toEqual([['r-1'], ['r-2']]);
    expect(found.shared).toMatchObject([{ key: { hash: 'PHONE=F' }, listed: true, holders: ['r-1', 'r-2'] }]);
  });

  it('is found where only few reports of each merchant hold it, and the others come later', () => {
    const found = clusterDescriptions(
      times(5, (n) => [
        aReport(`m${n}-0`, { mid: `acq:${n}`, iban: 'F' }),
        ...times(6, (i) => aReport(`m${n}-${i}`, { mid: `acq:${n}` })),
      ]).flat(),
    );
    expect(membersOf(found).map((members) => members.length)).toEqual(times(5, () => 7));
    expect(sharedOf(found)).toEqual([['IBAN=F', 5]]);
  });

  it('is a hosting domain, and the hosts on it stay apart', () => {
    const found = clusterDescriptions(
      times(5, (n) => [
        aReport(`m${n}-1`, { host: `shop${n}.platform.example`, name: `SELLER ${n}${n}${n}` }),
        aReport(`m${n}-2`, { host: `shop${n}.platform.example` }),
      ]).flat(),
    );
    expect(membersOf(found).map((members) => members.length)).toEqual(times(5, () => 2));
    expect(sharedOf(found)).toEqual([['DOMAIN_REGISTRABLE=platform.example', 5]]);
  });

  it('is put before a person where it meets an equal name', () => {
    const found = clusterDescriptions([
      ...facilitatorsMerchants(),
      aReport('z', { iban: 'F', name: 'SHOP 777' }),
    ]);
    expect(membersOf(found)).toContainEqual(['z']);
    expect(found.possibleMatches).toMatchObject([
      {
        a: 'm7-1',
        b: 'z',
        reason: 'SHARED_VALUE',
        tier: 'PROBABLE',
        keys: [{ kind: 'IBAN' }, { kind: 'NAME' }],
      },
    ]);
  });
});

describe('a value that goes about with a shared one', () => {
  const facilitators = times(5, (n) =>
    aReport(`m${n}`, {
      name: `SHOP ${n}${n}${n}`,
      host: `shop${n}.example`,
      phone: 'F',
      // Judged first, the account still ties its two: the telephone has four strangers.
      ...(n < 3 && { iban: 'F' }),
    }),
  );

  it('is shared as well, though fewer strangers than the limit hold it', () => {
    const found = clusterDescriptions(facilitators);
    expect(membersOf(found)).toHaveLength(5);
    expect(sharedOf(found)).toEqual([
      ['IBAN=F', 2],
      ['PHONE=F', 4],
    ]);
  });

  it('is not where only one merchant holds both', () => {
    const own = [...facilitators, ...reports('o', [{ iban: 'OWN', phone: 'F' }, { iban: 'OWN' }])];
    expect(membersOf(clusterDescriptions(own))).toContainEqual(['o-1', 'o-2']);
  });
});

describe('two clusters', () => {
  const one = [aReport('a1', { iban: '1', by: 'm1' }), aReport('a2', { iban: '1', phone: '5', by: 'm2' })];
  const two = (words: ReportWords): Description[] => [
    aReport('b1', { crypto: '2', by: 'm3', ...words }),
    aReport('b2', { crypto: '2', phone: '5', by: 'm4' }),
  ];

  it('are not joined by a value that one report brings: a bridge is for a person', () => {
    const found = clusterDescriptions([...one, ...two({})]);
    expect(membersOf(found)).toEqual([
      ['a1', 'a2'],
      ['b1', 'b2'],
    ]);
    expect(found.possibleMatches).toMatchObject([{ a: 'a1', b: 'b1', reason: 'BRIDGE', tier: 'STRONG' }]);
  });

  it('are joined where two pairs of reports of different members tie them', () => {
    const first = aReport('a1', { iban: '1', email: 'x@x.example', by: 'm1' });
    const found = clusterDescriptions([first, ...one.slice(1), ...two({ email: 'x@x.example' })]);
    expect(membersOf(found)).toEqual([['a1', 'a2', 'b1', 'b2']]);
  });

  it('are not where one member made all those reports', () => {
    const own = [...one, ...two({ phone: '5' })].map((report) => ({ ...report, reporterId: 'm1' }));
    expect(membersOf(clusterDescriptions(own))).toHaveLength(2);
  });

  it('are not joined into more reports than one merchant is likely to have, but by a unique value', () => {
    const half = (count: number, own: ReportWords): Description[] =>
      times(count, (n) =>
        aReport(`${Object.keys(own).join()}${n}`, { ...own, host: 'one.example', by: `m${n}` }),
      );
    const clustersOf = (more: number, ...others: Description[]): Clustering =>
      clusterDescriptions([
        ...half(JOINED_MEMBERS_MAX / 2, { iban: '1' }),
        ...half(JOINED_MEMBERS_MAX / 2 + more, { crypto: '2' }),
        ...others,
      ]);
    expect(membersOf(clustersOf(0))).toHaveLength(1);
    expect(membersOf(clustersOf(1))).toHaveLength(2);
    expect(clustersOf(1).possibleMatches).toMatchObject([{ reason: 'OUTSIZE', tier: 'STRONG' }]);
    expect(membersOf(clustersOf(1, aReport('c', { iban: '1', crypto: '2' })))).toHaveLength(1);
  });

  it('are joined by a unique value whoever brings it', () => {
    const found = clusterDescriptions([...one, ...two({}), aReport('c', { iban: '1', crypto: '2' })]);
    expect(membersOf(found)).toEqual([['a1', 'a2', 'b1', 'b2', 'c']]);
  });
});

describe('one merchant', () => {
  it('stays whole when ten reports hold the same account and number, however the name was misspelt', () => {
    const names = ['NOMU IMPORTS', 'NOMU IMPROTS', 'NOM IMPORTS', 'NOMUI MPORTS', 'NOMMU IMPORTS'];
    const found = clusterDescriptions(
      times(10, (n) => aReport(`r${n}`, { mid: 'acq:1', iban: '1', name: names[n % names.length] ?? '' })),
    );
    expect(membersOf(found)).toHaveLength(1);
    expect(found.shared).toEqual([]);
  });

  it('stays whole with six numbers at six acquirers under one name, host and mailbox', () => {
    const found = clusterDescriptions(
      times(6, (n) =>
        aReport(`r${n}`, { mid: `acq${n}:1`, host: 'one.example', email: 'x@one.example', name: 'ONE' }),
      ),
    );
    expect(membersOf(found)).toHaveLength(1);
    expect(found.shared).toEqual([]);
  });

  it('comes together when it changes name, host and number and keeps the account', () => {
    const found = clusterDescriptions(
      times(3, (n) => [
        aReport(`i${n}-1`, {
          iban: 'KEPT',
          name: `NAME ${n}${n}${n}`,
          host: `host${n}.example`,
          mid: `acq:${n}`,
        }),
        aReport(`i${n}-2`, { host: `host${n}.example`, mid: `acq:${n}` }),
      ]).flat(),
    );
    expect(membersOf(found)).toHaveLength(1);
  });
});

describe('what stays apart', () => {
  it('are branches with one name and mailbox that have hosts of their own', () => {
    const found = clusterDescriptions(
      reports('b', [
        { name: 'SOFA', email: 'x@sofa.example', host: 'north.example' },
        { name: 'SOFA', email: 'x@sofa.example', host: 'south.example' },
      ]),
    );
    expect(membersOf(found)).toEqual([['b-1'], ['b-2']]);
    expect(found.possibleMatches).toMatchObject([
      {
        a: 'b-1',
        b: 'b-2',
        reason: 'ELSE_DIFFERENT',
        tier: 'PROBABLE',
        differing: ['DOMAIN', 'MAIL_DOMAIN'],
      },
    ]);
  });

  it('are two company numbers of one register, with the conflict named', () => {
    const found = clusterDescriptions(
      reports('r', [
        { iban: '1', company: 'GB:1' },
        { iban: '1', company: 'GB:2' },
      ]),
    );
    expect(membersOf(found)).toEqual([['r-1'], ['r-2']]);
    expect(found.possibleMatches).toMatchObject([
      { reason: 'NUMBER_CONFLICT', tier: 'POSSIBLE', conflicts: ['COMPANY_REG_NO|GB'] },
    ]);
  });

  it('are not company numbers of two registers', () => {
    const both = reports('r', [
      { iban: '1', company: 'GB:1' },
      { iban: '1', company: 'NL:2' },
    ]);
    expect(membersOf(clusterDescriptions(both))).toEqual([['r-1', 'r-2']]);
  });

  it('are both ends of a chain that a report without number bridges; it goes where it has more in common', () => {
    const found = clusterDescriptions([
      aReport('a', { iban: '1', phone: '5', company: 'GB:1' }),
      aReport('b', { iban: '1', phone: '6', company: 'GB:2' }),
      aReport('bridge', { iban: '1', phone: '6' }),
    ]);
    expect(membersOf(found)).toEqual([['a'], ['b', 'bridge']]);
  });

  it('are bridges that fit both ends equally well, with one another', () => {
    const found = clusterDescriptions([
      aReport('a', { iban: '1', company: 'GB:1' }),
      aReport('b', { iban: '1', company: 'GB:2' }),
      aReport('bridge-1', { iban: '1' }),
      aReport('bridge-2', { iban: '1' }),
    ]);
    expect(membersOf(found)).toEqual([['a'], ['b'], ['bridge-1', 'bridge-2']]);
    expect(found.possibleMatches.map(({ a, b, reason }) => [a, b, reason])).toEqual([
      ['a', 'b', 'NUMBER_CONFLICT'],
      ['a', 'bridge-1', 'AMBIGUOUS'],
      ['b', 'bridge-1', 'AMBIGUOUS'],
    ]);
  });

  it('are two firms that one mistaken report gives the numbers of both', () => {
    const mistaken = aReport('m', { company: 'GB:1' });
    const also = aReport('m', { company: 'GB:2' });
    const found = clusterDescriptions([
      aReport('a', { company: 'GB:1', host: 'a.example' }),
      aReport('b', { company: 'GB:2', host: 'b.example' }),
      { ...mistaken, identifiers: [...mistaken.identifiers, ...also.identifiers] },
    ]);
    expect(membersOf(found)).toEqual([['a', 'm'], ['b']]);
    expect(found.possibleMatches).toMatchObject([{ a: 'a', b: 'b', reason: 'NUMBER_CONFLICT' }]);
  });
});
