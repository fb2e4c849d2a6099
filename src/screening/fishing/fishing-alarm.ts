import type { FishingAlarmId, MemberId } from '../../common/id.js';
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

/** The event that tells of a new alarm. */
export const FISHING_ALARM_RAISED = 'fishing.alarm-raised';

export interface FishingAlarmRaised {
  readonly alarmId: FishingAlarmId;
  readonly memberId: MemberId;
  readonly sign: FishingSign;
}
