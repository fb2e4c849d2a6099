import type { IdentifierInput } from './identifier.js';
import { normaliseIdentifier } from './normalise.js';
import { normaliseServiceRange, type ServiceRangeKind, serviceRangesOf } from './service-range.js';

const TAKEN: readonly (readonly [ServiceRangeKind, string, string])[] = [
  ['ACQUIRER', '066907', 'BIN:066907'],
  ['ACQUIRER', 'bin: 06690712', 'BIN:06690712'],
  ['ACQUIRER', 'ICA:0001234', 'ICA:1234'],
  ['FACILITATOR', 'Ztl-Pay', 'ZTL PAY'],
  ['WALLET_PROVIDER', 'cash app', 'CASHAPP'],
  ['BIC', 'deutdeff', 'DEUTDEFF'],
  ['BIC', 'DEUTDEFFXXX', 'DEUTDEFF'],
  ['BIC', 'DEUT DE FF 500', 'DEUTDEFF500'],
  ['IBAN_BANK', 'nl test', 'NLTEST'],
  ['IBAN_BANK', 'DE 37040044', 'DE37040044'],
  ['IBAN_BANK', 'SK1200', 'SK1200'],
  ['CLEARING_CODE', 'gb-sortcode 12-34-56', 'GB-SORTCODE:123456'],
  ['CLEARING_CODE', 'US-ABA:021000021', 'US-ABA:021000021'],
];

const REFUSED: readonly (readonly [ServiceRangeKind, string, string])[] = [
  ['ACQUIRER', '', 'REQUIRED'],
  ['ACQUIRER', '06690', 'UNKNOWN_SCOPE'],
  ['ACQUIRER', 'BIN:123', 'INVALID_LENGTH'],
  // Whoever claimed the name would learn who reports under it.
  ['ACQUIRER', 'MEMBER:northbank', 'UNKNOWN_SCOPE'],
  ['FACILITATOR', '--', 'INVALID_FORMAT'],
  ['WALLET_PROVIDER', 'nobody', 'UNKNOWN_SCOPE'],
  ['BIC', 'DEUT', 'INVALID_FORMAT'],
  ['BIC', 'DEUTQQFF', 'UNKNOWN_COUNTRY'],
  ['BIC', 'GB-SORTCODE:123456', 'INVALID_FORMAT'],
  ['IBAN_BANK', 'TEST', 'UNKNOWN_COUNTRY'],
  ['IBAN_BANK', '1234', 'INVALID_FORMAT'],
  ['IBAN_BANK', 'NLTES', 'INVALID_LENGTH'],
  ['IBAN_BANK', 'DE370400440', 'INVALID_LENGTH'],
  ['CLEARING_CODE', 'US-ABA:021000022', 'INVALID_CHECK_DIGITS'],
  ['CLEARING_CODE', 'XX-CODE:1', 'UNKNOWN_SCOPE'],
  ['CLEARING_CODE', 'DEUTDEFF', 'INVALID_FORMAT'],
];

/** An identifier, and the ranges in which it lies, the widest first. */
const LIES_IN: readonly (readonly [IdentifierInput, readonly string[]])[] = [
  [{ type: 'IBAN', value: 'DE89370400440532013000' }, ['IBAN_BANK DE37040044']],
  [{ type: 'IBAN', value: 'GB82WEST12345698765432' }, ['IBAN_BANK GBWEST']],
  [
    { type: 'CARD_ACCEPTOR_ID', scope: '06690712', value: '4471' },
    ['ACQUIRER BIN:066907', 'ACQUIRER BIN:0669071', 'ACQUIRER BIN:06690712'],
  ],
  [{ type: 'CARD_ACCEPTOR_ID', scope: 'ICA:1234', value: '4471' }, ['ACQUIRER ICA:1234']],
  [{ type: 'CARD_ACCEPTOR_ID', scope: 'MEMBER:northbank', value: '4471' }, []],
  [{ type: 'CARD_ACCEPTOR_ID', value: '4471' }, []],
  [{ type: 'TERMINAL_ID', scope: '066907', value: '12345678' }, ['ACQUIRER BIN:066907']],
  [{ type: 'PAYFAC_SUBMERCHANT_ID', scope: 'Ztl Pay', value: '77' }, ['FACILITATOR ZTL PAY']],
  [{ type: 'WALLET_ACCOUNT', scope: 'PayPal', value: 'seller' }, ['WALLET_PROVIDER PAYPAL']],
  [{ type: 'BANK_ACCOUNT', scope: 'DEUTDEFF500', value: '12345678' }, ['BIC DEUTDEFF', 'BIC DEUTDEFF500']],
  [
    { type: 'BANK_ACCOUNT', scope: 'GB-SORTCODE:123456', value: '12345678' },
    ['CLEARING_CODE GB-SORTCODE:123456'],
  ],
  [{ type: 'BANK_ACCOUNT_US', scope: '021000021', value: '12345678' }, ['CLEARING_CODE US-ABA:021000021']],
  [{ type: 'DOMAIN', value: 'shop.example' }, []],
];

describe('a range that a member serves', () => {
  it.each(TAKEN)('%s %s is %s, and stays it', (kind, text, value) => {
    expect(normaliseServiceRange(kind, text)).toEqual({ ok: true, value: { kind, value } });
    expect(normaliseServiceRange(kind, value)).toEqual({ ok: true, value: { kind, value } });
  });

  it.each(REFUSED)('%s %j is refused: %s', (kind, text, code) => {
    expect(normaliseServiceRange(kind, text)).toMatchObject({
      ok: false,
      refusals: [{ code, field: ['value'] }],
    });
  });

  it.each(LIES_IN)('holds %j: %j', (input, ranges) => {
    const normalised = normaliseIdentifier(input);
    if (!normalised.ok) throw new Error(JSON.stringify(normalised.refusals));
    expect(serviceRangesOf(normalised.value).map(({ kind, value }) => `${kind} ${value}`)).toEqual(ranges);
  });
});
