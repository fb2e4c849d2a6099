import fc from 'fast-check';
import { type IdentifierInput, normaliseIdentifier } from '../../identifier/index.js';
import type { RetrievableIdentifier } from './name-tokens.js';
import { nearRetrievalKeys, retrievalKeys, wordsOf } from './retrieval-keys.js';
import { Vocabulary } from './vocabulary.js';

function normalised(...inputs: readonly IdentifierInput[]): RetrievableIdentifier[] {
  return inputs.map((input) => {
    const result = normaliseIdentifier(input, { presentYear: 2026 });
    if (!result.ok) throw new Error(JSON.stringify(result.refusals));
    return result.value;
  });
}

const aName = (value: string): RetrievableIdentifier[] => normalised({ type: 'LEGAL_NAME', value });

/** Kinds of the keys that both hold. */
function inCommon(a: readonly RetrievableIdentifier[], b: readonly RetrievableIdentifier[]): string[] {
  const hashes = new Set(retrievalKeys(a).map(({ hash }) => hash));
  return retrievalKeys(b).flatMap(({ kind, hash }) => (hashes.has(hash) ? [kind] : []));
}

describe('retrieval keys', () => {
  it.each([
    ['Quorvex Imports Ltd', 'QUORVEX IMPORTS LIMITED', ['NAME_WHOLE', 'NAME_START', 'NAME_PAIR']],
    ['Quorvex Bright Imports', 'Imports Quorvex Bright', ['NAME_SET', 'NAME_PAIR', 'NAME_WORD']],
    ['Quorvex Sea Food', 'Quorvex Seafood', ['NAME_WHOLE', 'NAME_START', 'NAME_WORD']],
    ['Quorvex of the Sea', 'Quorvex Sea', ['NAME_WHOLE', 'NAME_PAIR']],
    ['Ostrivane Retail', 'Ostrivane', ['NAME_START', 'NAME_WORD']],
  ])('find the name %s by %s', (one, other, kinds) => {
    expect(inCommon(aName(one), aName(other))).toEqual(expect.arrayContaining(kinds));
  });

  it('find a name by a descriptor that was cut off, and by a host that is the name', () => {
    const name = aName('Ostrivane Retail Group');
    expect(inCommon(name, normalised({ type: 'DESCRIPTOR', value: 'SQ *OSTRIVANE RET' }))).toContain(
      'NAME_START',
    );
    expect(inCommon(name, normalised({ type: 'DOMAIN', value: 'ostrivane-retail-group.example' }))).toEqual([
      'NAME_WHOLE',
    ]);
  });

  it('find an address with any one part missing or written otherwise', () => {
    const parts = { city: 'Fennowick', postcode: '9911', country: 'NL' };
    const address = (value: string, some: object): RetrievableIdentifier[] =>
      normalised({ type: 'ADDRESS', value, parts: some });
    const whole = address('14 Quarrel Mill Lane', parts);
    expect(inCommon(whole, address('Quarrel Mill Ln 14', { city: 'Fennowick' }))).toContain('HOUSE_STREET');
    expect(inCommon(whole, address('14 Quarel Mil Lane', { postcode: '9911' }))).toEqual(['HOUSE_POSTCODE']);
    expect(inCommon(whole, address('Quarrel Mill Lane', { city: 'Fennowick' }))).toContain('STREET_CITY');
  });

  it('find a person by another spelling, and by the date of birth', () => {
    const person = (value: string, birthDate?: string): RetrievableIdentifier[] =>
      normalised({ type: 'PERSON', value, parts: { birthDate } });
    expect(inCommon(person('Mohammed Kadirov'), person('KADIROFF Muhamad'))).toContain('PERSON_PAIR');
    expect(inCommon(person('Anna Brede', '1970-05-01'), person('Someone Else', '1970-05-01'))).toEqual([
      'BIRTH_DATE',
    ]);
  });

  it('find a telephone number without its country', () => {
    expect(
      inCommon(normalised({ type: 'PHONE', value: '+1 312 555 0123' }), [
        { type: 'PHONE', scope: null, value: '555-0123' },
      ]),
    ).toEqual(['PHONE_END']);
  });

  it('make none of what is found by equality alone, nor of empty values', () => {
    expect(retrievalKeys(normalised({ type: 'IBAN', value: 'GB82WEST12345698765432' }))).toEqual([]);
    expect(retrievalKeys([{ type: 'LEGAL_NAME', scope: null, value: '' }])).toEqual([]);
  });

  it('are the same whatever order the identifiers are given in, and each is there once', () => {
    const names = fc.array(fc.constantFrom('Quorvex', 'Sea Food', 'Imports Quorvex', 'Bright Sea'), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(names, (given) => {
        const hashes = (texts: readonly string[]): string[] =>
          retrievalKeys(texts.flatMap(aName)).map(({ hash }) => hash);
        expect(hashes(given).toSorted()).toEqual(hashes(given.toReversed()).toSorted());
        expect(new Set(hashes(given)).size).toBe(hashes(given).length);
      }),
    );
  });
});

describe('keys of other spellings', () => {
  it('are keys of the name as the register has it', () => {
    const listed = aName('Halvertin Supplies Direct');
    const vocabulary = new Vocabulary();
    for (const word of wordsOf(listed)) vocabulary.add(word);
    const hashes = new Set(retrievalKeys(listed).map(({ hash }) => hash));

    const near = nearRetrievalKeys(aName('Halvretin Suplies'), vocabulary.near);

    expect(near.filter(({ hash }) => hashes.has(hash)).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['NAME_WORD', 'NAME_PAIR']),
    );
  });

  it('are few, however long the name and however many words are near', () => {
    const near = (): string[] => ['ABCDE', 'ABCDF', 'ABCDG', 'ABCDH', 'ABCDI', 'ABCDJ', 'ABCDK', 'ABCDL'];
    const name = aName('Alpha Bravo Charly Delta Echo Foxtrot Golf Hotel');
    expect(nearRetrievalKeys(name, near).length).toBeLessThanOrEqual(96);
  });
});
