import { identified } from './build.js';
import type { IdentifierInput, Normalise } from './identifier.js';
import { identifierKey } from './key.js';
import { spaceLegalForm, splitLegalForm } from './legal-forms.js';
import { joinInitials, nameWords, sortedWords } from './name-words.js';
import { nativeMerchantName } from './native-script.js';
import { refuse } from './refuse.js';
import { tidy, tidyUpper } from './text.js';

/** A name as it is compared. */
export interface MerchantName {
  /** The words without the legal form, in order. Never empty. */
  readonly core: readonly string[];
  readonly legalForm?: string;
}

/**
 * LEGAL_NAME and TRADE_NAME: NFKC, transliterated to ASCII, upper case, the legal form split off to the end. Fuzzy.
 *
 * Both types have the same two kinds of key, so that a legal name is found by the trade name it is used as: NAME is the
 * name without its form and spaces, NAME_TOKENS its words in alphabetical order.
 */
export const normaliseMerchantName: Normalise = (input: IdentifierInput) => {
  const name = readMerchantName(input.value);
  if (!name) return refuse('INVALID_CHARACTERS', 'A name has at least one letter or digit.');
  const core = name.core.join(' ');
  const tokens = sortedWords(name.core);
  return identified(input, {
    value: joined(name),
    strength: 'FUZZY',
    display: tidyUpper(input.value),
    keys: [
      identifierKey('NAME', 'FUZZY', null, core.replaceAll(' ', '')),
      identifierKey('NAME_TOKENS', 'FUZZY', null, tokens),
    ],
    parts: { core, tokens, legalForm: name.legalForm, native: nativeMerchantName(input.value) },
  });
};

/** Readings until the name stays the same: taking a form off may bring another to the end. Two are the usual number. */
const READINGS_MAX = 8;

/** The name without its legal form, or undefined when there is no letter or digit in it. */
export function readMerchantName(text: string): MerchantName | undefined {
  let name = readOnce(spaceLegalForm(tidy(text)));
  for (let reading = 1; reading < READINGS_MAX && name; reading += 1) {
    const again = readOnce(joined(name));
    if (!again || joined(again) === joined(name)) return again;
    name = again;
  }
  return name;
}

function readOnce(text: string): MerchantName | undefined {
  const words = nameWords(text);
  if (words.length === 0) return undefined;
  const { rest, form } = splitLegalForm(words);
  const core = joinInitials(rest);
  return form === undefined ? { core } : { core, legalForm: form };
}

function joined({ core, legalForm }: MerchantName): string {
  return [...core, ...(legalForm === undefined ? [] : [legalForm])].join(' ');
}
