import type { ExpectedDispute } from '../expected-dispute.js';
import { holds } from '../step/step.js';
import { rowsOf, type SimulatedMember, type World } from '../world.js';
import type { Invariant, MemberInvariant } from './invariant.js';

/** Disputes that are looked at each time: the dice draw them. */
const DISPUTES_LOOKED_AT = 3;

export const TWO_DECIDED: Invariant = {
  rule: '11: two people lift a hold, take a member in, revoke by ruling and decide an appeal, and no party does',
  check: async (world) => {
    const rows = await rowsOf(
      world,
      `select 'hold' as what, h.id from hold h where h.status = 'RELEASED' and (select count(distinct a.principal_id)
         from approval a where a.kind = 'HOLD_RELEASE' and a.object_id = h.id) < 2
       union all
       select 'member', m.id from member m where m.name like 'Applicant %' and m.status = 'ACTIVE'
         and (select count(distinct a.principal_id) from approval a where a.kind = 'MEMBER' and a.object_id = m.id) < 2
       union all
       select 'ruling', r.id from dispute d join dispute_ruling r on r.id = d.ruling_id
       where (select count(distinct a.principal_id) from approval a where a.kind = 'DISPUTE_RULING' and a.object_id = r.id)
         < case when r.outcome = 'REJECTED' and r.stage = 1 then 1 else 2 end
       union all
       select 'party', a.id from approval a join dispute_ruling r on r.id = a.object_id and a.kind = 'DISPUTE_RULING'
       where exists (select from dispute_party p where p.dispute_id = r.dispute_id and p.member_id = a.member_id)
         or exists (select from dispute_filer f where f.dispute_id = r.dispute_id
           and (f.filed_by = a.principal_id or (f.on_behalf_of is null and f.member_id = a.member_id)))
       union all
       select 'again', a.id from approval a join dispute_ruling r on r.id = a.object_id and a.kind = 'DISPUTE_RULING'
       join dispute d on d.id = r.dispute_id and d.ruling_id = r.id and r.stage = 2
       where exists (select from approval b join dispute_ruling q on q.id = b.object_id
         where q.dispute_id = r.dispute_id and q.stage = 1 and b.principal_id = a.principal_id)`,
    );
    holds(TWO_DECIDED.rule, rows.length === 0, () => `expected none, seen ${JSON.stringify(rows)}`);
  },
};

/** From the outside: each side and the reviewers see a dispute as it stands, and nobody else sees one. */
export const DISPUTES_STAND: MemberInvariant = {
  rule: '3, 4 and 11: a dispute stands as its sides and reviewers made it, and to all others there is none',
  check: async (world, member) => {
    for (const dispute of world.dice.some(world.disputes, DISPUTES_LOOKED_AT))
      await checkOne(world, member, dispute);
  },
};

async function checkOne(
  { disputes }: World,
  member: SimulatedMember,
  dispute: ExpectedDispute,
): Promise<void> {
  const { dispute: seen } = await member.caller.query<{ dispute: { status: string; part: string } | null }>(
    'query ($id: ID!) { dispute(id: $id) { status part } }',
    { id: dispute.id },
  );
  const isFiler = dispute.filer === member;
  const isParty = dispute.parties.has(member);
  const part = isFiler ? 'FILER' : 'REPORTER';
  const isAsExpected =
    isFiler || isParty ? seen?.status === dispute.status && seen.part === part : seen === null;
  holds(
    DISPUTES_STAND.rule,
    isAsExpected,
    () =>
      `expected ${isFiler || isParty ? `${dispute.status} as ${part}` : 'none'} of dispute ${disputes.indexOf(dispute)} on seller ${dispute.seller.number} for ${member.name}, seen ${JSON.stringify(seen)}`,
  );
}
