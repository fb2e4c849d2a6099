import fc from 'fast-check';

import type { SubjectInput } from '../../identifier/index.js';
import { MATCHING_MODEL } from '../model/model.js';
import { scorePair, type PairScore } from './score-pair.js';
import { aProfile, RARITY, rarityWithHolders } from './spec-support/profiles.js';
import { BITS_STEP } from '../model/matching-model.js';

const NAMES = [
  'Nomu Imports Ltd',
  'Nomu Import',
  'NOMU',
  'Velka Trading',
  'Velka Trading 7',
  'Orrin & Sons',
  'Café Zelo',
];
const STREETS = ['12 Mill Road', '12 Mill Rd', '14 Mill Road', '3 Harbour Street', 'Mill Road'];
const PHONES = ['+44 20 7946 0011', '+44 20 7946 0012', '+1 202 555 0143'];
const HOSTS = ['nomu.example', 'shop.nomu.example', 'velka.example'];
const MAILS = ['info@nomu.example', 'velka@mail.example', 'orrin.sons@velka.example'];

function some<Value>(values: readonly Value[]): fc.Arbitrary<Value | undefined> {
  return fc.option(fc.constantFrom(...values), { nil: undefined });
}

const SUBJECTS: fc.Arbitrary<SubjectInput> = fc
  .record({
    tradeNames: fc.subarray(NAMES, { maxLength: 3 }),
    legalName: some(NAMES),
    line: some(STREETS),
    city: some(['Leeds', 'Leed', 'York']),
    postcode: some(['LS1 4AP', 'LS1 4AQ', 'YO1 9TL']),
    country: some(['GB', 'US']),
    phones: fc.subarray(PHONES),
    hosts: fc.subarray(HOSTS),
    mails: fc.subarray(MAILS),
    company: some(['01234567', '07654321']),
    person: some(['Ana Petrova', 'Anna Petrova', 'Petrova Ana Maria']),
    birthDate: some(['1980-02-03', '1980-03-02', '1975-11-30']),
    descriptor: some(['SQ *NOMU IMPORTS', 'VELKA TRAD']),
  })
  .map(({ line, city, postcode, country, phones, hosts, mails, company, person, birthDate, ...names }) => ({
    tradeNames: names.tradeNames,
    legalName: names.legalName,
    descriptors: names.descriptor === undefined ? [] : [names.descriptor],
    country,
    addresses: line === undefined && city === undefined ? [] : [{ line: line ?? '', city, postcode }],
    principals: person === undefined ? [] : [{ name: person, birthDate }],
    identifiers: [
      ...phones.map((value) => ({ type: 'PHONE' as const, value })),
      ...hosts.map((value) => ({ type: 'DOMAIN' as const, value })),
      ...mails.map((value) => ({ type: 'EMAIL' as const, value })),
      ...(company === undefined ? [] : [{ type: 'COMPANY_REG_NO' as const, scope: 'GB', value: company }]),
    ],
  }));

function sumOf({ bars }: PairScore): number {
  return bars.reduce((sum, { bits }) => sum + bits, 0);
}

function bitsOf(score: PairScore, field: string): number | undefined {
  return score.bars.find((bar) => bar.field === field)?.bits;
}

