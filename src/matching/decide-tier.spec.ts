import fc from 'fast-check';

import { decideLink } from './decide-link.js';
import { DECISION_TABLE, type DecisionRule } from './decide-tier.js';
import type { Tier } from './evidence.js';
import { sideOf } from './side.js';
import { identifiersOf, type ReportWords } from './spec-support/builders.js';

interface Row {
  readonly rule: DecisionRule;
  readonly tier: Tier;
  readonly links: boolean;
  readonly a: ReportWords;
  readonly b: ReportWords;
  readonly shared?: readonly string[];
  readonly countries?: readonly [string, string];
}

const host = 'shop.example';

const ROWS: readonly Row[] = [
  {
    rule: 'NUMBER_CONFLICT',
    tier: 'POSSIBLE',
    links: false,
    a: { iban: '1', company: 'GB:1' },
    b: { iban: '1', company: 'GB:2' },
  },
  {
    rule: 'NUMBER_CONFLICT',
    tier: 'POSSIBLE',
    links: false,
    a: { host, company: 'GB:1' },
    b: { host, company: 'GB:2' },
  },
  {
    rule: 'UNIQUE_VALUE',
    tier: 'STRONG',
    links: true,
    a: { iban: '1', phone: '5' },
    b: { iban: '1', phone: '6' },
  },
  { rule: 'UNIQUE_VALUE', tier: 'STRONG', links: true, a: { company: 'GB:1' }, b: { company: 'GB:1' } },
  { rule: 'SAME_HOST', tier: 'STRONG', links: true, a: { host, phone: '5' }, b: { host, phone: '6' } },
  {
    rule: 'TWO_STRONG_VALUES',
    tier: 'STRONG',
    links: true,
    a: { email: 'x', phone: '5', host: 'a.example' },
    b: { email: 'x', phone: '5', host: 'b.example' },
  },
  {
    rule: 'STRONG_VALUE_ELSE_DIFFERENT',
    tier: 'PROBABLE',
    links: false,
    a: { email: 'x', host: 'a.example' },
    b: { email: 'x', host: 'b.example' },
  },
  {
    rule: 'STRONG_VALUE_ELSE_DIFFERENT',
    tier: 'PROBABLE',
    links: false,
    a: { phone: '5', iban: '1' },
    b: { phone: '5', iban: '2' },
  },
  {
    rule: 'STRONG_VALUE',
    tier: 'STRONG',
    links: true,
    a: { email: 'x@shop.example', host },
    b: { email: 'x@shop.example', iban: '1' },
  },
  // A mailbox that is not at the seller's site may be that of another seller of the name.
  {
    rule: 'STRONG_VALUE_ELSE_DIFFERENT',
    tier: 'PROBABLE',
    links: false,
    a: { email: 'x@other.example', host },
    b: { email: 'x@other.example', iban: '1' },
  },
  // Nor is it one seller where the principals or the legal forms are others.
  {
    rule: 'STRONG_VALUE_ELSE_DIFFERENT',
    tier: 'PROBABLE',
    links: false,
    a: { phone: '5', person: 'LABO TEREVU' },
    b: { phone: '5', person: 'MIRA SOKAN' },
  },
  {
    rule: 'STRONG_VALUE_ELSE_DIFFERENT',
    tier: 'PROBABLE',
    links: false,
    a: { phone: '5', name: 'NOMU', form: 'SARL' },
    b: { phone: '5', name: 'NOMU', form: 'SA' },
  },
  {
    rule: 'TWO_MEDIUM_FACTS',
    tier: 'STRONG',
    links: true,
    a: { name: 'NOMU IMPORTS', address: 'GB 1 TOWER ROAD', person: 'LABO TEREVU', phone: '5' },
    b: { name: 'NOMU IMPROTS', address: 'GB 1 TOWER ROAD', person: 'LABO TEREVU', host },
  },
  {
    rule: 'TWO_MEDIUM_FACTS_ELSE_DIFFERENT',
    tier: 'PROBABLE',
    links: false,
    a: { name: 'NOMU IMPORTS', address: 'GB 1 TOWER ROAD', person: 'LABO TEREVU', phone: '5' },
    b: { name: 'NOMU IMPORTS', address: 'GB 1 TOWER ROAD', person: 'LABO TEREVU', phone: '6' },
  },
  // One owner's two shops in one house.
  {
    rule: 'TWO_WEAK_VALUES',
    tier: 'PROBABLE',
    links: false,
    a: { name: 'NOMU IMPORTS', address: 'GB 1 TOWER ROAD', person: 'LABO TEREVU' },
    b: { name: 'SOKAN MEDIA', address: 'GB 1 TOWER ROAD', person: 'LABO TEREVU' },
  },
  // One merchant has many numbers and addresses of these kinds.
  {
    rule: 'STRONG_VALUE',
    tier: 'STRONG',
    links: true,
    a: { phone: '5', mid: 'a:1', crypto: '1' },
    b: { phone: '5', mid: 'b:2', crypto: '2' },
  },
  // What the facilitator lends its merchants is no difference between them.
  {
    rule: 'STRONG_VALUE',
    tier: 'STRONG',
    links: true,
    a: { email: 'x', phone: 'F' },
    b: { email: 'x', phone: '6' },
    shared: ['PHONE=F'],
  },
  {
    rule: 'PART_OF_STRONG_VALUE_ELSE_DIFFERENT',
    tier: 'POSSIBLE',
    links: false,
    a: { host: 'a.shop.example', phone: '5' },
    b: { host: 'b.shop.example', phone: '6' },
  },
  {
    rule: 'PART_OF_STRONG_VALUE_ELSE_DIFFERENT',
    tier: 'POSSIBLE',
    links: false,
    a: { host: 'a.shop.example', name: 'N' },
    b: { host: 'b.shop.example', name: 'M' },
  },
  {
    rule: 'PART_OF_STRONG_VALUE',
    tier: 'PROBABLE',
    links: true,
    a: { host: 'a.shop.example' },
    b: { host: 'b.shop.example' },
  },
  {
    rule: 'WEAK_VALUES_ELSE_DIFFERENT',
    tier: 'POSSIBLE',
    links: false,
    a: { name: 'N', address: 'S', company: 'GB:1' },
    b: { name: 'N', address: 'S', company: 'GB:2' },
  },
  {
    rule: 'WEAK_VALUES_ELSE_DIFFERENT',
    tier: 'POSSIBLE',
    links: false,
    a: { name: 'N', address: 'S' },
    b: { name: 'N', address: 'S' },
    countries: ['GB', 'NL'],
  },
  {
    rule: 'TWO_WEAK_VALUES',
    tier: 'PROBABLE',
    links: false,
    a: { name: 'N', address: 'S' },
    b: { name: 'N', address: 'S' },
  },
  {
    rule: 'TWO_WEAK_VALUES',
    tier: 'PROBABLE',
    links: false,
    a: { name: 'N', phone: 'F' },
    b: { name: 'N', phone: 'F' },
    shared: ['PHONE=F'],
  },
  { rule: 'WEAK_VALUE', tier: 'POSSIBLE', links: false, a: { name: 'N' }, b: { name: 'N' } },
  { rule: 'WEAK_VALUE', tier: 'POSSIBLE', links: false, a: { mid: 'a:1' }, b: { mid: 'b:1' } },
  {
    rule: 'WEAK_VALUE',
    tier: 'POSSIBLE',
    links: false,
    a: { iban: 'F' },
    b: { iban: 'F' },
    shared: ['IBAN=F'],
  },
  { rule: 'NOTHING_IN_COMMON', tier: 'NONE', links: false, a: { iban: '1' }, b: { iban: '2', phone: '5' } },
  { rule: 'NOTHING_IN_COMMON', tier: 'NONE', links: false, a: { company: 'GB:1' }, b: { company: 'GB:2' } },
];

