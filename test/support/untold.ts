import type { Database } from '../../src/database/index.js';
import { asOwner } from './as-owner.js';

/** What is to be told, to whom, and of what: one row for each time that it happened. */
const HAPPENED: Readonly<Record<string, string>> = {
  ALERT_RAISED: 'select member_id, id from alert',
  ALERT_ACKNOWLEDGED: 'select member_id, id from alert where acknowledged_at is not null',
  ALERT_CLOSED: 'select member_id, id from alert where closed_at is not null',
  ALERT_ESCALATED: 'select member_id, id from alert where escalated_at is not null',
  NOTICE_RAISED: 'select member_id, id from notice',
  NOTICE_ENDED: 'select member_id, id from notice where ended_at is not null',
  DISPOSITION_RECORDED: 'select member_id, id from disposition',
  ACTION_RECORDED: 'select member_id, id from action',
  ACTION_CORRECTED:
    'select a.member_id, a.id from action a join action_version v on v.action_id = a.id where v.version > 1',
  ACTION_WITHDRAWN: `select member_id, id from action where status = 'WITHDRAWN'`,
  OPINION_GIVEN: 'select member_id, indicator_id from opinion',
  DISPUTE_FILED: 'select member_id, dispute_id from dispute_filer where on_behalf_of is null',
  // Nobody reads the news of a member that has left; ten days to answer tell when it would have been asked.
  DISPUTE_ANSWER_ASKED: `select p.member_id, p.dispute_id from dispute_party p
    where not exists (select from member_status_change c where c.member_id = p.member_id and c.to_status = 'LEFT'
      and c.changed_at <= p.answer_by - interval '10 days')`,
  DISPUTE_ANSWERED: 'select member_id, dispute_id from dispute_party where answered_at is not null',
  DISPUTE_ANSWER_LAPSED: 'select member_id, dispute_id from dispute_party where lapsed_at is not null',
  DISPUTE_ENDED: `select f.member_id, f.dispute_id from dispute_end e join dispute_filer f on f.dispute_id = e.dispute_id
      and f.on_behalf_of is null
    union select p.member_id, p.dispute_id from dispute_end e join dispute_party p on p.dispute_id = e.dispute_id`,
  RECALL_RAISED: 'select member_id, recall_id from recall_recipient',
  RECALL_CLOSED: `select member_id, object_id from alert where kind = 'RECALL' and status = 'CLOSED'`,
  ...Object.fromEntries(
    ['ACCEPTED', 'NEEDS_INFO', 'REJECTED', 'WITHDRAWN'].map((status) => [
      `REPORT_${status}`,
      `select r.member_id, r.id from report r join report_status_change c on c.report_id = r.id
       where c.to_status = '${status}' and c.from_status is distinct from '${status}'`,
    ]),
  ),
};

/**
 * What happened and was not told its member, or was told more or less often than it happened, as sentences; empty where the
 * events say all that the tables say. To be asked once the background is at rest, and before events are deleted.
 */
export function untold(database: Database): Promise<string[]> {
  return asOwner(database, async (tx) => {
    const rows = await tx.query<{ kind: string; object: string; happened: number; told: number }>(
      `with happened (kind, member_id, object_id) as (
         ${Object.entries(HAPPENED)
           .map(([kind, text]) => `select '${kind}', x.* from (${text}) x`)
           .join('\n union all ')}),
       told as (
         select kind, member_id, object_id from member_event
         union all select kind, member_id, object_id from waiting_member_event)
       select kind, object_id as object, count(*) filter (where happens)::int as happened,
         count(*) filter (where not happens)::int as told
       from (select h.*, true as happens from happened h
         union all select t.*, false from told t where t.kind = any($1)) both_sides
       group by kind, member_id, object_id having count(*) filter (where happens) <> count(*) filter (where not happens)
       order by kind, object_id`,
      [Object.keys(HAPPENED)],
    );
    return rows.map(
      ({ kind, object, happened, told }) => `${kind} of ${object} happened ${happened} times, told ${told}`,
    );
  });
}
