/**
 * The Luhn check of card numbers (ISO/IEC 7812-1, annex B). `digits` holds ASCII digits alone; the last is the check
 * digit.
 */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - index) - 48;
    const doubled = digit * 2;
    sum += index % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/**
 * The remainder by 97 of a number whose letters stand for two digits each (A is 10, Z is 35), as ISO 7064 MOD 97-10
 * wants it: 1 for a valid LEI, and for a valid IBAN once its first four characters are moved to the end. `text` holds
 * `0-9A-Z` alone.
 */
export function mod97(text: string): number {
  let remainder = 0;
  for (const character of text) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder;
}

/** The check of a routing number of the American Bankers Association: nine digits weighted 3, 7, 1, 0 modulo 10. */
export function passesAba(digits: string): boolean {
  const weights = [3, 7, 1];
  const terms = Array.from(digits, (digit, index) => Number(digit) * (weights[index % 3] ?? 0));
  const sum = terms.reduce((total, term) => total + term, 0);
  return digits.length === 9 && sum % 10 === 0;
}
