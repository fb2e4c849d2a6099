import { accessRule } from '../../database/index.js';
import { workSource } from '../work-source.js';

/** Requests to hold that no analyst stands by yet. Their term runs. */
export const ACTIVATE_HOLD = workSource(
  'ACTIVATE_HOLD',
  ['due'],
  `select h.id, h.id, false, h.placed_at, h.until
   from hold h
   where ${accessRule('work.activate-hold', "acts_as('COALITION_ANALYST')")} and h.status = 'REQUESTED'`,
);
