import { keccak_256 } from '@noble/hashes/sha3.js';

/** Keccak-256 as Ethereum and Monero use it: the submission, not the later SHA-3 standard that node:crypto has. */
export function keccak256(bytes: Uint8Array): Uint8Array {
  return keccak_256(bytes);
}
