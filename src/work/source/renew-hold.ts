import { accessRule } from '../../database/index.js';
import { workSource } from '../work-source.js';

/** Days before the end of a term from which it is told to the liaison that asked. */
export const HOLD_ENDING_DAYS = 3;

/** Holds that the own member asked for and that end, or are in review already. */
export const RENEW_HOLD = workSource(
  'RENEW_HOLD',
  ['due'],
  `select h.id, h.id, false, h.placed_at, h.until
   from hold h
   where ${accessRule('work.renew-hold', "acts_as('LIAISON') and h.member_id = $1")}
     and (h.status = 'REVIEW' or h.status = 'ACTIVE' and h.until <= $2 + interval '${HOLD_ENDING_DAYS} days')`,
);
