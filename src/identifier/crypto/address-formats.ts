import { decodeBase58, decodeBase58Blocks, decodeBase58Check, XRP_ALPHABET } from './base58.js';
import { isSegwitAddress } from './bech32.js';
import { isCashAddress, toCashAddress } from './cash-address.js';
import { keccak256 } from './keccak.js';

/** The normal form of an address, or undefined when it is none of its kind or its checksum is wrong. */
export type AddressFormat = (address: string) => string | undefined;

const HASH_BYTES = 20;

/** base58check of a 20-byte hash under one of these versions (one or two bytes, big-endian). Case is kept. */
export function base58Address(versions: readonly number[], versionBytes: 1 | 2 = 1): AddressFormat {
  return (address) => {
    const payload = decodeBase58Check(address);
    if (payload?.length !== versionBytes + HASH_BYTES) return undefined;
    const version = payload.subarray(0, versionBytes).reduce((number, byte) => number * 256 + byte, 0);
    return versions.includes(version) ? address : undefined;
  };
}

/** Segregated witness: lower case; capitals alone are folded, a mixture is refused (BIP 173). */
export function segwitAddress(prefix: string): AddressFormat {
  return (address) => {
    const folded = foldWholeCase(address);
    return folded !== undefined && isSegwitAddress(folded, prefix) ? folded : undefined;
  };
}

/** The first of several formats that takes the address. */
export function anyOf(...formats: readonly AddressFormat[]): AddressFormat {
  return (address) => {
    for (const format of formats) {
      const normal = format(address);
      if (normal !== undefined) return normal;
    }
    return undefined;
  };
}

const EVM_ADDRESS = /^0x[0-9a-f]{40}$/;

/** Ethereum and its kin: lower case. An address in mixed case must satisfy its checksum (EIP-55). */
export const evmAddress: AddressFormat = (address) => {
  const lower = address.toLowerCase();
  if (!EVM_ADDRESS.test(lower)) return undefined;
  const digits = address.slice(2);
  const mixed = /[a-f]/.test(digits) && /[A-F]/.test(digits);
  return !mixed || digits === checksummed(lower.slice(2)) ? lower : undefined;
};

function checksummed(digits: string): string {
  const hash = Buffer.from(keccak256(Buffer.from(digits, 'ascii'))).toString('hex');
  return Array.from(digits, (digit, index) =>
    Number.parseInt(hash.charAt(index), 16) >= 8 ? digit.toUpperCase() : digit,
  ).join('');
}

/** Bitcoin Cash: CashAddr without its prefix, into which the old base58 form of the same hash is brought. */
export const bitcoinCashAddress: AddressFormat = (address) => {
  const bare = address.replace(/^bitcoincash:/iu, '');
  const folded = foldWholeCase(bare);
  if (folded !== undefined && isCashAddress(folded)) return folded;
  const payload = decodeBase58Check(bare);
  if (payload?.length !== 1 + HASH_BYTES || (payload[0] !== 0 && payload[0] !== 5)) return undefined;
  return toCashAddress(payload[0] === 0 ? 0 : 8, payload.subarray(1));
};

const MONERO_NETWORK_BYTES = [18, 19, 42];
const MONERO_LENGTHS = [95, 106];
const MONERO_CHECKSUM_BYTES = 4;

/** Monero: a standard or sub-address (95 characters), or one with a payment id (106). */
export const moneroAddress: AddressFormat = (address) => {
  const bytes = MONERO_LENGTHS.includes(address.length) ? decodeBase58Blocks(address) : undefined;
  if (!bytes || !MONERO_NETWORK_BYTES.includes(bytes[0] ?? 0)) return undefined;
  // Only an address with a payment id is the longer one, and every such address is.
  if ((bytes[0] === 19) !== (address.length === 106)) return undefined;
  const checksum = keccak256(bytes.subarray(0, -MONERO_CHECKSUM_BYTES)).subarray(0, MONERO_CHECKSUM_BYTES);
  return Buffer.compare(checksum, bytes.subarray(-MONERO_CHECKSUM_BYTES)) === 0 ? address : undefined;
};

/** Solana: a public key of 32 bytes in base58. It has no checksum of its own. */
export const solanaAddress: AddressFormat = (address) =>
  decodeBase58(address)?.length === 32 ? address : undefined;

/** XRP Ledger: base58check in its own alphabet, version 0. */
export const xrpAddress: AddressFormat = (address) => {
  const payload = decodeBase58Check(address, XRP_ALPHABET);
  return payload?.length === 1 + HASH_BYTES && payload[0] === 0 ? address : undefined;
};

function foldWholeCase(text: string): string | undefined {
  const lower = text.toLowerCase();
  return text === lower || text === text.toUpperCase() ? lower : undefined;
}
