/** The two check digits of an IBAN (ISO 13616): 98 minus the number modulo 97, with letters as 10 to 35. */
export function checkDigits97(account: string, country: string): string {
  const digits = Array.from(`${account}${country}00`, (character) => parseInt(character, 36)).join('');
  return String(98n - (BigInt(digits) % 97n)).padStart(2, '0');
}
