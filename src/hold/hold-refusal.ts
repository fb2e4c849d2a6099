import type { ApprovalRefusalCode } from '../access/index.js';
import type { Refusal } from '../common/refusal.js';
import type { IdentifierRefusalCode } from '../identifier/index.js';

/** Every rule that a hold, or a step of its life, can break. */
export type HoldRefusalCode =
  | IdentifierRefusalCode
  | ApprovalRefusalCode
  | 'TOO_MANY'
  | 'NO_IDENTIFIER'
  | 'WEAK_IDENTIFIER'
  | 'NOT_FOUND'
  | 'NOT_ALLOWED_IN_STATE'
  | 'TERM_TOO_LONG';

export type HoldRefusal = Refusal<HoldRefusalCode>;

/** The answer for a hold that there is not, and for another member's. */
export const HOLD_NOT_FOUND: Refusal<'NOT_FOUND'> = {
  code: 'NOT_FOUND',
  field: ['holdId'],
  message: 'There is no such hold.',
};

/** The answer for a merchant that there is not, and for any that a liaison names by its id. */
export const MERCHANT_NOT_FOUND: Refusal<'NOT_FOUND'> = {
  code: 'NOT_FOUND',
  field: ['merchantId'],
  message: 'There is no such merchant.',
};
