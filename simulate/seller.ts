import type { ExpectedSeller } from './expectation.js';

/** Banks that nobody runs: the sellers' accounts are with them in turn. */
const BANKS = ['TEST', 'FAKE', 'NONE', 'VOID'] as const;

/** What members register that serve the accounts of such a bank. */
export const BANK_RANGES: readonly string[] = BANKS.map((bank) => `NL${bank}`);

/** The `number`th invented seller: an account with valid check digits that nobody issued, and a host that cannot exist. */
export function givenSeller(number: number): ExpectedSeller {
  const bank = BANKS[number % BANKS.length] ?? BANKS[0];
  const account = `${bank}${String(number).padStart(10, '0')}`;
  const digits = Array.from(`${account}NL00`, (character) => parseInt(character, 36)).join('');
  const check = String(98n - (BigInt(digits) % 97n)).padStart(2, '0');
  return {
    number,
    account: `NL${check}${account}`,
    bank: `NL${bank}`,
    host: `seller-${number}-quietly.example`,
    shownAccount: `IBAN •••• ${account.slice(-4)}`,
    shownHost: `DOMAIN seller-${number}-quietly[.]example`,
    facilitated: null,
    reports: [],
    holds: new Set(),
  };
}
