import {
  compareIdentifiers,
  type Comparison,
  type ListedMerchant,
  type Subject,
} from './compare-identifiers.js';
import { MODEL_VERSION } from './model.js';
import { aKey, identifiersOf, type ReportWords } from './spec-support/builders.js';

/** A subject that typed each value as its normal form, or otherwise where `typed` says so. */
function aSubject(words: ReportWords, typed: Record<string, string> = {}, ...countries: string[]): Subject {
  const identifiers = identifiersOf(words).map((identifier) => ({
    ...identifier,
    typed: typed[identifier.type] ?? identifier.value,
  }));
  return { identifiers, countries };
}

function aMerchant(
  words: ReportWords,
  shared: readonly string[] = [],
  ...countries: string[]
): ListedMerchant {
  const indicators = identifiersOf(words).map(({ keys, exclusiveWithin }) => ({
    keys: keys.map((key) => ({ ...key, shared: shared.includes(key.hash) })),
    exclusiveWithin,
  }));
  return { indicators, countries };
}

function evidenceOf({ fields }: Comparison): Record<string, string> {
  return Object.fromEntries(fields.map(({ type, evidence }) => [type, evidence]));
}

function ruleOutOf({ ruleOut }: Comparison): string[] {
  return ruleOut.map(({ code, about }) => (about === null ? code : `${code} ${about}`));
}

describe('compareIdentifiers', () => {
  it('tells a value equal as typed from one equal after normalising', () => {
    const merchant = aMerchant({ iban: '1', phone: '5' });
    const found = compareIdentifiers(aSubject({ iban: '1', phone: '5' }, { IBAN: '1 ' }), merchant);
    expect(evidenceOf(found)).toEqual({ IBAN: 'NORMALISED', PHONE: 'EXACT' });
    expect(found).toMatchObject({ modelVersion: MODEL_VERSION, tier: 'STRONG', rule: 'UNIQUE_VALUE' });
  });

  it('says PARTIAL where only the registrable domain or the number without its acquirer agrees', () => {
    const merchant = aMerchant({ host: 'a.shop.example', mid: 'a:1' });
    const found = compareIdentifiers(aSubject({ host: 'b.shop.example', mid: 'b:1' }), merchant);
    expect(evidenceOf(found)).toEqual({ DOMAIN: 'PARTIAL', CARD_ACCEPTOR_ID: 'PARTIAL' });
    expect(found.tier).toBe('PROBABLE');
    expect(ruleOutOf(found)).toEqual(['PART_ONLY CARD_ACCEPTOR_ID', 'PART_ONLY DOMAIN', 'SINCE_WHEN DOMAIN']);
  });

  it('lowers a strong match to a possible one where company numbers differ, and names the conflict', () => {
    const merchant = aMerchant({ iban: '1', company: 'GB:1' });
    const found = compareIdentifiers(aSubject({ iban: '1', company: 'GB:2' }), merchant);
    expect(evidenceOf(found)).toEqual({ IBAN: 'EXACT', COMPANY_REG_NO: 'CONFLICT' });
    expect(found.tier).toBe('POSSIBLE');
    expect(found.ruleOut[0]).toEqual({
      code: 'NUMBER_DIFFERS',
      about: 'COMPANY_REG_NO|GB',
      message: 'Different company number (GB): two numbers are two parties, unless one of them is wrong.',
    });
  });

  it('asks for the number that the register has and the subject did not give', () => {
    const found = compareIdentifiers(aSubject({ name: 'N' }), aMerchant({ name: 'N', company: 'GB:1' }));
    expect(found.tier).toBe('POSSIBLE');
    expect(ruleOutOf(found)).toEqual(['ASK_NUMBER COMPANY_REG_NO|GB', 'NO_IDENTIFIER']);
  });

  it('makes of a shared value alone no more than a possible match', () => {
    const found = compareIdentifiers(aSubject({ iban: 'F' }), aMerchant({ iban: 'F' }, ['IBAN=F']));
    expect(found.tier).toBe('POSSIBLE');
    expect(found.fields).toEqual([{ type: 'IBAN', evidence: 'EXACT', shared: true }]);
    expect(ruleOutOf(found)).toEqual(['VALUE_SHARED IBAN', 'NO_IDENTIFIER']);
  });

  it('takes what the subject did not give, or the reader may not see, as neutral', () => {
    const found = compareIdentifiers(
      aSubject({ iban: '1', phone: '6' }),
      aMerchant({ iban: '1', email: 'x' }),
    );
    expect(evidenceOf(found)).toEqual({ IBAN: 'EXACT', PHONE: 'NONE' });
    expect(found).toMatchObject({ tier: 'STRONG', country: 'NONE' });
  });

  it('compares countries, which lower a weak match and not a strong one', () => {
    const weak = { name: 'N', address: 'S' };
    const compare = (words: ReportWords, ...country: string[]): Comparison =>
      compareIdentifiers(aSubject(words, {}, ...country), aMerchant(words, [], 'NL', 'BE'));
    expect(compare(weak, 'BE')).toMatchObject({ tier: 'PROBABLE', country: 'EXACT' });
    expect(compare(weak, 'GB')).toMatchObject({ tier: 'POSSIBLE', country: 'CONFLICT' });
    expect(compare({ iban: '1' }, 'GB')).toMatchObject({ tier: 'STRONG', country: 'CONFLICT' });
  });

  it('never takes a person’s name alone above a possible match', () => {
    const person = { type: 'PERSON' as const, value: 'ANA BO', typed: 'Ana Bo', exclusiveWithin: null };
    const name = aKey('PERSON_NAME', 'FUZZY', 'ANA BO');
    const subject = {
      identifiers: [{ ...person, keys: [aKey('PERSON', 'FUZZY', 'ANA BO 1970'), name] }],
      countries: [],
    };
    const merchant = {
      indicators: [{ keys: [{ ...name, shared: false }], exclusiveWithin: null }],
      countries: [],
    };
    const found = compareIdentifiers(subject, merchant);
    expect(found).toMatchObject({ tier: 'POSSIBLE', fields: [{ evidence: 'PARTIAL' }] });
    expect(ruleOutOf(found)).toEqual(['PART_ONLY PERSON', 'NO_IDENTIFIER']);
  });

  it('says of every match what would rule it out, and of no match nothing', () => {
    expect(ruleOutOf(compareIdentifiers(aSubject({ iban: '1' }), aMerchant({ iban: '1' })))).toEqual([
      'SINCE_WHEN IBAN',
    ]);
    expect(compareIdentifiers(aSubject({ iban: '1' }), aMerchant({ iban: '2' }))).toMatchObject({
      tier: 'NONE',
      ruleOut: [],
    });
  });
});
