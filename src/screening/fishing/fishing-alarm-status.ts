import { type Step, takeStep, type Transitions } from '../../common/life-cycle.js';

/** Where an alarm stands: it waits for an analyst until one has dealt with it. */
export const FISHING_ALARM_STATUSES = ['RAISED', 'CLOSED'] as const;

export type FishingAlarmStatus = (typeof FISHING_ALARM_STATUSES)[number];

/** CLOSE: an analyst says that it is dealt with, and how. */
export const FISHING_ALARM_VERBS = ['CLOSE'] as const;

export type FishingAlarmVerb = (typeof FISHING_ALARM_VERBS)[number];

/** The whole life cycle. Whoever goes on in the same way raises another alarm. */
export const FISHING_ALARM_TRANSITIONS: Transitions<FishingAlarmStatus, FishingAlarmVerb> = {
  RAISED: { CLOSE: 'CLOSED' },
  CLOSED: {},
};

/** The status after `verb`, or NOT_ALLOWED_IN_STATE where the life cycle does not have the step. */
export function takeFishingAlarmStep(
  status: FishingAlarmStatus,
  verb: FishingAlarmVerb,
): Step<FishingAlarmStatus> {
  const message = `The alarm is ${status}: fishingAlarms says who dealt with it, and how.`;
  return takeStep(FISHING_ALARM_TRANSITIONS, { status, verb }, { field: 'fishingAlarmId', message });
}
