import { IDENTIFIER_TYPES } from '../identifier/index.js';
import { isShareable, merchantCountry, sharedDisplay, sharedScope } from './shareable.js';

describe('what is shared of an identifier', () => {
  it('is nothing of what is context to many merchants', () => {
    expect(IDENTIFIER_TYPES.filter((type) => !isShareable(type))).toEqual([
      'ACQUIRER_BIN',
      'ICA',
      'MCC',
      'IP_ADDRESS',
    ]);
  });

  it('is the initials of a person', () => {
    expect(sharedDisplay({ type: 'PERSON', display: 'Mara  Voss' })).toBe('M. V.');
    expect(sharedDisplay({ type: 'PERSON', display: 'Élodie-Anne d’Or' })).toBe('É. D.');
    expect(sharedDisplay({ type: 'LEGAL_NAME', display: 'Mara Voss' })).toBe('Mara Voss');
  });

  it('is no scope that names a member', () => {
    expect(sharedScope('MEMBER:northbank')).toBeNull();
    expect(sharedScope('BIN:066907')).toBe('BIN:066907');
    expect(sharedScope(null)).toBeNull();
  });

  it.each([
    ['ADDRESS', null, { country: 'NL' }, 'NL'],
    ['ADDRESS', null, {}, null],
    ['COMPANY_REG_NO', 'GB', {}, 'GB'],
    ['COMPANY_REG_NO', 'DE/HRB-BERLIN', {}, 'DE'],
    ['TAX_ID', 'FR', {}, 'FR'],
    ['TAX_ID', null, {}, null],
    ['PHONE', 'GB', {}, null],
    ['PERSON', null, { country: 'NL' }, null],
  ] as const)('places a merchant by %s %s %j in %s', (type, scope, parts, country) => {
    expect(merchantCountry({ type, scope, parts })).toBe(country);
  });
});
