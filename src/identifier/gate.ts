import type { Refusal } from '../common/refusal.js';

import { findBadCharacter } from './gate/characters.js';
import { findCardNumber } from './gate/card-number.js';
import { findEncodedContent, type EncodedContent } from './gate/encoded-content.js';
import { type RedactedText, redactUrls } from './gate/redact-urls.js';
import type { GateRefusalCode } from './identifier.js';
import { CARD_NUMBER_MESSAGE } from './refuse.js';
import { lengthOf } from './text.js';

export type TextRefusal = Refusal<GateRefusalCode | 'TOO_LONG'>;

export interface TextRules {
  /** The most characters (code points) that the field takes. */
  readonly lengthMax: number;
  /** Whether line breaks may stand in it. Default: no. */
  readonly multiline?: boolean;
}

const BAD_CHARACTER_NAMES = {
  control: 'a control character',
  bidirectional: 'an invisible character that turns the direction of writing',
  'zero-width': 'an invisible character of no width',
};

const ENCODED_CONTENT_MESSAGES: Record<EncodedContent, string> = {
  DATA_URI: 'The text holds a data: or blob: address. Leave it out: files are not taken here.',
  FILE: 'The text holds an encoded file (an image, document, archive, video or the like). Leave it out: files are not taken here.',
  LONG_RUN:
    'The text holds a long run of encoded characters. Leave it out: files are not taken here; describe in words what it is.',
};

/**
 * The gate in front of every free text (product.md, rule 13; identifiers.md, "Refused everywhere"): every rule that
 * `text` breaks, one refusal each, in order of precedence; empty when it may be stored.
 *
 * `field` is the path that the refusals name. Messages never repeat what was found.
 */
export function checkText(text: string, field: readonly string[], rules: TextRules): readonly TextRefusal[] {
  // What is not well formed, or long beyond reason, is not searched: the answer would not change.
  const characters = checkCharacters(text, field, rules);
  if (characters.length > 0) return characters;

  const refusals: TextRefusal[] = [];
  if (findCardNumber(text)) refusals.push({ code: 'CARD_NUMBER', field, message: CARD_NUMBER_MESSAGE });
  const encoded = findEncodedContent(text);
  if (encoded) refusals.push(encodedContent(encoded, field));
  return refusals;
}

/** A text as it is to be stored, or why it is not. */
export interface GatedText extends RedactedText {
  readonly refusals: readonly TextRefusal[];
}

/**
 * The gate for a text in which web addresses may stand, of which only the hosts are kept. What is dropped is no reason
 * to refuse, but for a file: one that begins in an address and goes on behind it would otherwise lose its head, by which
 * it is known, and be stored.
 */
export function checkTextWithUrls(text: string, field: readonly string[], rules: TextRules): GatedText {
  const redacted = redactUrls(text);
  const refusals = checkText(redacted.text, field, rules);
  if (redacted.dropped === 0 || refusals.length > 0) return { ...redacted, refusals };
  const encoded = findEncodedContent(text);
  return {
    ...redacted,
    refusals: encoded === 'FILE' || encoded === 'DATA_URI' ? [encodedContent(encoded, field)] : [],
  };
}

function encodedContent(kind: EncodedContent, field: readonly string[]): TextRefusal {
  return { code: 'ENCODED_CONTENT', field, message: ENCODED_CONTENT_MESSAGES[kind] };
}

/** The part of the gate for values with a format of their own: characters and length alone. */
export function checkCharacters(
  text: string,
  field: readonly string[],
  { lengthMax, multiline = false }: TextRules,
): readonly TextRefusal[] {
  if (!text.isWellFormed()) {
    const message = 'The text holds half of a character (an unpaired surrogate). Type or copy it again.';
    return [{ code: 'UNPAIRED_SURROGATE', field, message }];
  }
  const length = lengthOf(text);
  if (length > lengthMax) {
    const message = `At most ${lengthMax} characters are taken here, this has ${length}. Shorten it.`;
    return [{ code: 'TOO_LONG', field, message }];
  }
  const bad = findBadCharacter(text);
  if (bad) {
    const message = `Character ${bad.position} (${bad.codePoint}) is ${BAD_CHARACTER_NAMES[bad.kind]}. Remove it.`;
    return [{ code: 'CONTROL_CHARACTER', field, message }];
  }
  if (!multiline && /[\n\u2028\u2029]/u.test(text)) {
    const message = 'There is a line break in a field of one line. Put it on one line.';
    return [{ code: 'CONTROL_CHARACTER', field, message }];
  }
  return [];
}
