import type { Refusal } from '../common/refusal.js';
import type { TextRefusal } from '../identifier/index.js';
import type { AssessmentRefusalCode } from './action-kind.js';

/** Every rule that an action, a disposition or an opinion, or a step of its life, can break. */
export type ActionRefusalCode =
  | TextRefusal['code']
  | AssessmentRefusalCode
  | 'REQUIRED'
  | 'TOO_MANY'
  | 'UNKNOWN_CODE'
  | 'NOT_PLAUSIBLE'
  | 'INVALID_DATE'
  | 'ACTION_CONFLICT'
  | 'UNKNOWN_MEMBER'
  | 'NOT_FOUND'
  | 'NOT_ALLOWED_IN_STATE'
  | 'CLIENT_REFERENCE_CONFLICT';

export type ActionRefusal = Refusal<ActionRefusalCode>;

/** The answer for an action that there is not, and for another member's. */
export const ACTION_NOT_FOUND: Refusal<'NOT_FOUND'> = {
  code: 'NOT_FOUND',
  field: ['actionId'],
  message: 'There is no such action of your member.',
};
