import fc from 'fast-check';

import { clusterDescriptions } from './cluster-descriptions.js';
import type { Clustering } from './clustering.js';
import type { Description, Judgement } from './description.js';
import { aReport } from './spec-support/builders.js';

const RUNS = { numRuns: 150 };

/** From few values, so that reports meet in every way: by one key, by several, in conflict, by way of others. */
const someOf = (...values: string[]): fc.Arbitrary<string | undefined> =>
  fc.option(fc.constantFrom(...values), { nil: undefined, freq: 1 });

const anyWords = fc.record({
  at: fc.constantFrom('2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z'),
  name: someOf('ALPHA', 'BETA', 'GAMMA'),
  iban: someOf('1', '2', '3', '4'),
  mid: someOf('a:1', 'a:2', 'b:1', 'b:3'),
  company: someOf('GB:1', 'GB:2', 'NL:1'),
  host: someOf('a.p.example', 'b.p.example', 'q.example'),
  email: someOf('x', 'y', 'z'),
  phone: someOf('5', '6', '7'),
});

const anyReports = (prefix = ''): fc.Arbitrary<Description[]> =>
  fc.array(anyWords, { maxLength: 24 }).map((all) =>
    all.map((words, index) => {
      const given = Object.entries(words).filter(
        (entry): entry is [string, string] => entry[1] !== undefined,
      );
      const own = given.map(([word, value]) => [
        word,
        word === 'at' ? value : withPrefix(word, value, prefix),
      ]);
      return aReport(`${prefix}r${index}`, Object.fromEntries(own) as Record<string, string>);
    }),
  );

function withPrefix(word: string, value: string, prefix: string): string {
  return word === 'host' || word === 'company' ? `${value}${prefix}` : `${prefix}${value}`;
}

const anyJudgements = fc.array(
  fc.record({
    a: fc.nat(23).map((n) => `r${n}`),
    b: fc.nat(23).map((n) => `r${n}`),
    verdict: fc.constantFrom('SAME' as const, 'DIFFERENT' as const, 'UNSURE' as const),
  }),
  { maxLength: 5 },
);

function clusterOf({ clusters }: Clustering, id: string): number {
  return clusters.findIndex(({ members }) => members.includes(id));
}

function pairsOf(judgements: readonly Judgement[], verdict: Judgement['verdict']): Judgement[] {
  return judgements.filter((judgement) => judgement.verdict === verdict && judgement.a !== judgement.b);
}

describe('clusterDescriptions, for any reports and judgements', () => {
  it('does not depend on the order of anything', () => {
    const shuffled = fc.tuple(anyReports(), anyJudgements).chain(([reports, judgements]) =>
      fc.record({
        reports: fc.constant(reports),
        judgements: fc.constant(judgements),
        otherReports: fc.shuffledSubarray(reports, { minLength: reports.length }),
        otherJudgements: fc.shuffledSubarray(judgements, { minLength: judgements.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ reports, judgements, otherReports, otherJudgements }) => {
        const turned = otherReports.map((report) => ({
          ...report,
          identifiers: report.identifiers.toReversed(),
        }));
        const swapped = otherJudgements.map(({ a, b, verdict }) => ({ a: b, b: a, verdict }));
        expect(clusterDescriptions(turned, swapped)).toEqual(clusterDescriptions(reports, judgements));
      }),
      RUNS,
    );
  });

  it('comes to the same when asked again, and puts each report into exactly one cluster', () => {
    fc.assert(
      fc.property(anyReports(), anyJudgements, (reports, judgements) => {
        const found = clusterDescriptions(reports, judgements);
        expect(clusterDescriptions(reports, judgements)).toEqual(found);
        const members = found.clusters.flatMap((cluster) => cluster.members);
        expect(members.toSorted()).toEqual(reports.map(({ id }) => id).toSorted());
      }),
      RUNS,
    );
  });

  it('is local: what has no key in common does not influence each other', () => {
    fc.assert(
      fc.property(anyReports(), anyReports('other'), (here, there) => {
        const together = clusterDescriptions([...here, ...there]);
        const apart = [clusterDescriptions(here), clusterDescriptions(there)];
        const clusters = apart.flatMap((found) => found.clusters);
        expect(new Set(together.clusters)).toEqual(new Set(clusters));
        expect(new Set(together.shared)).toEqual(new Set(apart.flatMap(({ shared }) => shared)));
      }),
      RUNS,
    );
  });

  it('is changed by no UNSURE', () => {
    fc.assert(
      fc.property(anyReports(), anyJudgements, (reports, judgements) => {
        const without = judgements.filter(({ verdict }) => verdict !== 'UNSURE');
        expect(clusterDescriptions(reports, judgements)).toEqual(clusterDescriptions(reports, without));
      }),
      RUNS,
    );
  });

  it('never puts a pair judged DIFFERENT into one cluster, and always one judged SAME where nothing is DIFFERENT', () => {
    fc.assert(
      fc.property(anyReports(), anyJudgements, (reports, judgements) => {
        const found = clusterDescriptions(reports, judgements);
        const there = ({ a, b }: Judgement): boolean => clusterOf(found, a) >= 0 && clusterOf(found, b) >= 0;
        const different = pairsOf(judgements, 'DIFFERENT').filter(there);
        for (const { a, b } of different) expect(clusterOf(found, a)).not.toBe(clusterOf(found, b));
        if (different.length > 0) return;
        for (const { a, b } of pairsOf(judgements, 'SAME').filter(there)) {
          expect(clusterOf(found, a)).toBe(clusterOf(found, b));
        }
      }),
      RUNS,
    );
  });

  it('links each cluster into one, by keys that are not shared or by an analyst', () => {
    fc.assert(
      fc.property(anyReports(), anyJudgements, (reports, judgements) => {
        const { clusters, shared } = clusterDescriptions(reports, judgements);
        const sharedHashes = new Set(shared.map(({ key }) => key.hash));
        for (const { members, links } of clusters) {
          const reached = new Set(members.slice(0, 1));
          for (let round = 0; round < members.length; round++) {
            for (const { a, b } of links) if (reached.has(a) || reached.has(b)) reached.add(a).add(b);
          }
          expect([...reached].sort()).toEqual(members.toSorted());
          expect(links).toHaveLength(members.length - 1);
          for (const { rule, keys } of links) {
            expect(rule === 'JUDGED_SAME' || keys.length > 0).toBe(true);
            expect(keys.filter(({ hash }) => sharedHashes.has(hash))).toEqual([]);
          }
        }
      }),
      RUNS,
    );
  });

  it('keeps two company numbers of one register apart unless an analyst joined them', () => {
    fc.assert(
      fc.property(anyReports(), (reports) => {
        for (const { members } of clusterDescriptions(reports).clusters) {
          const identifiers = reports
            .filter(({ id }) => members.includes(id))
            .flatMap((report) =>
              report.identifiers.filter(({ exclusiveWithin }) => exclusiveWithin !== null),
            );
          const registers = new Set(identifiers.map(({ exclusiveWithin }) => exclusiveWithin));
          expect(new Set(identifiers.map(({ value }) => value)).size).toBe(registers.size);
        }
      }),
      RUNS,
    );
  });

  it('puts before a person only pairs of two clusters', () => {
    fc.assert(
      fc.property(anyReports(), anyJudgements, (reports, judgements) => {
        const found = clusterDescriptions(reports, judgements);
        for (const { a, b } of found.possibleMatches)
          expect(clusterOf(found, a)).not.toBe(clusterOf(found, b));
      }),
      RUNS,
    );
  });
});
