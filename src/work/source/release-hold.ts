import { accessRule } from '../../database/index.js';
import { workSource } from '../work-source.js';
import { releasers } from './releasers.js';

/** Holds that another analyst would lift: for whoever may be the second. */
export const RELEASE_HOLD = workSource(
  'RELEASE_HOLD',
  ['due'],
  `select h.id, h.id, false, h.placed_at, h.until
   from hold h
   where ${accessRule('work.release-hold', "acts_as('COALITION_ANALYST')")} and h.status = 'REVIEW'
     and not $1 = any (hold_reporters(h.id))
     and exists (select from ${releasers('h')} s) and not exists (select from ${releasers('h')} s where s.principal_id = $3)`,
);
