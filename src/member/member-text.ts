import type { Refusal } from '../common/refusal.js';
import { checkText, type GateRefusalCode, type TextRules } from '../identifier/index.js';

/** Characters of a name: of a member, person, client or group. */
export const NAME_LENGTH_MAX = 200;
/** Characters of a reason or description. */
export const REASON_LENGTH_MAX = 1000;
/** Characters of an e-mail address (RFC 5321, section 4.5.3.1.3). */
const EMAIL_LENGTH_MAX = 254;

export type TextRefusalCode = 'REQUIRED' | 'TOO_LONG' | 'INVALID_FORMAT' | GateRefusalCode;
type TextRefusal = Refusal<TextRefusalCode>;

/** A text as it is stored: in Unicode's composed form, without spaces around it and with single ones inside. */
export function tidyName(text: string): string {
  return text.normalize('NFC').trim().replace(/ {2,}/g, ' ');
}

/** Refuses what is no name: empty, longer than NAME_LENGTH_MAX, or stopped by the gate (product.md, rule 13). */
export function refuseName(text: string, ...field: readonly string[]): readonly TextRefusal[] {
  return refuseText(tidyName(text), field, { lengthMax: NAME_LENGTH_MAX });
}

/** The same of a reason or description, which may have several lines. */
export function refuseReason(text: string, ...field: readonly string[]): readonly TextRefusal[] {
  return refuseText(text.trim(), field, { lengthMax: REASON_LENGTH_MAX, multiline: true });
}

/**
 * Refuses what cannot be an e-mail address. Deliberately less than RFC 5322 allows: no quoted local parts, no comments,
 * no address literals. Whether somebody reads there is not known until they sign in.
 */
export function refuseEmail(text: string, ...field: readonly string[]): readonly TextRefusal[] {
  const faults = refuseText(text, field, { lengthMax: EMAIL_LENGTH_MAX });
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

function refuseText(text: string, field: readonly string[], rules: TextRules): readonly TextRefusal[] {
  if (text === '') return [{ code: 'REQUIRED', field, message: 'A value is needed here.' }];
  return checkText(text, field, rules);
}
