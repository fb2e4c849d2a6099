/** Where an action stands. */
export const ACTION_STATUSES = ['RECORDED', 'WITHDRAWN'] as const;

export type ActionStatus = (typeof ACTION_STATUSES)[number];

/** What happens to an action. CORRECT: it is said anew, as its next version. WITHDRAW: it is taken back for good. */
export type ActionVerb = 'CORRECT' | 'WITHDRAW';

/** The whole life cycle. What is not written here is refused with NOT_ALLOWED_IN_STATE. */
export const ACTION_TRANSITIONS: Readonly<
  Record<ActionStatus, Readonly<Partial<Record<ActionVerb, ActionStatus>>>>
> = {
  RECORDED: { CORRECT: 'RECORDED', WITHDRAW: 'WITHDRAWN' },
  WITHDRAWN: {},
};

/** The status after `verb`, or undefined when the life cycle does not have the step. */
export function actionStatusAfter(status: ActionStatus, verb: ActionVerb): ActionStatus | undefined {
  return ACTION_TRANSITIONS[status][verb];
}
