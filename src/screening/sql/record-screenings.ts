import type { NamedStatement } from '../../database/index.js';

/**
 * Enters as the actor and stores screenings with their answers and, for each request, its audit entries: one round trip and
 * one commit. $1 member, $2 principal, $3 epoch, $4 request, $5 now; of each screening $6 id, $7 purpose, $8 reference,
 * $9 outcome, $10 subject, $11 answer; of each request $12 purpose, $13 id, $14 the indicators shown, as an array's text; $15 the identifiers
 * that are charged, $16 the member's quota of them. Gives how many identifiers the member has asked about that day. Fails
 * with CD401 when the actor is not active, with CD429 when it were more than the quota (migration 0051).
 */
export const RECORD_SCREENINGS: NamedStatement = {
  name: 'screening.record',
  text: 'select record_screenings($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) as used',
};
