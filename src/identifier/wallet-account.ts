import { identified } from './build.js';
import { looksLikeCardNumber } from './gate/card-number.js';
import { findEncodedContent } from './gate/encoded-content.js';
import type { Normalise } from './identifier.js';
import { maskNumber } from './mask.js';
import { refuse, refuseCardNumber } from './refuse.js';
import { tidy } from './text.js';
import { nearestProvider, providerOf, WALLET_PROVIDER_IDS } from './wallet-providers.js';

const WALLET_ACCOUNT_LENGTH_MAX = 100;

/**
 * WALLET_ACCOUNT: the account's name or number at the provider that the scope names; lower case where the provider
 * ignores case, without the sign before a name (`$`, `@`). Unique. Telephone numbers lose their separators.
 */
export const normaliseWalletAccount: Normalise = (input) => {
  if (!input.scope?.trim()) {
    const message = `Give the provider in the scope, one of ${WALLET_PROVIDER_IDS.join(', ')}.`;
    return refuse('SCOPE_REQUIRED', message, { field: ['scope'] });
  }
  const provider = providerOf(input.scope);
  if (!provider) {
    const message = `This provider is not known. Known are ${WALLET_PROVIDER_IDS.join(', ')}.`;
    return refuse('UNKNOWN_SCOPE', message, {
      field: ['scope'],
      suggestion: nearestProvider(input.scope)?.id,
    });
  }
  // Numbers of 13 and more digits are honest here, so that only what a card scheme would issue is taken for a card.
  if (looksLikeCardNumber(input.value)) return refuseCardNumber();
  if (findEncodedContent(input.value) !== undefined) {
    return refuse(
      'ENCODED_CONTENT',
      'This holds encoded content. Give the name or number of the account alone.',
    );
  }
  const value = readAccount(input.value, provider.sigil, provider.ignoresCase ?? true);
  if (value.length > WALLET_ACCOUNT_LENGTH_MAX) {
    return refuse('INVALID_LENGTH', `A wallet account has at most ${WALLET_ACCOUNT_LENGTH_MAX} characters.`);
  }
  if (!/^[\p{L}\p{N}\p{M}@$+_.#:/ -]*[\p{L}\p{N}][\p{L}\p{N}\p{M}@$+_.#:/ -]*$/u.test(value)) {
    return refuse(
      'INVALID_CHARACTERS',
      'A wallet account holds letters, digits and @ $ + _ . # : / - alone.',
    );
  }
  return identified(input, {
    value,
    scope: provider.id,
    strength: 'UNIQUE',
    display: maskNumber(value),
  });
};

function readAccount(text: string, sigil: string | undefined, ignoresCase: boolean): string {
  let value = tidy(text);
  if (ignoresCase) value = tidy(value.toLowerCase());
  while (sigil !== undefined && value.startsWith(sigil)) value = value.slice(sigil.length).trim();
  return /^\+?[\d\s().-]+$/u.test(value) ? value.replace(/[\s().-]/gu, '') : value;
}
