import { accessRule } from '../../database/index.js';
import { openToAnalyst, WAITING_MATCHES } from '../../merchant/index.js';
import { workSource } from '../work-source.js';

/** Merchants that may be one, as far as both sides are open to analysts. Stands on judgement_possible. */
export const DECIDE_MATCH = workSource(
  'DECIDE_MATCH',
  [],
  `select j.id, j.id, false, j.decided_at, null::timestamptz
   ${WAITING_MATCHES} and ${accessRule('work.decide-match', openToAnalyst('a.id', 'b.id'))}`,
);
