import { NIL_ID } from '../../src/common/id-in.js';
import type { Column } from '../../test/access/matrix/matrix-row.js';
import type { Coalition } from './coalition.js';
import type { DirectStatement } from './direct-statement.js';

/** Somebody who holds every office of the coalition, of another member than who asks, approves these. */
const approved = (kind: string, table: string, digest: string): string =>
  `insert into approval (id, kind, object_id, content_digest, principal_id, member_id, acting_roles, principal_epoch, at)
   select gen_random_uuid(), '${kind}', t.id, ${digest}(t), p.id, p.member_id, '{COALITION_ADMIN,COALITION_ANALYST}', p.epoch, now()
   from ${table} t cross join lateral (
     select p.* from principal p join member m on m.id = p.member_id and m.status = 'ACTIVE'
     where p.kind = 'USER' and p.active and p.member_id <> current_member() limit 1) p`;

/** What waits of one kind, asked for by somebody whose work it is not, where there is such work. Nothing is to come. */
function waiting(
  kind: string,
  as: Column,
  asks: string,
  given: (coalition: Coalition) => readonly string[],
): DirectStatement {
  return {
    rule: `work.${kind}`,
    as,
    asks,
    including: 'order by',
    given,
    // At the beginning of time, so that no term is over; from the start of the list.
    values: (coalition) => [
      coalition.own,
      new Date(0),
      coalition.person(as),
      true,
      '-infinity',
      '-infinity',
      NIL_ID,
      20,
    ],
    expected: [],
  };
}

/** The work that the matrix does not tell, for its coalition has none, or nobody asks for it whose it is not. */
export const WORK_STATEMENTS: readonly DirectStatement[] = [
  waiting('complete-report', 'submitter', "for other members' reports about which analysts asked", () => [
    "update report set status = case when member_id = current_member() then 'ACCEPTED' else 'NEEDS_INFO' end",
  ]),
  waiting('answer-dispute', 'submitter', "for disputes that wait for other members' answers", () => [
    'delete from dispute_party where member_id = current_member()',
    'update dispute_party set answer = null, answered_by = null, answered_at = null, lapsed_at = null',
    "update dispute set status = 'FILED'",
  ]),
  waiting('triage-report', 'analyst', 'for a report that is closed to analysts', (coalition) => [
    "update report set status = 'ACCEPTED'",
    `update report set status = 'SUBMITTED' where id = '${coalition.idOf('report', 'unnamed')}'`,
  ]),
  waiting('decide-match', 'analyst', 'for a possible match that is closed to analysts', (coalition) => [
    `delete from judgement where id <> '${coalition.idOf('possibleMatch', 'unnamed')}'`,
  ]),
  waiting('answer-in-care', 'submitter', 'for disputes that wait for members that have left', () => [
    "update member set status = 'LEFT' where id <> current_member()",
    'update dispute_party set answer = null, answered_by = null, answered_at = null, lapsed_at = null',
    "update dispute set status = 'FILED'",
  ]),
  waiting('rule-dispute', 'submitter', 'for disputes to be ruled on', () => [
    'delete from dispute_ruling',
    "update dispute set status = 'REVIEW'",
  ]),
  waiting('approve-ruling', 'submitter', 'for rulings to be approved', () => [
    "update dispute d set status = 'REVIEW', stage = r.stage from dispute_ruling r where r.dispute_id = d.id",
  ]),
  waiting('activate-hold', 'submitter', 'for requests to hold', () => [
    "update hold set status = 'REQUESTED'",
  ]),
  waiting('review-hold', 'submitter', 'for holds in review', () => [
    "update hold set status = 'REVIEW'",
    "delete from approval where kind = 'HOLD_RELEASE'",
  ]),
  waiting('release-hold', 'submitter', 'for holds that another would lift', () => [
    "update hold set status = 'REVIEW'",
    'delete from hold_coverage',
    approved('HOLD_RELEASE', 'hold', 'hold_release_digest'),
  ]),
  waiting('renew-hold', 'liaison', 'for holds that others asked for', () => [
    'delete from hold where member_id = current_member()',
    "update hold set status = 'REVIEW'",
  ]),
  waiting('see-to-overdue', 'submitter', 'who lets news lie', () => [
    "update alert set escalated_at = now() where status <> 'CLOSED'",
  ]),
  waiting('look-into-fishing', 'submitter', 'for alarms about members', () => []),
  waiting('approve-break-glass', 'submitter', 'for broken glasses to be approved', () => [
    'update break_glass set opened_at = null, ends_at = null, closed_at = null, asked_at = now()',
    'delete from report where member_id = current_member()',
    "delete from approval where kind = 'BREAK_GLASS'",
    approved('BREAK_GLASS', 'break_glass', 'break_glass_digest'),
  ]),
  waiting('approve-member', 'submitter', 'for applications to be approved', () => []),
  waiting('approve-role-grant', 'submitter', 'for grants of roles to be approved', () => [
    "update role_grant set status = 'OPEN'",
  ]),
];
