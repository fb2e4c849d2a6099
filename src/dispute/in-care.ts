import { openToAnalyst } from '../merchant/index.js';

/**
 * Whether a side of a dispute (a row of dispute_party, by this name) has left, and of its disputed reports one is open to who
 * has entered: then an analyst answers for it (product.md, Life cycles, Member: "under the coalition's care").
 */
export function isInCare(party: string): string {
  return `has_left(${party}.member_id) and exists (select from dispute_report x
    where x.dispute_id = ${party}.dispute_id and x.member_id = ${party}.member_id and ${openToAnalyst('x.report_id')})`;
}
