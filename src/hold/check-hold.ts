import { accepted, refused, type Result } from '../common/refusal.js';
import {
  checkText,
  type IdentifierInput,
  normaliseSubject,
  type NormalisedIdentifier,
} from '../identifier/index.js';
import { isLinkKey } from '../matching/index.js';
import type { HeldIdentifier } from './hold.js';
import type { HoldRefusal, HoldRefusalCode } from './hold-refusal.js';

/** Identifiers that one hold names. */
export const HOLD_IDENTIFIERS_MAX = 50;
/** Characters of the reason of a hold and of each step of its life. */
export const HOLD_REASON_LENGTH_MAX = 1_000;

/** The identifiers of a hold in normal form: as they are shown, and the values by which they bind (lower-case hex). */
export interface CheckedIdentifiers {
  readonly shown: readonly HeldIdentifier[];
  readonly hashes: readonly string[];
}

/**
 * Holds identifiers against every rule that needs nothing but them, by the same functions as a report and a screening. Each
 * has to say by itself which merchant is meant (strength unique or strong): what only supports others, such as a name,
 * would hide whoever is called the same, and is refused with WEAK_IDENTIFIER. `presentYear` bounds years in national
 * numbers. Nothing here depends on what the register knows.
 */
export function checkHeldIdentifiers(
  identifiers: readonly IdentifierInput[],
  country: string | undefined,
  presentYear: number,
): Result<CheckedIdentifiers, HoldRefusalCode> {
  if (identifiers.length === 0)
    return refused({
      code: 'NO_IDENTIFIER',
      field: ['identifiers'],
      message: 'Name the merchant: give at least one account, address of the network or number.',
    });
  if (identifiers.length > HOLD_IDENTIFIERS_MAX)
    return refused({
      code: 'TOO_MANY',
      field: ['identifiers'],
      message: `Give at most ${HOLD_IDENTIFIERS_MAX}.`,
    });
  const subject = normaliseSubject({ identifiers, country }, { presentYear });
  if (!subject.ok) return refused(...subject.refusals);
  const weak = subject.value.identifiers.filter((identifier) => linkHashesOf(identifier).length === 0);
  if (weak.length > 0)
    return refused(
      ...weak.map(({ type, field }): HoldRefusal => {
        const message = `${type} alone does not say which merchant is meant: leave it out, or give its scope if it has one.`;
        return { code: 'WEAK_IDENTIFIER', field, message };
      }),
    );
  return accepted({
    shown: subject.value.identifiers.map(({ type, scope, display }) => ({ type, scope, display })),
    hashes: [...new Set(subject.value.identifiers.flatMap(linkHashesOf))].sort(),
  });
}

/** The values by which resolution may link what holds this identifier. */
export function linkHashesOf({ keys }: Pick<NormalisedIdentifier, 'keys'>): readonly string[] {
  return keys.filter(isLinkKey).map(({ hash }) => hash);
}

/** Whether a reason may be stored: at least a word, and nothing that the gate refuses. */
export function checkHoldReason(reason: string): readonly HoldRefusal[] {
  if (reason.trim() === '')
    return [{ code: 'REQUIRED', field: ['reason'], message: 'Write at least a word.' }];
  return checkText(reason, ['reason'], { lengthMax: HOLD_REASON_LENGTH_MAX, multiline: true });
}
