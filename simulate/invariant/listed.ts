import {
  audienceOf,
  type ExpectedReport,
  type ExpectedSeller,
  independentMembers,
  isListed,
  listedFor,
  shownTo,
} from '../expectation.js';
import { challengedByOpinions } from '../expected-action.js';
import { isRunning, stillAsks } from '../expected-dispute.js';
import { type FedIndicator, shownAs } from '../mirror.js';
import { holds } from '../step/step.js';
import { rowsOf, type SimulatedMember, type World } from '../world.js';
import type { Invariant, MemberInvariant } from './invariant.js';

/** By the feed alone, by the list, and by what should be: three ways to one answer. */
export const LIST_IS_EXPECTED: MemberInvariant = {
  rule: '3, 8, 9 and 14: the list shows what living reports leave the member, and who follows the feed has just that',
  check: async ({ sellers, app }, member) => {
    const { mirror, name } = member;
    await mirror.follow();
    const listed = await mirror.shown();
    const [kept, shown] = [JSON.stringify(mirror.kept()), JSON.stringify(listed)];
    holds(LIST_IS_EXPECTED.rule, kept === shown, () => `${name} keeps ${kept} and is shown ${shown}`);
    const now = app.clock.now();
    const expected = sellers.flatMap((seller) => shownTo(member, seller, now)).sort();
    const seen = [...new Set(listed.map(shownAs))].sort();
    holds(
      LIST_IS_EXPECTED.rule,
      JSON.stringify(seen) === JSON.stringify(expected),
      () =>
        `expected for ${name} ${differences(expected, seen)}; seen ${differences(seen, expected)} besides`,
    );
  },
};

export const SAID_OF_LISTED: MemberInvariant = {
  rule: '2, 4 and 11: sources are counted by independence, and disputed is what is challenged, and nothing else',
  check: async (world, member) => {
    const { sellers } = world;
    for (const indicator of await member.mirror.shown()) {
      const seller = sellers.find(({ shownAccount }) => shownAccount === shownAs(indicator));
      if (seller === undefined) continue;
      checkSources(world, member, seller, indicator);
      checkDisputed(world, seller, indicator);
    }
  },
};

/** Of what is for named members alone several listings look alike. */
function checkSources(
  { app }: World,
  member: SimulatedMember,
  seller: ExpectedSeller,
  seen: FedIndicator,
): void {
  const { tlp, sharingGroup } = seen.handling;
  if (tlp === 'RED') return;
  const audience = JSON.stringify([tlp, sharingGroup?.id ?? null]);
  const reports = listedFor(member, seller, app.clock.now()).filter(
    (report) => audienceOf(report) === audience,
  );
  const band = bandOf(reports);
  holds(
    SAID_OF_LISTED.rule,
    seen.sources === band,
    () =>
      `expected ${band} of ${reports.length} reports of seller ${seller.number}, seen ${JSON.stringify(seen)}`,
  );
}

/** Besides any one of them: three or more, ten or more. */
function bandOf(reports: readonly ExpectedReport[]): string {
  const others = independentMembers(reports) - 1;
  if (others >= 10) return 'TEN_OR_MORE';
  return others >= 3 ? 'THREE_TO_NINE' : 'UNDER_THREE';
}

function checkDisputed({ disputes, opinions }: World, seller: ExpectedSeller, seen: FedIndicator): void {
  const running = disputes.filter((dispute) => dispute.seller === seller && isRunning(dispute));
  const must = running.some(stillAsks);
  const may = running.length > 0 || challengedByOpinions(opinions, seller) === 'maybe';
  holds(
    SAID_OF_LISTED.rule,
    seen.disputed ? may : !must,
    () =>
      `expected seller ${seller.number} to be ${must ? '' : 'un'}disputed by ${running.length} disputes, seen ${JSON.stringify(seen)}`,
  );
}

export const ALL_END: Invariant = {
  rule: '9: nothing is listed that no living report speaks for',
  check: async (world) => {
    const now = world.app.clock.now();
    const expected = world.sellers
      .filter(
        ({ reports, holds: held }) => held.size === 0 && reports.some((report) => isListed(report, now)),
      )
      .map(({ account }) => account)
      .sort();
    const rows = await rowsOf<{ account: string }>(
      world,
      `select distinct v.identifiers->0->>'value' as account from indicator i
       join handling_scope s on s.id = i.handling_scope_id
       join description d on d.merchant_id = i.merchant_id
       join report_version v on v.report_id = d.id and v.version = 1
       where i.status in ('ACTIVE', 'DISPUTED') and i.valid_until > $1 and s.held_for is null order by 1`,
      [now],
    );
    const seen = rows.map(({ account }) => account);
    holds(
      ALL_END.rule,
      JSON.stringify(seen) === JSON.stringify(expected),
      () =>
        `expected ${differences(expected, seen)} to be listed as well, seen ${differences(seen, expected)} besides`,
    );
  },
};

function differences(all: readonly string[], but: readonly string[]): string {
  return JSON.stringify(all.filter((each) => !but.includes(each)));
}
