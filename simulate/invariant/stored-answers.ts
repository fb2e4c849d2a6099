import { holds } from '../step/step.js';
import { rowsOf } from '../world.js';
import type { Invariant } from './invariant.js';

/** Answers that a failure shows. */
const SHOWN_MAX = 3;

/** What members were told is stored as it was told: a receipt is of that. */
export const STORED_LEADS: Invariant = {
  rule: '1: every stored answer with matches says of each its tier, its evidence and what would rule it out; a clear one names none',
  check: async (world) => {
    const rows = await rowsOf<{ outcome: string; answer: unknown }>(
      world,
      `select s.outcome, s.answer from screening s
       where (s.answer->>'outcome' = s.outcome and case s.outcome
         when 'MATCHES' then json_array_length(s.answer->'matches') > 0
           and s.answer->>'tier' = s.answer->'matches'->0->>'tier'
           and (select bool_and(m->>'tier' in ('STRONG', 'PROBABLE', 'POSSIBLE') and json_array_length(m->'ruleOut') > 0
               and (select bool_and(e->>'evidence' <> 'NONE' and e->>'explanation' <> '')
                 from json_array_elements(m->'evidence') e))
             from json_array_elements(s.answer->'matches') m)
         else json_array_length(s.answer->'matches') = 0 and s.answer->>'tier' = 'NONE' end) is not true
       limit ${SHOWN_MAX}`,
    );
    holds(STORED_LEADS.rule, rows.length === 0, () => `expected none else, seen ${JSON.stringify(rows)}`);
  },
};
