import { BECH32_ALPHABET, decodeBech32Characters, toBytes } from './bech32.js';

/** Bitcoin Cash writes its addresses as `bitcoincash:q…`, with a checksum of 40 bits. Source: CashAddr specification. */
const PREFIX = 'bitcoincash';
const GENERATOR = [0x98f2bc8e61n, 0x79b76d99e2n, 0xf33e5fb3c4n, 0xae2eabe2a8n, 0x1e4f43e470n];
const CHECKSUM_CHARACTERS = 8;
const HASH_BYTES = 20;

/** Version bytes of a 20-byte hash: of a key, of a script. */
export type CashAddressVersion = 0 | 8;

/** Whether a lower-case text without its prefix is a Bitcoin Cash address of a 20-byte hash. */
export function isCashAddress(text: string): boolean {
  const values = decodeBech32Characters(text);
  if (!values || values.length <= CHECKSUM_CHARACTERS) return false;
  if (polymod([...expandedPrefix(), ...values]) !== 0n) return false;
  const bytes = toBytes(values.slice(0, -CHECKSUM_CHARACTERS));
  return bytes?.length === HASH_BYTES + 1 && (bytes[0] === 0 || bytes[0] === 8);
}

/** The address of a 20-byte hash, without its prefix. */
export function toCashAddress(version: CashAddressVersion, hash: Uint8Array): string {
  const values = toFiveBits(Uint8Array.from([version, ...hash]));
  const checksum = polymod([
    ...expandedPrefix(),
    ...values,
    ...new Array<number>(CHECKSUM_CHARACTERS).fill(0),
  ]);
  const characters = Array.from({ length: CHECKSUM_CHARACTERS }, (_, index) =>
    Number((checksum >> BigInt(5 * (CHECKSUM_CHARACTERS - 1 - index))) & 31n),
  );
  return [...values, ...characters].map((value) => BECH32_ALPHABET.charAt(value)).join('');
}

function expandedPrefix(): number[] {
  return [...Array.from(PREFIX, (character) => character.charCodeAt(0) & 31), 0];
}

function toFiveBits(bytes: Uint8Array): number[] {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const padded = bits.padEnd(Math.ceil(bits.length / 5) * 5, '0');
  return (padded.match(/.{5}/gu) ?? []).map((five) => Number.parseInt(five, 2));
}

function polymod(values: readonly number[]): bigint {
  let checksum = 1n;
  for (const value of values) {
    const top = checksum >> 35n;
    checksum = ((checksum & 0x07ffffffffn) << 5n) ^ BigInt(value);
    GENERATOR.forEach((generator, index) => {
      if ((top >> BigInt(index)) & 1n) checksum ^= generator;
    });
  }
  return checksum ^ 1n;
}