describe('the decision table', () => {
  it.each(ROWS)('$rule: $a against $b', ({ a, b, shared = [], countries, ...expected }) => {
    const [of, other] = [
      sideOf(identifiersOf(a), countries?.slice(0, 1)),
      sideOf(identifiersOf(b), countries?.slice(1)),
    ];
    const isShared = (hash: string): boolean => shared.includes(hash);
    expect(decideLink(of, other, isShared)).toMatchObject(expected);
    expect(decideLink(other, of, isShared)).toMatchObject(expected);
  });

  it('has an example above for every row', () => {
    expect(new Set(ROWS.map(({ rule }) => rule))).toEqual(new Set(DECISION_TABLE.map(({ rule }) => rule)));
  });

  it('is symmetric, and never links against a conflict or without a unique or strong value', () => {
    const value = fc.option(fc.constantFrom('GB:1', 'GB:2'), { nil: undefined });
    const words = fc.record({ name: value, company: value, address: value, phone: value, iban: value });
    const given = (some: Record<string, string | undefined>): ReportWords =>
      Object.fromEntries(Object.entries(some).filter(([, text]) => text !== undefined));
    fc.assert(
      fc.property(words, words, (a, b) => {
        const [of, other] = [sideOf(identifiersOf(given(a))), sideOf(identifiersOf(given(b)))];
        const { rule, tier, links } = decideLink(of, other, () => false);
        expect(decideLink(other, of, () => false)).toMatchObject({ rule, tier, links });
        const conflict = a.company !== undefined && b.company !== undefined && a.company !== b.company;
        const linking = [a.company, a.phone, a.iban].some(
          (text, index) => text !== undefined && text === [b.company, b.phone, b.iban][index],
        );
        if (conflict || !linking) expect(links).toBe(false);
      }),
    );
  });
});
