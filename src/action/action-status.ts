import { type Step, takeStep, type Transitions } from '../common/life-cycle.js';

/** Where an action stands. */
export const ACTION_STATUSES = ['RECORDED', 'WITHDRAWN'] as const;

export type ActionStatus = (typeof ACTION_STATUSES)[number];

/** What happens to an action. CORRECT: it is said anew, as its next version. WITHDRAW: it is taken back for good. */
export const ACTION_VERBS = ['CORRECT', 'WITHDRAW'] as const;

export type ActionVerb = (typeof ACTION_VERBS)[number];

/** The whole life cycle. What is not written here is refused with NOT_ALLOWED_IN_STATE. */
export const ACTION_TRANSITIONS: Transitions<ActionStatus, ActionVerb> = {
  RECORDED: { CORRECT: 'RECORDED', WITHDRAW: 'WITHDRAWN' },
  WITHDRAWN: {},
};

/** The status after `verb`, or NOT_ALLOWED_IN_STATE where the life cycle does not have the step. */
export function takeActionStep(status: ActionStatus, verb: ActionVerb): Step<ActionStatus> {
  const message = `The action is ${status}: what was withdrawn is recorded anew, as another action.`;
  return takeStep(ACTION_TRANSITIONS, { status, verb }, { field: 'actionId', message });
}
