import type { FishingAlarmId, MemberId, UserId } from '../../common/id.js';
import type { FishingSign } from './assess-fishing.js';

/** That a member asked as if to find out what the register holds. It accuses nobody: somebody is to look. */
export interface FishingAlarm {
  readonly id: FishingAlarmId;
  readonly memberId: MemberId;
  readonly sign: FishingSign;
  /** YYYY-MM-DD, UTC. */
  readonly day: string;
  /** How many merchants of the day showed the sign when the alarm was raised. */
  readonly merchants: number;
  /** Their part of those that could have shown it, 0 to 1. */
  readonly share: number;
  readonly raisedAt: Date;
}

/** That an analyst has dealt with it. */
export interface FishingAlarmClosing {
  readonly closedAt: Date;
  readonly closedBy: UserId;
  readonly note: string;
}

/** An alarm as it is shown. */
export interface ShownFishingAlarm extends FishingAlarm {
  /** Null while it waits, and to whoever does not look after the coalition. */
  readonly closing: FishingAlarmClosing | null;
}

/** The event that tells of a new alarm. */
export const FISHING_ALARM_RAISED = 'fishing.alarm-raised';

export interface FishingAlarmRaised {
  readonly alarmId: FishingAlarmId;
  readonly memberId: MemberId;
  readonly sign: FishingSign;
}
