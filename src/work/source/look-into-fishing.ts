import { accessRule } from '../../database/index.js';
import { workSource } from '../work-source.js';

/** Other members that asked as if to find out what the register holds, until an analyst has said what came of it. */
export const LOOK_INTO_FISHING = workSource(
  'LOOK_INTO_FISHING',
  [],
  `select f.id, f.id, false, f.raised_at, null::timestamptz
   from fishing_alarm f
   where ${accessRule('work.look-into-fishing', "acts_as('COALITION_ANALYST')")} and f.member_id <> $1
     and not exists (select from fishing_alarm_closing c where c.alarm_id = f.id)`,
);
