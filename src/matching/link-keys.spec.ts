import { type IdentifierInput, normaliseIdentifier } from '../identifier/index.js';
import { isLinkKey, isNameKey, keyMeaning } from './link-keys.js';

/** What each key of an identifier says: `FACT FULL links`. */
function sayings(input: IdentifierInput): string[] {
  const result = normaliseIdentifier(input);
  if (!result.ok) throw new Error(result.refusals[0]?.message);
  return result.value.keys.map((key) => {
    const { fact, extent } = keyMeaning(key.kind);
    return [fact, extent, ...(isLinkKey(key) ? ['links'] : []), ...(isNameKey(key) ? ['name'] : [])].join(
      ' ',
    );
  });
}

describe('the keys that the normalisers make', () => {
  it.each<[IdentifierInput, string[]]>([
    [{ type: 'IBAN', value: 'GB82WEST12345698765432' }, ['IBAN FULL links']],
    [{ type: 'DOMAIN', value: 'pay.shop.example' }, ['DOMAIN FULL links', 'DOMAIN PART links']],
    [{ type: 'EMAIL', value: 'billing@shop.example' }, ['EMAIL FULL links']],
    [{ type: 'EMAIL', value: 'a.b+c@gmail.com' }, ['EMAIL FULL links', 'EMAIL FULL links']],
    [
      { type: 'CARD_ACCEPTOR_ID', value: '1234', scope: 'BIN:066907' },
      ['CARD_ACCEPTOR_ID FULL links', 'CARD_ACCEPTOR_ID PART'],
    ],
    [
      { type: 'COMPANY_REG_NO', value: '1234567', scope: 'EE' },
      ['COMPANY_REG_NO FULL links', 'COMPANY_REG_NO PART'],
    ],
    [{ type: 'COMPANY_REG_NO', value: '1234567' }, ['COMPANY_REG_NO PART']],
    [{ type: 'LEGAL_NAME', value: 'Nomu Imports Ltd' }, ['NAME FULL name', 'NAME FULL name']],
    [{ type: 'DESCRIPTOR', value: 'SQ *NOMU IMPORTS' }, ['DESCRIPTOR FULL name']],
    [{ type: 'PERSON', value: 'Ana Bo', parts: { birthYear: 1970 } }, ['PERSON FULL', 'PERSON PART']],
    [{ type: 'PERSON', value: 'Ana Bo' }, ['PERSON PART']],
  ])('%j', (input, expected) => {
    expect(sayings(input)).toEqual(expected);
  });

  it('count an address once, with its postcode or without', () => {
    const parts = { country: 'GB', city: 'London', postcode: 'N1 9GU' };
    const full = sayings({ type: 'ADDRESS', value: '97 Mill Street', parts });
    expect(new Set(full.map((saying) => saying.split(' ')[0]))).toEqual(new Set(['ADDRESS']));
  });
});
