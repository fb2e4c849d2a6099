import { identified } from './build.js';
import { CHAINS, chainOf, chainsAccepting } from './crypto/chains.js';
import type { Normalise } from './identifier.js';
import { maskMiddle } from './mask.js';
import { refuse } from './refuse.js';
import { tidy } from './text.js';

/**
 * CRYPTO_ADDRESS: an address on the chain named by the scope, with the checksum of its kind. Unique. Chains on which
 * the same key has the same address (Ethereum and its kin) are one scope, EVM.
 *
 * Refused: SCOPE_REQUIRED, UNKNOWN_SCOPE, INVALID_CHECK_DIGITS (the suggestion is the one other chain on which the
 * address is valid, never a corrected address).
 */
export const normaliseCryptoAddress: Normalise = (input) => {
  const address = tidy(input.value);
  const others = chainsAccepting(address).map(({ id }) => id);
  const only = others.length === 1 ? others[0] : undefined;
  const known = CHAINS.map(({ id }) => id).join(', ');
  if (!input.scope?.trim()) {
    const message = `Say which chain the address is on: give the scope, one of ${known}.`;
    return refuse('SCOPE_REQUIRED', message, { field: ['scope'], suggestion: only });
  }
  const chain = chainOf(tidy(input.scope));
  if (!chain) {
    const message = `This chain is not known. Known are ${known}.`;
    return refuse('UNKNOWN_SCOPE', message, { field: ['scope'], suggestion: only });
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
  if (only !== undefined) {
    const message = `This is no address of ${chain.id}, but it is one of ${only}: correct the scope.`;
    return refuse('INVALID_CHECK_DIGITS', message, { field: ['scope'], suggestion: only });
  }
  const message = `An address of ${chain.id} ${chain.looks}, and its checksum fits; this one does not. Copy it again.`;
  return refuse('INVALID_CHECK_DIGITS', message);
};
