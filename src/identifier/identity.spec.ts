import { identityOf } from './identity.js';
import { normalised } from './spec-support/normalised.js';
import { normaliseSubject } from './subject.js';

const labo = (name: string, birthYear = 1956): string =>
  identityOf(normalised('PERSON', name, { parts: { birthYear } }));

describe('identityOf', () => {
  it('is one for a name in two scripts and in any order of its words', () => {
    expect(identityOf(normalised('LEGAL_NAME', 'ООО «Ному»'))).toBe(
      identityOf(normalised('LEGAL_NAME', 'Nomu OOO')),
    );
    expect(labo('Терев, Лабо')).toBe(labo('Labo Terev'));
  });

  it('tells names, legal forms and persons apart', () => {
    expect(identityOf(normalised('LEGAL_NAME', 'Nomu Ltd'))).not.toBe(
      identityOf(normalised('LEGAL_NAME', 'Nomu')),
    );
    expect(identityOf(normalised('LEGAL_NAME', 'Nomu'))).not.toBe(
      identityOf(normalised('TRADE_NAME', 'Nomu')),
    );
    expect(labo('Labo Terev', 1957)).not.toBe(labo('Labo Terev'));
  });

  it('does not depend on the order of parts', () => {
    const [one, other] = [
      { city: 'TARTU', country: 'EE' },
      { country: 'EE', city: 'TARTU' },
    ];
    const place = { type: 'ADDRESS', scope: null, value: 'TARTU' } as const;
    expect(identityOf({ ...place, parts: one })).toBe(identityOf({ ...place, parts: other }));
  });
});

describe('normaliseSubject', () => {
  it('takes a name given in two scripts once, as first written', () => {
    const subject = normaliseSubject({
      tradeNames: ['Ному', 'Nomu'],
      principals: [{ name: 'Labo Terev' }, { name: 'Терев Лабо' }],
    });
    expect(subject.ok && subject.value.identifiers.map(({ typed }) => typed)).toEqual(['Ному', 'Labo Terev']);
  });
});
