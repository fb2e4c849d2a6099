import { encodeBase58Check, encodeMonero, encodeSolana } from './spec-support/encode-address.js';
import { keyOf, normalised, refusedAs } from './spec-support/normalised.js';

const HASH = Uint8Array.from({ length: 20 }, (_, index) => index * 7);
const KEYS = Uint8Array.from({ length: 64 }, (_, index) => 255 - index);
const PAYMENT_ID = Uint8Array.from({ length: 72 }, (_, index) => index);

describe('CRYPTO_ADDRESS', () => {
  it.each([
    ['BITCOIN', '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa'],
    ['BITCOIN', '3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy', '3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy'],
    ['BITCOIN', 'BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4', 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4'],
    [
      'BITCOIN',
      'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0',
      'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0',
    ],
    ['TRON', 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t', 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t'],
    ['EVM', '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed', '0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed'],
    ['EVM', '0X5AAEB6053F3E94C9B9A09F33669435E7EF1BEAED', '0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed'],
    [
      'BITCOIN_CASH',
      'bitcoincash:qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a',
      'qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a',
    ],
  ])('takes on %s the vector %s', (scope, typed, value) => {
    expect(normalised('CRYPTO_ADDRESS', typed, { scope })).toMatchObject({
      scope,
      value,
      strength: 'UNIQUE',
    });
  });

  it.each([
    ['LITECOIN', encodeBase58Check([0x30], HASH)],
    ['LITECOIN', encodeBase58Check([0x32], HASH)],
    ['DOGECOIN', encodeBase58Check([0x1e], HASH)],
    ['DASH', encodeBase58Check([0x4c], HASH)],
    ['ZCASH', encodeBase58Check([0x1c, 0xb8], HASH)],
    ['XRP', encodeBase58Check([0x00], HASH, true)],
    ['MONERO', encodeMonero(18, KEYS)],
    ['MONERO', encodeMonero(42, KEYS)],
    ['MONERO', encodeMonero(19, PAYMENT_ID)],
    ['SOLANA', encodeSolana(PAYMENT_ID.subarray(8, 40))],
  ])('takes on %s an address of its kind, and refuses it with one character changed', (scope, address) => {
    expect(normalised('CRYPTO_ADDRESS', address, { scope }).value).toBe(address);
    if (scope === 'SOLANA') return; // Its addresses have no checksum.
    const last = address.endsWith('2') ? '3' : '2';
    expect(refusedAs('CRYPTO_ADDRESS', address.slice(0, -1) + last, { scope })).toEqual([
      { code: 'INVALID_CHECK_DIGITS', field: 'value' },
    ]);
  });

  it('brings both spellings of a Bitcoin Cash address into one', () => {
    const legacy = normalised('CRYPTO_ADDRESS', '1BpEi6DfDAUFd7GtittLSdBeYJvcoaVggu', { scope: 'bch' });
    const modern = normalised('CRYPTO_ADDRESS', 'qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a', {
      scope: 'BCH',
    });
    expect(legacy.keys).toEqual(modern.keys);
    const script = normalised('CRYPTO_ADDRESS', '3CWFddi6m4ndiGyKqzYvsFYagqDLPVMTzC', { scope: 'bch' });
    expect(script.value).toBe('ppm2qsznhks23z7629mms6s4cwef74vcwvn0h829pq');
  });

  it('is one value on every chain of Ethereum’s kin, for the key to it is one', () => {
    const address = '0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed';
    const hashes = ['ETH', 'Polygon', 'BEP-20', 'EVM'].map((scope) =>
      keyOf(normalised('CRYPTO_ADDRESS', address, { scope }), 'CRYPTO_ADDRESS'),
    );
    expect(new Set(hashes).size).toBe(1);
  });

  it.each([
    ['1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb', 'BTC', { code: 'INVALID_CHECK_DIGITS', field: 'value' }],
    ['bc1qW508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4', 'BTC', { code: 'INVALID_CHECK_DIGITS', field: 'value' }],
    ['0x5aaeb6053F3E94C9b9A09f33669435E7Ef1BeAed', 'ETH', { code: 'INVALID_CHECK_DIGITS', field: 'value' }],
    ['0x5aaeb6053f', 'ETH', { code: 'INVALID_CHECK_DIGITS', field: 'value' }],
    [
      'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t',
      'BTC',
      { code: 'INVALID_CHECK_DIGITS', field: 'scope', suggestion: 'TRON' },
    ],
    [
      'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t',
      undefined,
      { code: 'SCOPE_REQUIRED', field: 'scope', suggestion: 'TRON' },
    ],
    ['nonsense', undefined, { code: 'SCOPE_REQUIRED', field: 'scope' }],
    ['nonsense', 'BEANCOIN', { code: 'UNKNOWN_SCOPE', field: 'scope' }],
  ])('refuses %s on %s', (value, scope, refusal) => {
    expect(refusedAs('CRYPTO_ADDRESS', value, { scope })).toEqual([refusal]);
  });

  it('refuses version 0 with the checksum of version 1, and the other way round (BIP 350)', () => {
    const vectors = [
      'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kemeawh',
      'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd',
    ];
    for (const vector of vectors) {
      expect(refusedAs('CRYPTO_ADDRESS', vector, { scope: 'BTC' })).toEqual([
        { code: 'INVALID_CHECK_DIGITS', field: 'value' },
      ]);
    }
  });
});
