import { keyKinds, keyOf, normalised, refusedAs } from './spec-support/normalised.js';

describe('DESCRIPTOR', () => {
  it.each([
    ['SQ *NOMU IMPORTS', 'NOMU IMPORTS', { facilitator: 'SQ' }],
    ['PAYPAL *Nomu  Imports', 'NOMU IMPORTS', { facilitator: 'PAYPAL' }],
    ['ZTL*GADER MEDIA', 'GADER MEDIA', { facilitator: 'ZTL' }],
    ['*NOMU*IMPORTS', 'NOMU IMPORTS', {}],
    ['ＮＯＭＵ Imports', 'NOMU IMPORTS', {}],
    ['NOMU IMPORTS 202-555-0123 CA', 'NOMU IMPORTS', { phone: '202-555-0123', location: 'CA' }],
    ['NOMU IMPORTS +372 5200 9318', 'NOMU IMPORTS', { phone: '+372 5200 9318' }],
    ['NOMU IMPORTS           TALLINN       EE ', 'NOMU IMPORTS', { location: 'TALLINN EE' }],
    [
      'SQ *NOMU IMPORTS       WILMINGTON   DEUS',
      'NOMU IMPORTS',
      { facilitator: 'SQ', location: 'WILMINGTON DEUS' },
    ],
    ['NOMU IMPORTS   TALLINN   EE', 'NOMU IMPORTS', { location: 'TALLINN EE' }],
    ['STORE 24 7', 'STORE 24 7', {}],
  ])('reads %j as %j', (typed, core, parts) => {
    const descriptor = normalised('DESCRIPTOR', typed);
    expect(descriptor).toMatchObject({ value: core, strength: 'WEAK', parts: { core, ...parts } });
    expect(keyKinds(descriptor)).toEqual(['DESCRIPTOR WEAK']);
  });

  it('tells what it split off', () => {
    expect(normalised('DESCRIPTOR', 'SQ *NOMU 202-555-0123').notices).toEqual([
      'FACILITATOR_PREFIX_SPLIT',
      'LOCATION_SPLIT',
    ]);
    expect(normalised('DESCRIPTOR', 'NOMU').notices).toEqual([]);
  });

  it('has one key with and without facilitator, spaces and accents', () => {
    const keys = ['SQ *NÓMU IMPORTS', 'NOMUIMPORTS', 'PAYPAL *NOMU-IMPORTS'].map((typed) =>
      keyOf(normalised('DESCRIPTOR', typed), 'DESCRIPTOR'),
    );
    expect(new Set(keys).size).toBe(1);
  });

  it.each([
    ['N'.repeat(41), 'TOO_LONG'],
    ['***', 'INVALID_CHARACTERS'],
    ['NOMU 4111111111111111', 'CARD_NUMBER'],
    ['NOMU\u0007', 'CONTROL_CHARACTER'],
  ])('refuses %j as %s', (typed, code) => {
    expect(refusedAs('DESCRIPTOR', typed)).toEqual([{ code, field: 'value' }]);
  });
});
