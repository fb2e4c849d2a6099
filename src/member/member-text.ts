import type { Refusal } from '../common/refusal.js';

/** Characters of a name: of a member, person, client or group. */
export const NAME_LENGTH_MAX = 200;
/** Characters of a reason or description. */
export const REASON_LENGTH_MAX = 1000;
/** Characters of an e-mail address (RFC 5321, section 4.5.3.1.3). */
const EMAIL_LENGTH_MAX = 254;

/** Control, zero-width and bidirectional characters: what is shown must be what is there. Line breaks are taken in reasons. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u;
const HIDDEN_BUT_LINES = /(?![\n\t])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u;

export type TextRefusalCode = 'REQUIRED' | 'TOO_LONG' | 'CONTROL_CHARACTER' | 'INVALID_FORMAT';
type TextRefusal = Refusal<TextRefusalCode>;

/** A text as it is stored: in Unicode's composed form, without spaces around it and with single ones inside. */
export function tidyName(text: string): string {
  return text.normalize('NFC').trim().replace(/ {2,}/g, ' ');
}

/** Refuses what is no name: empty, longer than NAME_LENGTH_MAX, or with characters that cannot be seen. Pure. */
export function refuseName(text: string, ...field: readonly string[]): TextRefusal[] {
  return refuseText(tidyName(text), NAME_LENGTH_MAX, HIDDEN, field);
}

/** The same of a reason or description, which may have several lines. */
export function refuseReason(text: string, ...field: readonly string[]): TextRefusal[] {
  return refuseText(text.trim(), REASON_LENGTH_MAX, HIDDEN_BUT_LINES, field);
}

/**
 * Refuses what cannot be an e-mail address. Deliberately less than RFC 5322 allows: no quoted local parts, no comments,
 * no address literals. Whether somebody reads there is not known until they sign in.
 */
export function refuseEmail(text: string, ...field: readonly string[]): TextRefusal[] {
  const faults = refuseText(text, EMAIL_LENGTH_MAX, HIDDEN, field);
  if (faults.length > 0) return faults;
  if (
    /^[^\s@"(),:;<>[\]\\]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u.test(
      text,
    )
  ) {
    return [];
  }
  return [{ code: 'INVALID_FORMAT', field, message: 'An e-mail address has the form name@host.example.' }];
}

function refuseText(
  text: string,
  lengthMax: number,
  hidden: RegExp,
  field: readonly string[],
): TextRefusal[] {
  if (text === '') return [{ code: 'REQUIRED', field, message: 'A value is needed here.' }];
  if (hidden.test(text)) {
    return [
      {
        code: 'CONTROL_CHARACTER',
        field,
        message: 'Leave out control, bidirectional and zero-width characters.',
      },
    ];
  }
  if (Array.from(text).length > lengthMax) {
    return [{ code: 'TOO_LONG', field, message: `At most ${lengthMax} characters are taken.` }];
  }
  return [];
}
