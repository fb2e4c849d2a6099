import { accessRule } from '../../database/index.js';
import { workSource } from '../work-source.js';

/** Days that an alarm stands before analysts: as long as no other of its kind is raised about the member. */
export const FISHING_SHOWN_DAYS = 7;

/** Members that lately asked as if to find out what the register holds. */
export const LOOK_INTO_FISHING = workSource(
  'LOOK_INTO_FISHING',
  [],
  `select f.id, f.id, false, f.raised_at, null::timestamptz
   from fishing_alarm f
   where ${accessRule('work.look-into-fishing', "acts_as('COALITION_ANALYST')")}
     and f.raised_at > $2 - interval '${FISHING_SHOWN_DAYS} days'`,
);
