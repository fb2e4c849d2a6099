import type { UserError } from '../api-types.js';
import { mutation, operation } from '../connect/graphql-client.js';
import type { ShownFishingAlarm } from './describe-fishing.js';

/** Of ShownFishingAlarm. */
const ALARM_FIELDS =
  'id memberId sign day merchants sharePercent raisedAt closing { closedAt closedBy note }';

export const FISHING_ALARMS = operation<
  { first: number },
  { fishingAlarms: { nodes: readonly ShownFishingAlarm[] } }
>(`
  query FishingAlarms($first: Int!) {
    fishingAlarms(first: $first) { nodes { ${ALARM_FIELDS} } }
  }
`);

export interface FishingAnswer {
  readonly fishingAlarm: ShownFishingAlarm | null;
  readonly userErrors: readonly UserError[];
}

export const CLOSE_FISHING_ALARM = mutation<{ fishingAlarmId: string; note: string }, FishingAnswer>(
  'closeFishingAlarm',
  `fishingAlarm { ${ALARM_FIELDS} }`,
);
