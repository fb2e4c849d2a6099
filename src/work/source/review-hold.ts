import { accessRule } from '../../database/index.js';
import { workSource } from '../work-source.js';
import { releasers } from './releasers.js';

/** Holds in review that nobody has approved to lift: to be extended, or lifted by two. */
export const REVIEW_HOLD = workSource(
  'REVIEW_HOLD',
  ['due'],
  `select h.id, h.id, false, h.placed_at, h.until
   from hold h
   where ${accessRule('work.review-hold', "acts_as('COALITION_ANALYST')")} and h.status = 'REVIEW'
     and not exists (select from ${releasers('h')} s)`,
);
