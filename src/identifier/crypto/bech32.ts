export const BECH32_ALPHABET = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';

/** What the checksum must come to: BIP 173 (witness version 0) and BIP 350 (version 1 and later). */
const BECH32_CONSTANT = 1;
const BECH32M_CONSTANT = 0x2bc830a3;
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
const LENGTH_MAX = 90;
const CHECKSUM_CHARACTERS = 6;

/**
 * Whether a lower-case text is a segregated-witness address of the network whose prefix is `prefix` (`bc` for Bitcoin,
 * `ltc` for Litecoin): BIP 173 for version 0 with a program of 20 or 32 bytes, BIP 350 for versions 1 to 16 with 2 to
 * 40 bytes.
 */
export function isSegwitAddress(text: string, prefix: string): boolean {
  if (text.length > LENGTH_MAX || !text.startsWith(`${prefix}1`)) return false;
  const values = decodeBech32Characters(text.slice(prefix.length + 1));
  if (!values || values.length <= CHECKSUM_CHARACTERS) return false;
  const [version = 32, ...program] = values.slice(0, -CHECKSUM_CHARACTERS);
  const constant = version === 0 ? BECH32_CONSTANT : BECH32M_CONSTANT;
  if (version > 16 || polymod([...expandPrefix(prefix), ...values]) !== constant) return false;
  const bytes = toBytes(program);
  if (!bytes) return false;
  return version === 0 ? bytes.length === 20 || bytes.length === 32 : bytes.length >= 2 && bytes.length <= 40;
}

/** Five-bit values of characters of the alphabet, or undefined when one is foreign to it. */
export function decodeBech32Characters(text: string): number[] | undefined {
  const values = Array.from(text, (character) => BECH32_ALPHABET.indexOf(character));
  return values.includes(-1) ? undefined : values;
}

/** Five-bit values as bytes; undefined when what is left over is not fewer than five zero bits. */
export function toBytes(values: readonly number[]): Uint8Array | undefined {
  const bytes: number[] = [];
  let bits = 0;
  let buffer = 0;
  for (const value of values) {
    buffer = ((buffer << 5) | value) & 0xfff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((buffer >> bits) & 0xff);
    }
  }
  const padding = buffer & ((1 << bits) - 1);
  return bits < 5 && padding === 0 ? Uint8Array.from(bytes) : undefined;
}

function expandPrefix(prefix: string): number[] {
  const codes = Array.from(prefix, (character) => character.charCodeAt(0));
  return [...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31)];
}

function polymod(values: readonly number[]): number {
  let checksum = 1;
  for (const value of values) {
    const top = checksum >>> 25;
    checksum = ((checksum & 0x1ffffff) << 5) ^ value;
    GENERATOR.forEach((generator, index) => {
      if ((top >> index) & 1) checksum ^= generator;
    });
  }
  return checksum >>> 0;
}
