import { refused, type Refusal } from '../common/refusal.js';

import type { IdentifierRefusalCode } from './identifier.js';

export type IdentifierRefusal = Refusal<IdentifierRefusalCode>;

/** The failing half of a Result of this part. */
export interface Refused {
  readonly ok: false;
  readonly refusals: readonly IdentifierRefusal[];
}

/** Where the fault is (default `['value']`) and what would be accepted, where that is known for sure. */
export interface RefusalDetail {
  readonly field?: readonly string[];
  readonly suggestion?: string | undefined;
}

/** The message of a card number, wherever it was found. */
export const CARD_NUMBER_MESSAGE =
  'This holds what reads as a payment card number. Remove it: card numbers are never taken.';

/** The value is what a card scheme would issue, in a field of some other number. */
export function refuseCardNumber(): Refused {
  return refuse('CARD_NUMBER', CARD_NUMBER_MESSAGE);
}

/** One refusal. `message` says what is wrong and what to do, and never holds a personal or account number. */
export function refuse(code: IdentifierRefusalCode, message: string, detail: RefusalDetail = {}): Refused {
  const { field = ['value'], suggestion } = detail;
  return refused(suggestion === undefined ? { code, field, message } : { code, field, message, suggestion });
}
