import { checkText } from '../../identifier/index.js';
import { DECISION_REASON_LENGTH_MAX } from './decision.js';
import type { DecisionRefusal } from './decision-plan.js';

/** Whether the reason for a decision may be stored: at least a word, and nothing that the gate refuses. */
export function checkReason(reason: string): readonly DecisionRefusal[] {
  if (reason.trim() === '')
    return [{ code: 'REQUIRED', field: ['reason'], message: 'Write at least a word.' }];
  return checkText(reason, ['reason'], { lengthMax: DECISION_REASON_LENGTH_MAX, multiline: true });
}
