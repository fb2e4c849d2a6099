import { profileOf, type Profile } from '../../matching/index.js';
import type { SubjectInput } from '../../identifier/index.js';
import { holdersAmong } from './holders-among.js';
import { identifiersOf } from './spec-support/stored-register.js';

const rarity = (): number => 13;
const PHONE = { type: 'PHONE', value: '+1 312 555 0123' } as const;
const HOUSE = { line: '14 Quarrel Mill Lane', city: 'Fennowick', country: 'NL' };

const profile = (subject: SubjectInput): Profile => profileOf(identifiersOf(subject));

describe('holders among merchants at hand', () => {
  it('are the unrelated ones with the value', () => {
    const among = ['Quorvex', 'Perimund', 'Quorvex Imports'].map((legalName) =>
      profile({ legalName, identifiers: [PHONE], addresses: [HOUSE] }),
    );
    const holders = holdersAmong(() => [...among, profile({ legalName: 'Zavolent' })], rarity);
    expect(holders('PHONE', '13125550123')).toBe(2);
    expect(holders('STREET', among[0]?.addresses[0]?.place ?? '')).toBe(2);
  });

  it('are none of a value that nobody has', () => {
    expect(holdersAmong(() => [], rarity)('PHONE', '13125550123')).toBe(0);
  });
});
