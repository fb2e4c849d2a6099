import type { ExpectedSeller } from './expectation.js';

/** The `number`th invented seller: an account with valid check digits that nobody issued, and a host that cannot exist. */
export function givenSeller(number: number): ExpectedSeller {
  const account = `TEST${String(number).padStart(10, '0')}`;
  const digits = Array.from(`${account}NL00`, (character) => parseInt(character, 36)).join('');
  const check = String(98n - (BigInt(digits) % 97n)).padStart(2, '0');
  return {
    number,
    account: `NL${check}${account}`,
    host: `seller-${number}-quietly.example`,
    reports: [],
    holds: new Set(),
  };
}
