import { shownTo } from '../expectation.js';
import { aboutOf, recallsOf } from '../reading.js';
import { holds } from '../step/step.js';
import { rowsOf, type SimulatedMember, type World } from '../world.js';
import type { Invariant, MemberInvariant } from './invariant.js';

const WEEK_MS = 7 * 86_400_000;

/** By what the member was handed at any time, and what it is told of recalls. */
export const RECALLED: MemberInvariant = {
  rule: '8: whoever received what is gone for it is told so, and nobody else',
  check: async (world, member) => {
    const { sellers, app } = world;
    const recalls = await recallsOf(member);
    const shown = new Set(sellers.flatMap((seller) => shownTo(member, seller, app.clock.now())));
    for (const [value, at] of member.received) {
      if (shown.has(value)) continue;
      const told = recalls.some(
        (recall) => Date.parse(recall.alert.raisedAt) >= at.getTime() && aboutOf(recall).includes(value),
      );
      holds(
        RECALLED.rule,
        told,
        () =>
          `expected a recall of ${value}, which ${member.name} had at ${at.toISOString()}, seen ${JSON.stringify(recalls)}`,
      );
    }
    for (const recall of recalls) {
      for (const value of aboutOf(recall)) {
        holds(
          RECALLED.rule,
          member.received.has(value) || wasNoticed(world, member, value),
          () =>
            `expected no recall of ${value}, which ${member.name} never had, seen ${JSON.stringify(recall)}`,
        );
      }
    }
  },
};

/** Whoever is told of a merchant by a notice holds it as received, whether or not it looked. */
function wasNoticed({ sellers }: World, { served, forwarded }: SimulatedMember, value: string): boolean {
  return sellers.some(
    (seller) =>
      (seller.shownAccount === value || seller.shownHost === value) &&
      (served.has(seller.bank) || forwarded.has(seller)),
  );
}

/** A recall says that something was ruled out, or has ended, where it was or has, and nothing of anything else. */
export const RECALL_REASONS: MemberInvariant = {
  rule: '4, 5 and 8: a recall tells of a ruling or an end, and a hold looks like any withdrawal',
  check: async ({ sellers, disputes }, member) => {
    for (const recall of await recallsOf(member)) {
      const about = aboutOf(recall);
      const seller = sellers.find(
        ({ shownAccount, shownHost }) => about.includes(shownAccount) || about.includes(shownHost),
      );
      if (seller === undefined) continue;
      const raisedAt = Date.parse(recall.alert.raisedAt);
      const mayEnd = seller.reports.some(({ endsAt }) => endsAt.getTime() - WEEK_MS <= raisedAt);
      const mayBeRuledOut = disputes.some(
        (dispute) => dispute.seller === seller && dispute.filedAt.getTime() <= raisedAt,
      );
      holds(
        RECALL_REASONS.rule,
        recall.reason === 'WITHDRAWN' ||
          (recall.reason === 'EXPIRED' && mayEnd) ||
          (recall.reason === 'RULED_OUT' && mayBeRuledOut),
        () => `expected a withdrawal of seller ${seller.number}, seen ${JSON.stringify(recall)}`,
      );
    }
  },
};

/** What is gone for a member is noted as received no longer than until it is told. */
export const RECALL_HAS_RECIPIENTS: Invariant = {
  rule: '8: whatever a member received that has ended, or that it may see no more, has been recalled from it since',
  check: async (world) => {
    const rows = await rowsOf<{ member: string; shown: string; status: string }>(
      world,
      `select m.name as member, i.type || ' ' || i.display as shown, i.status
       from indicator_delivery d join indicator i on i.id = d.indicator_id join member m on m.id = d.member_id
       join handling_scope s on s.id = i.handling_scope_id
       where (i.status not in ('ACTIVE', 'DISPUTED') or not may_see_scope(s, d.member_id, false))
         and not exists (select from recall_recipient p join recall r on r.id = p.recall_id
           where p.member_id = d.member_id and d.indicator_id = any (p.indicator_ids) and r.withdrawn_at >= d.first_at)
       order by member, shown`,
    );
    holds(RECALL_HAS_RECIPIENTS.rule, rows.length === 0, () => `expected none, seen ${JSON.stringify(rows)}`);
  },
};
