import { gatherIdentifier } from './typed-identifier.js';

describe('an identifier on the command line', () => {
  it.each([
    ['IBAN=NL02TEST0000000001', { type: 'IBAN', value: 'NL02TEST0000000001' }],
    ['domain=shop.example', { type: 'DOMAIN', value: 'shop.example' }],
    ['crypto-address@BITCOIN=1abc', { type: 'CRYPTO_ADDRESS', scope: 'BITCOIN', value: '1abc' }],
    ['EMAIL=a@shop.example', { type: 'EMAIL', value: 'a@shop.example' }],
    ['WALLET_ACCOUNT@PAYCO=a=b', { type: 'WALLET_ACCOUNT', scope: 'PAYCO', value: 'a=b' }],
  ])('%s is read with its type and scope', (text, identifier) => {
    expect(gatherIdentifier(text, undefined)).toEqual([identifier]);
  });

  it('is added to those before it', () => {
    const first = gatherIdentifier('DOMAIN=one.example', undefined);
    expect(gatherIdentifier('DOMAIN=two.example', first).map(({ value }) => value)).toEqual([
      'one.example',
      'two.example',
    ]);
  });

  it.each(['IBAN', 'IBAN=', 'NONSENSE=1', '=x', 'IBAN= '])('%s is none', (text) => {
    expect(() => gatherIdentifier(text, undefined)).toThrow('TYPE=VALUE');
  });
});
