import anyAscii from 'any-ascii';
import type { DescribedIdentifier } from '../description.js';

/** What retrieval reads of an identifier. Every DescribedIdentifier is one. */
export type RetrievableIdentifier = Pick<DescribedIdentifier, 'type' | 'scope' | 'value' | 'parts'>;

/** The most words of one name that retrieval looks at: a longer one is found by the first of them. */
const TOKENS_MAX = 6;

/** Words that join others and name nothing, in the languages that use them often. */
const STOP_WORDS = new Set(
  'THE A AN AND OF FOR AT IN ON BY TO DE DEL DELLA DI DA DO DOS DAS DU DES LA LE LES EL LOS LAS L D E Y ET UND DER DIE DAS VON VAN I'.split(
    ' ',
  ),
);

/**
 * The telling words of a merchant's name, ASCII capitals, each once, in the order of the name: of a legal or trade name
 * without its legal form, and of a descriptor without the facilitator. Empty for other types. A name of nothing but stop
 * words keeps them.
 */
export function nameTokens(identifier: RetrievableIdentifier): readonly string[] {
  const words = merchantWords(identifier);
  const telling = words.filter((word) => !STOP_WORDS.has(word));
  return [...new Set(telling.length > 0 ? telling : words)].slice(0, TOKENS_MAX);
}

function merchantWords({ type, value, parts }: RetrievableIdentifier): readonly string[] {
  if (type !== 'LEGAL_NAME' && type !== 'TRADE_NAME' && type !== 'DESCRIPTOR') return [];
  return asciiWords(parts?.['core'] ?? value);
}

/** The words of a text transliterated to ASCII capitals. */
export function asciiWords(text: string): readonly string[] {
  const words = anyAscii(text.normalize('NFKC'))
    .toUpperCase()
    .replace(/['`’]/gu, '')
    .split(/[^A-Z0-9]+/u);
  return words.filter((word) => word !== '');
}
