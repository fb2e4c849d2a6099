import { createHash } from 'node:crypto';

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
/** The order of the XRP Ledger: same characters, same arithmetic. */
export const XRP_ALPHABET = 'rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz';

/** Longest text decoded: an address has 35 characters or fewer, and the arithmetic is quadratic. */
const BASE58_LENGTH_MAX = 64;
const CHECKSUM_BYTES = 4;

/** The bytes of a base58 text, or undefined when a character is foreign to the alphabet or the text too long. */
export function decodeBase58(text: string, alphabet = ALPHABET): Uint8Array | undefined {
  if (text.length === 0 || text.length > BASE58_LENGTH_MAX) return undefined;
  const bytes: number[] = [];
  for (const character of text) {
    let carry = alphabet.indexOf(character);
    if (carry < 0) return undefined;
    for (let index = 0; index < bytes.length; index += 1) {
      carry += (bytes[index] ?? 0) * 58;
      bytes[index] = carry & 0xff;
      carry >>= 8;
    }
    for (; carry > 0; carry >>= 8) bytes.push(carry & 0xff);
  }
  let leading = 0;
  while (leading < text.length && text[leading] === alphabet[0]) leading += 1;
  return Uint8Array.from([...new Array<number>(leading).fill(0), ...bytes.reverse()]);
}

/** The payload (version and hash) of a base58check text, or undefined when its four checksum bytes are wrong. */
export function decodeBase58Check(text: string, alphabet = ALPHABET): Uint8Array | undefined {
  const bytes = decodeBase58(text, alphabet);
  if (!bytes || bytes.length <= CHECKSUM_BYTES) return undefined;
  const payload = bytes.subarray(0, -CHECKSUM_BYTES);
  const checksum = sha256(sha256(payload)).subarray(0, CHECKSUM_BYTES);
  return Buffer.compare(checksum, bytes.subarray(-CHECKSUM_BYTES)) === 0 ? payload : undefined;
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

/** Characters that a block of so many bytes takes in Monero's base58, which encodes blocks of eight bytes each. */
const BLOCK_CHARACTERS = [0, 2, 3, 5, 6, 7, 9, 10, 11];
const BLOCK_BYTES = 8;
const FULL_BLOCK_CHARACTERS = 11;

/** The bytes of Monero's base58, or undefined when the text is not of it. */
export function decodeBase58Blocks(text: string): Uint8Array | undefined {
  const decoded: number[] = [];
  for (let start = 0; start < text.length; start += FULL_BLOCK_CHARACTERS) {
    const block = text.slice(start, start + FULL_BLOCK_CHARACTERS);
    const size = BLOCK_CHARACTERS.indexOf(block.length);
    const bytes = size > 0 ? decodeBlock(block, size) : undefined;
    if (!bytes) return undefined;
    decoded.push(...bytes);
  }
  return Uint8Array.from(decoded);
}

function decodeBlock(block: string, size: number): number[] | undefined {
  let value = 0n;
  for (const character of block) {
    const digit = ALPHABET.indexOf(character);
    if (digit < 0) return undefined;
    value = value * 58n + BigInt(digit);
  }
  if (value >> BigInt(size * BLOCK_BYTES) > 0n) return undefined;
  return Array.from({ length: size }, (_, index) =>
    Number((value >> BigInt(8 * (size - 1 - index))) & 0xffn),
  );
}
