import { createHash } from 'node:crypto';

import { assert } from '../common/assert.js';
import { type IdentifierInput, normaliseIdentifier } from '../identifier/index.js';
import type { DemoRandom } from './demo-random.js';

/**
 * Banks, acquirers and registers below are invented: the bank code, prefix or register is one that nobody was given, so
 * that no number made under it is anybody's. Check digits are right, by the rules of src/identifier themselves: each in turn
 * is tried until one is taken.
 */

/** What follows an IBAN's check digits, by country, for countries that have IBANs. */
const IBAN_REST: Readonly<Record<string, (random: DemoRandom) => string>> = {
  // Bank codes of letters: ZZDM is no bank's.
  GB: (random) => `ZZDM00${random.digits(12)}`,
  IE: (random) => `ZZDM00${random.digits(12)}`,
  NL: (random) => `ZZDM${random.digits(10)}`,
  // Bank codes of digits: none begins with 00.
  DE: (random) => `00990099${random.digits(10)}`,
  SE: (random) => `000${random.digits(17)}`,
  FR: (random) => withFrenchKey('0009900099', random.digits(11)),
};

/** An IBAN of the country, or undefined where it has none. */
export function inventIban(random: DemoRandom, country: string): string | undefined {
  const rest = IBAN_REST[country]?.(random);
  if (rest === undefined) return undefined;
  return firstTaken(98, (check) => ({ type: 'IBAN', value: `${country}${twoDigits(check + 2)}${rest}` }));
}

/** A routing number of a bank that there is not (0000 is no Federal Reserve district's) with an account at it. */
export function inventUsAccount(random: DemoRandom): { readonly scope: string; readonly value: string } {
  const start = `0000${random.digits(4)}`;
  const value = `${random.whole(1, 9)}${random.digits(9)}`;
  const routing = (check: number): string => `${start}${check}`;
  const check = [...Array(10).keys()].find(
    (digit) => normaliseIdentifier({ type: 'BANK_ACCOUNT_US', scope: routing(digit), value }).ok,
  );
  assert(check !== undefined, 'one of ten check digits is right');
  return { scope: routing(check), value };
}

const LEI_CHARACTERS = Array.from('0123456789ABCDEFGHJKLMNPQRSTUVWXYZ');

/** An LEI of an issuer that there is not: the prefix 0000 was given to none. */
export function inventLei(random: DemoRandom): string {
  const entity = Array.from({ length: 12 }, () => random.pick(LEI_CHARACTERS)).join('');
  return firstTaken(98, (check) => ({ type: 'LEI', value: `000000${entity}${twoDigits(check + 2)}` }));
}

/** Chains on which demo merchants are paid, each with the first byte of its addresses where they have one. */
const CHAIN_VERSIONS: Readonly<Record<string, number>> = { BITCOIN: 0x00, LITECOIN: 0x30, TRON: 0x41 };

/** An address whose key nobody has: twenty bytes out of the generator, with the checksum of its chain. */
export function inventCryptoAddress(
  random: DemoRandom,
  chain: 'BITCOIN' | 'LITECOIN' | 'TRON' | 'EVM',
): string {
  const hash = random.bytes(20);
  const version = CHAIN_VERSIONS[chain];
  // Without capitals an EVM address carries no checksum (EIP-55).
  if (version === undefined) return `0x${Buffer.from(hash).toString('hex')}`;
  return base58Check(Uint8Array.from([version, ...hash]));
}

/** Telephone numbers kept for fiction by each country's regulator: the beginning, and how many digits follow. */
const FICTIONAL_PHONES: Readonly<Record<string, readonly (readonly [start: string, digits: number])[]>> = {
  GB: [
    ['+447700900', 3],
    ['+442079460', 3],
  ],
  US: ['202', '212', '312', '617', '702'].map((area) => [`+1${area}55501`, 2] as const),
  CA: ['416', '604'].map((area) => [`+1${area}55501`, 2] as const),
  FR: [['+3319900', 4]],
  DE: [['+493023125', 3]],
  SE: [['+468465004', 2]],
  IE: [['+3532091', 5]],
  AU: [['+6125550', 4]],
};

/** A telephone number of the country, or undefined where its regulator keeps none for fiction. */
export function inventPhone(random: DemoRandom, country: string): string | undefined {
  const ranges = FICTIONAL_PHONES[country];
  if (ranges === undefined) return undefined;
  const [start, digits] = random.pick(ranges);
  return start + random.digits(digits);
}

/** The register of a country's companies: invented towns' registers, and a range far above the last number given out. */
const REGISTERS: Readonly<Record<string, { readonly scope: string; readonly start: string }>> = {
  GB: { scope: 'GB', start: '99' },
  DE: { scope: 'DE/HRB-Musterstadt', start: '' },
  FR: { scope: 'FR/RCS-Exempleville', start: 'B' },
  IE: { scope: 'IE/Sampleton', start: '' },
  NL: { scope: 'NL/Voorbeeldstad', start: '' },
  SE: { scope: 'SE/Exempelstad', start: '' },
  US: { scope: 'US/Sample-State', start: 'L' },
  CA: { scope: 'CA/Sample-Province', start: '' },
  AU: { scope: 'AU/Sample-Territory', start: '' },
};

export function inventCompanyNumber(
  random: DemoRandom,
  country: string,
): { readonly scope: string; readonly value: string } | undefined {
  const register = REGISTERS[country];
  return register && { scope: register.scope, value: register.start + random.digits(6) };
}

/** An account at an acquirer: its BIN begins with 0099, and no card scheme issues under 0. */
export function inventCardAcceptor(random: DemoRandom): { readonly scope: string; readonly value: string } {
  return { scope: `BIN:00990${random.whole(1, 6)}`, value: `DM${random.digits(9)}` };
}

function firstTaken(candidates: number, make: (candidate: number) => IdentifierInput): string {
  for (let candidate = 0; candidate < candidates; candidate += 1) {
    const input = make(candidate);
    if (normaliseIdentifier(input).ok) return input.value;
  }
  assert(false, 'one of the possible check digits is right');
}

function twoDigits(number: number): string {
  return String(number % 100).padStart(2, '0');
}

/** A French account ends in two digits of its own, by which branch and account make 0 modulo 97. */
function withFrenchKey(bank: string, account: string): string {
  const sum = 97n - ((BigInt(bank + account) * 100n) % 97n);
  return bank + account + sum.toString().padStart(2, '0');
}

const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** Version and hash with four bytes of checksum, as Bitcoin writes them. */
function base58Check(payload: Uint8Array): string {
  const bytes = Buffer.concat([payload, sha256(sha256(payload)).subarray(0, 4)]);
  const leading = bytes.findIndex((byte) => byte !== 0);
  let text = '';
  for (let rest = BigInt(`0x${bytes.toString('hex')}`); rest > 0n; rest /= 58n)
    text = BASE58.charAt(Number(rest % 58n)) + text;
  return BASE58.charAt(0).repeat(leading) + text;
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}
