import { itHasTheSteps } from '../../../test/support/life-cycle.js';
import { FISHING_ALARM_STATUSES, FISHING_ALARM_VERBS, takeFishingAlarmStep } from './fishing-alarm-status.js';

describe('the life of a fishing alarm', () => {
  itHasTheSteps({
    statuses: FISHING_ALARM_STATUSES,
    verbs: FISHING_ALARM_VERBS,
    allowed: [['RAISED', 'CLOSE', 'CLOSED']],
    take: takeFishingAlarmStep,
    field: 'fishingAlarmId',
  });
});