describe('the score of two descriptions', () => {
  it('is exactly the sum of its bars, in whatever order they are added', () => {
    fc.assert(
      fc.property(SUBJECTS, SUBJECTS, (one, other) => {
        const score = scorePair(aProfile(one), aProfile(other), RARITY);
        expect(sumOf(score)).toBe(score.bits);
        expect(sumOf({ ...score, bars: [...score.bars].reverse() })).toBe(score.bits);
        for (const { bits } of score.bars) expect(Number.isInteger(bits / BITS_STEP)).toBe(true);
      }),
    );
  });

  it('is the same whichever side comes first', () => {
    fc.assert(
      fc.property(SUBJECTS, SUBJECTS, (one, other) => {
        const [a, b] = [aProfile(one), aProfile(other)];
        const [there, back] = [scorePair(a, b, RARITY), scorePair(b, a, RARITY)];
        expect(back.bits).toBe(there.bits);
        expect(new Set(back.bars.map((bar) => JSON.stringify(bar)))).toEqual(
          new Set(there.bars.map((bar) => JSON.stringify(bar))),
        );
      }),
    );
  });

  it('has one bar a field at most', () => {
    fc.assert(
      fc.property(SUBJECTS, SUBJECTS, (one, other) => {
        const fields = scorePair(aProfile(one), aProfile(other), RARITY).bars.map(({ field }) => field);
        expect(new Set(fields).size).toBe(fields.length);
      }),
    );
  });

  it('is 0, without bars, where the two have no field in common', () => {
    const named = aProfile({ legalName: 'Nomu Imports Ltd' });
    const reached = aProfile({ identifiers: [{ type: 'PHONE', value: '+44 20 7946 0011' }] });
    expect(scorePair(named, reached, RARITY)).toEqual({
      modelVersion: MATCHING_MODEL.version,
      bits: 0,
      bars: [],
    });
  });

  it('does not change when one side says more that the other cannot be compared with', () => {
    fc.assert(
      fc.property(SUBJECTS, (subject) => {
        const known = aProfile({ tradeNames: ['Nomu Imports'], identifiers: [] });
        const { tradeNames, legalName, descriptors } = subject;
        const names = { tradeNames, legalName, descriptors };
        expect(scorePair(known, aProfile(subject), RARITY).bits).toBe(
          scorePair(known, aProfile(names), RARITY).bits,
        );
      }),
    );
  });

  it('counts the best pair of values, so that another value more takes nothing away', () => {
    const one = aProfile({ identifiers: [{ type: 'PHONE', value: '+44 20 7946 0011' }] });
    const two = aProfile({
      identifiers: [
        { type: 'PHONE', value: '+1 202 555 0143' },
        { type: 'PHONE', value: '+44 20 7946 0011' },
      ],
    });
    expect(scorePair(one, two, RARITY)).toEqual(scorePair(one, one, RARITY));
  });

  it('caps fields that repeat one fact: address, postcode and telephone say where it is', () => {
    const here = aProfile({
      addresses: [{ line: '12 Mill Road', city: 'Leeds', postcode: 'LS1 4AP', country: 'GB' }],
      identifiers: [{ type: 'PHONE', value: '+44 20 7946 0011' }],
    });
    const place = MATCHING_MODEL.groups.find(({ name }) => name === 'PLACE');
    const { bits, bars } = scorePair(here, here, RARITY);
    expect(bits).toBe(place?.bitsMax);
    expect(bars.reduce((sum, { bitsAlone }) => sum + bitsAlone, 0)).toBeGreaterThan(bits);
  });

  it('weighs a value less, the more unrelated merchants hold it', () => {
    const { field, ...phone } = { field: 'PHONE', type: 'PHONE' as const, value: '+44 20 7946 0011' };
    const side = aProfile({ identifiers: [phone] });
    const weights = [1, 4, 16, 200].map(
      (holders) => bitsOf(scorePair(side, side, rarityWithHolders(holders)), field) ?? 0,
    );
    expect([...weights].sort((a, b) => b - a)).toEqual(weights);
    expect(weights[3]).toBeLessThan(weights[0] ?? 0);
  });

  it('speaks strongly against a match where two numbers of one register differ', () => {
    const numbered = (value: string) =>
      aProfile({
        legalName: 'Nomu Imports Ltd',
        identifiers: [{ type: 'COMPANY_REG_NO', scope: 'GB', value }],
      });
    const score = scorePair(numbered('01234567'), numbered('07654321'), RARITY);
    expect(bitsOf(score, 'COMPANY_REG_NO')).toBeLessThan(-10);
    expect(score.bars).toContainEqual(
      expect.objectContaining({ field: 'COMPANY_REG_NO', level: 'EXCLUSIVE_OTHER' }),
    );
  });

  it('names the model that it was made by', () => {
    const side = aProfile({ legalName: 'Nomu Imports Ltd' });
    expect(scorePair(side, side, RARITY).modelVersion).toBe(MATCHING_MODEL.version);
  });
});
