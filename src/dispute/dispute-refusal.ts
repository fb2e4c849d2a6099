import type { ApprovalRefusalCode } from '../access/index.js';
import type { Refusal } from '../common/refusal.js';
import type { GateRefusalCode } from '../identifier/index.js';

/** Every rule that a dispute, or a step of its life, can break. */
export type DisputeRefusalCode =
  | GateRefusalCode
  | ApprovalRefusalCode
  | 'REQUIRED'
  | 'OTHER'
  | 'TOO_LONG'
  | 'TOO_MANY'
  | 'NOT_FOUND'
  | 'NOT_ALLOWED_IN_STATE'
  | 'NOT_CORRECTED'
  | 'TERM_OVER'
  | 'ALREADY_DISPUTED'
  | 'CLIENT_REFERENCE_CONFLICT';

export type DisputeRefusal = Refusal<DisputeRefusalCode>;

/** The answer for a dispute that there is not, and for one in which the asker has no such part. */
export const DISPUTE_NOT_FOUND: Refusal<'NOT_FOUND'> = {
  code: 'NOT_FOUND',
  field: ['disputeId'],
  message: 'There is no such dispute.',
};

export const RULING_NOT_FOUND: Refusal<'NOT_FOUND'> = {
  code: 'NOT_FOUND',
  field: ['rulingId'],
  message: 'There is no such ruling.',
};

/** The answer for a ruling that was proposed before the dispute was appealed. */
export const RULING_OF_BEFORE: Refusal<'NOT_ALLOWED_IN_STATE'> = {
  code: 'NOT_ALLOWED_IN_STATE',
  field: ['rulingId'],
  message: 'It was proposed before the dispute was appealed: propose a ruling on the appeal, by ruleDispute.',
};
