import { identified } from './build.js';
import { CHAINS, chainOf, chainsAccepting } from './crypto/chains.js';
import type { Normalise } from './identifier.js';
import { maskMiddle } from './mask.js';
import { refuse } from './refuse.js';
import { tidy } from './text.js';

const KNOWN_CHAINS = CHAINS.map(({ id }) => id).join(', ');

/**
 * CRYPTO_ADDRESS: an address on the chain named by the scope, with the checksum of its kind. Unique. Chains on which
 * the same key has the same address (Ethereum and its kin) are one scope, EVM.
 *
 * Refused: SCOPE_REQUIRED, UNKNOWN_SCOPE, INVALID_CHECK_DIGITS (the suggestion is the one other chain on which the
 * address is valid, never a corrected address).
 */
export const normaliseCryptoAddress: Normalise = (input) => {
  const address = tidy(input.value);
  if (!input.scope?.trim()) {
    const message = `Say which chain the address is on: give the scope, one of ${KNOWN_CHAINS}.`;
    return refuse('SCOPE_REQUIRED', message, { field: ['scope'], suggestion: onlyChainOf(address) });
  }
  const chain = chainOf(tidy(input.scope));
  if (!chain) {
    const message = `This chain is not known. Known are ${KNOWN_CHAINS}.`;
    return refuse('UNKNOWN_SCOPE', message, { field: ['scope'], suggestion: onlyChainOf(address) });
  }
  const normal = chain.format(address);
  if (normal !== undefined) {
    return identified(input, {
      value: normal,
      scope: chain.id,
      strength: 'UNIQUE',
      display: maskMiddle(normal),
    });
  }
  const only = onlyChainOf(address);
  if (only !== undefined) {
    const message = `This is no address of ${chain.id}, but it is one of ${only}: correct the scope.`;
    return refuse('INVALID_CHECK_DIGITS', message, { field: ['scope'], suggestion: only });
  }
  const message = `An address of ${chain.id} ${chain.looks}, and its checksum fits; this one does not. Copy it again.`;
  return refuse('INVALID_CHECK_DIGITS', message);
};

/** The chain of an address that is valid on one chain alone. Every chain is tried: for refusals, not for what is taken. */
function onlyChainOf(address: string): string | undefined {
  const [only, ...others] = chainsAccepting(address);
  return others.length === 0 ? only?.id : undefined;
}
