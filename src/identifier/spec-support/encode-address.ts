import { createHash } from 'node:crypto';

import { keccak256 } from '../crypto/keccak.js';

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const XRP_ALPHABET = 'rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz';

function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

function base58(bytes: Uint8Array, alphabet = ALPHABET): string {
  let number = BigInt(`0x0${Buffer.from(bytes).toString('hex')}`);
  let text = '';
  for (; number > 0n; number /= 58n) text = alphabet.charAt(Number(number % 58n)) + text;
  const zeros = bytes.findIndex((byte) => byte !== 0);
  return alphabet.charAt(0).repeat(zeros < 0 ? bytes.length : zeros) + text;
}

/** An address in base58check: version bytes, hash, four bytes of double SHA-256. */
export function encodeBase58Check(version: readonly number[], hash: Uint8Array, xrp = false): string {
  const payload = Uint8Array.from([...version, ...hash]);
  const checksum = sha256(sha256(payload)).subarray(0, 4);
  return base58(Uint8Array.from([...payload, ...checksum]), xrp ? XRP_ALPHABET : ALPHABET);
}

/** A public key of 32 bytes, as Solana writes it. */
export function encodeSolana(key: Uint8Array): string {
  return base58(key);
}

/** A Monero address: network byte, two keys (64 bytes), and a payment id (8 bytes) under network byte 19. */
export function encodeMonero(network: 18 | 19 | 42, content: Uint8Array): string {
  const payload = Uint8Array.from([network, ...content]);
  const bytes = Buffer.from([...payload, ...keccak256(payload).subarray(0, 4)]);
  const sizes = [0, 2, 3, 5, 6, 7, 9, 10, 11];
  let text = '';
  for (let start = 0; start < bytes.length; start += 8) {
    const block = bytes.subarray(start, start + 8);
    let number = BigInt(`0x${block.toString('hex')}`);
    let part = '';
    for (; number > 0n; number /= 58n) part = ALPHABET.charAt(Number(number % 58n)) + part;
    text += part.padStart(sizes[block.length] ?? 0, '1');
  }
  return text;
}
