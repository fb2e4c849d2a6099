import { keyKinds, keyOf, normalised, refusedAs } from './spec-support/normalised.js';

describe('PERSON', () => {
  it('is compared whatever the order of names, with the year of birth where there is one', () => {
    const dated = normalised('PERSON', 'Terevu, Labo', { parts: { birthDate: '1956-03-01', country: 'ee' } });
    expect(dated).toMatchObject({
      value: 'LABO TEREVU',
      strength: 'FUZZY',
      exclusiveWithin: null,
    });
    expect(dated.parts).toEqual({
      birthDate: '1956-03-01',
      birthYear: '1956',
      country: 'EE',
      written: 'TEREVU LABO',
    });
    expect(keyKinds(dated)).toEqual(['PERSON FUZZY', 'PERSON_NAME FUZZY']);

    const year = normalised('PERSON', 'Labo Terévu', { parts: { birthYear: 1956 } });
    expect(year.keys).toEqual(dated.keys);
    const undated = normalised('PERSON', 'LABO TEREVU');
    expect(keyKinds(undated)).toEqual(['PERSON_NAME FUZZY']);
    expect(keyOf(undated, 'PERSON_NAME')).toBe(keyOf(dated, 'PERSON_NAME'));
  });

  it.each([
    ['Labo  Terevu', 'LABO TEREVU', undefined],
    ['Ванов-Терев, Лабо', 'VANOV TEREV LABO', 'ВАНОВ ТЕРЕВ ЛАБО'],
  ])('keeps of %s the words as they were written', (typed, written, native) => {
    expect(normalised('PERSON', typed).parts).toEqual({ written, ...(native !== undefined && { native }) });
  });

  it.each([
    [{ birthDate: '1956-02-30' }, { code: 'INVALID_FORMAT', field: 'parts.birthDate' }],
    [{ birthDate: '01.03.1956' }, { code: 'INVALID_FORMAT', field: 'parts.birthDate' }],
    [{ birthYear: 2027 }, { code: 'NOT_PLAUSIBLE', field: 'parts.birthYear' }],
    [{ birthYear: 1899 }, { code: 'NOT_PLAUSIBLE', field: 'parts.birthYear' }],
    [{ birthDate: '1899-12-31' }, { code: 'NOT_PLAUSIBLE', field: 'parts.birthDate' }],
    [
      { birthDate: '1956-03-01', birthYear: 1957 },
      { code: 'INVALID_FORMAT', field: 'parts.birthYear' },
    ],
    [{ country: 'Estonia' }, { code: 'UNKNOWN_COUNTRY', field: 'parts.country', suggestion: 'EE' }],
    [{ country: 'E\u0000' }, { code: 'CONTROL_CHARACTER', field: 'parts.country' }],
  ])('refuses the parts %j', (parts, refusal) => {
    expect(refusedAs('PERSON', 'Labo Terevu', { parts })).toEqual([refusal]);
  });
});
