import { screens } from '../test/support/register.js';
import { isInAudience, isListed, listedFor } from './expectation.js';
import { givenSeller } from './seller.js';
import { holds } from './step/step.js';
import { activeMembers, rowsOf, type SimulatedMember, type World } from './world.js';

/** One of product.md's rules, as it can be held against a register at rest. */
export interface Invariant {
  readonly rule: string;
  readonly check: (world: World, member: SimulatedMember) => Promise<void>;
}

/** A seller that nobody reported, to hold the answers for hidden ones against. */
const UNKNOWN_SELLER = 2_000_000;

/**
 * From the outside, by one member's own credentials: what it finds is what its handlings, groups and holds leave it, and
 * what is hidden from it is answered as what does not exist.
 */
const SEEN_BY_HANDLING: Invariant = {
  rule: '3, 5 and 8: who may see a seller finds it, and nobody else can tell it from an unknown one',
  check: async (world, member) => {
    const { sellers, app } = world;
    if (sellers.length === 0) return;
    const subjects = [...sellers, givenSeller(UNKNOWN_SELLER)];
    const answers = await screens(
      member.caller,
      ...subjects.map(({ account }) => ({ identifiers: [{ type: 'IBAN', value: account }] })),
    );
    const unknown = JSON.stringify(answers.at(-1));
    for (const [place, seller] of sellers.entries()) {
      const seen = listedFor(member, seller, app.clock.now());
      const answer = answers[place];
      if (seen.length === 0) {
        holds(
          SEEN_BY_HANDLING.rule,
          JSON.stringify(answer) === unknown,
          () => `seller ${seller.number} to ${member.name}: ${JSON.stringify(answer)}`,
        );
        continue;
      }
      holds(
        SEEN_BY_HANDLING.rule,
        answer?.matches.length === 1,
        () => `seller ${seller.number} to ${member.name}: ${JSON.stringify(answer)}`,
      );
    }
  },
};

const REPORTER_HIDDEN: Invariant = {
  rule: '4: no answer to another member names who reported',
  check: async (world, member) => {
    const { sellers, app } = world;
    const seller = sellers.find((each) =>
      listedFor(member, each, app.clock.now()).every(({ reporter }) => reporter !== member),
    );
    if (seller === undefined) return;
    const answer = await member.caller.send(
      `mutation ($input: ScreenMerchantsInput!) { screenMerchants(input: $input) { screenings { outcome notice
         matches { merchantId reasons confidence sources ruleOut evidence { explanation yours indicatorId } } } } }`,
      {
        input: {
          purpose: 'INVESTIGATION',
          merchants: [{ ref: 'row', identifiers: [{ type: 'IBAN', value: seller.account }] }],
        },
      },
    );
    for (const { reporter, source, clientReference } of seller.reports) {
      for (const secret of [
        reporter.name,
        (reporter as SimulatedMember).caller.id,
        source,
        clientReference,
      ]) {
        holds(
          REPORTER_HIDDEN.rule,
          reporter === member || !answer.text.includes(`${secret}"`),
          () => answer.text,
        );
      }
    }
  },
};

const MIRROR_IS_REGISTER: Invariant = {
  rule: '8 and 14: who follows the feed has what the register shows, nothing lost and nothing left over',
  check: async (_world, { mirror, name }) => {
    await mirror.follow();
    const [kept, shown] = [JSON.stringify(mirror.kept()), JSON.stringify(await mirror.shown())];
    holds(MIRROR_IS_REGISTER.rule, kept === shown, () => `${name} keeps ${kept} and is shown ${shown}`);
  },
};

const SUSPENDED_IS_OUT: Invariant = {
  rule: '12: a member that is suspended or has left is answered nothing',
  check: async ({ members }) => {
    for (const { status, caller, name } of members) {
      if (status === 'ACTIVE') continue;
      const codes = await caller.errorCodes('{ viewer { member { id } } }');
      holds(
        SUSPENDED_IS_OUT.rule,
        codes.length > 0 && codes.every((code) => code === 'UNAUTHENTICATED'),
        () => `${name}: ${codes.join(', ')}`,
      );
    }
  },
};

const NOTHING_LOST: Invariant = {
  rule: '14: nothing accepted is lost or doubled',
  check: async (world) => {
    const stored = await rowsOf<{ status: string; count: number }>(
      world,
      'select status, count(*)::int as count from report group by status order by status',
    );
    const expected = [...Map.groupBy(world.reports, ({ status }) => status)]
      .map(([status, { length }]) => ({ status, count: length }))
      .sort((one, other) => (one.status < other.status ? -1 : 1));
    holds(
      NOTHING_LOST.rule,
      JSON.stringify(stored) === JSON.stringify(expected),
      () => `stored ${JSON.stringify(stored)}, sent ${JSON.stringify(expected)}`,
    );
  },
};

const ONE_MERCHANT_EACH: Invariant = {
  rule: '2 and 6: reports of one seller are one merchant, and no two sellers are',
  check: async (world) => {
    const rows = await rowsOf<{ merchants: number; sellers: number; most: number }>(
      world,
      `select count(distinct d.merchant_id)::int as merchants, count(distinct v.identifiers->0->>'value')::int as sellers,
         coalesce((select max(c) from (select count(distinct o.merchant_id) as c from description o
           join report r on r.id = o.id join report_version w on w.report_id = r.id and w.version = r.version
           where o.active group by w.identifiers->0->>'value') each_seller), 0)::int as most
       from description d join report r on r.id = d.id
       join report_version v on v.report_id = r.id and v.version = r.version where d.active`,
    );
    const [{ merchants, sellers, most } = { merchants: 0, sellers: 0, most: 0 }] = rows;
    holds(ONE_MERCHANT_EACH.rule, merchants === sellers && most <= 1, () => JSON.stringify(rows));
  },
};

const READS_ARE_LOGGED: Invariant = {
  rule: '10: every read of what is shared declares its purpose, and is logged',
  check: async (world) => {
    const rows = await rowsOf<{ action: string }>(
      world,
      `select distinct action from audit_entry
       where object_kind = 'indicator' and purpose is null and action like '%.read' limit 5`,
    );
    holds(READS_ARE_LOGGED.rule, rows.length === 0, () => JSON.stringify(rows));
  },
};

const TWO_LIFTED: Invariant = {
  rule: '11: two people lift a hold, and two take a member in',
  check: async (world) => {
    const rows = await rowsOf(
      world,
      `select h.id from hold h where h.status = 'RELEASED' and (select count(distinct a.principal_id) from approval a
         where a.kind = 'HOLD_RELEASE' and a.object_id = h.id) < 2
       union all
       select m.id from member m where m.name like 'Applicant %' and m.status = 'ACTIVE'
         and (select count(distinct a.principal_id) from approval a where a.kind = 'MEMBER' and a.object_id = m.id) < 2`,
    );
    holds(TWO_LIFTED.rule, rows.length === 0, () => JSON.stringify(rows));
  },
};

const ALL_END: Invariant = {
  rule: '9: nothing is listed that no living report speaks for',
  check: async (world) => {
    const now = world.app.clock.now();
    const listed = world.sellers.filter(
      ({ reports, holds: held }) => held.size === 0 && reports.some((report) => isListed(report, now)),
    );
    const rows = await rowsOf<{ count: number }>(
      world,
      `select count(distinct i.merchant_id)::int as count from indicator i
       join handling_scope s on s.id = i.handling_scope_id
       where i.status in ('ACTIVE', 'DISPUTED') and i.valid_until > $1 and s.held_for is null`,
      [now],
    );
    holds(
      ALL_END.rule,
      rows[0]?.count === listed.length,
      () => `${String(rows[0]?.count)} merchants are listed, ${listed.length} should be`,
    );
  },
};

/** Rules 7 (shared values) and 13 (the gate) have no state to hold them against: steps try them. */
const INVARIANTS: readonly Invariant[] = [
  SEEN_BY_HANDLING,
  REPORTER_HIDDEN,
  MIRROR_IS_REGISTER,
  SUSPENDED_IS_OUT,
  NOTHING_LOST,
  ONE_MERCHANT_EACH,
  READS_ARE_LOGGED,
  TWO_LIFTED,
  ALL_END,
];

/** Those that one look into the database answers. They are held after every step. */
const QUICK: readonly Invariant[] = [NOTHING_LOST, ONE_MERCHANT_EACH, TWO_LIFTED, ALL_END];

/** Holds every rule, as seen by one member. */
export async function checkAll(world: World, member: SimulatedMember): Promise<void> {
  for (const { check } of INVARIANTS) await check(world, member);
}

/** Holds the rules that are quickly held, and the first one for a seller and a member drawn by the dice. */
export async function checkQuickly(world: World): Promise<void> {
  const { dice, sellers, app } = world;
  const [member] = activeMembers(world);
  if (member === undefined) return;
  for (const { check } of QUICK) await check(world, member);
  if (sellers.length === 0) return;
  const reader = dice.pick(activeMembers(world));
  const seller = dice.pick(sellers);
  const [answer] = await screens(reader.caller, { identifiers: [{ type: 'IBAN', value: seller.account }] });
  const isSeen = listedFor(reader, seller, app.clock.now()).length > 0;
  holds(
    SEEN_BY_HANDLING.rule,
    answer?.outcome === (isSeen ? 'MATCHES' : 'CLEAR'),
    () =>
      `seller ${seller.number} to ${reader.name}: ${JSON.stringify(answer)}; ${JSON.stringify(
        seller.reports.map((each) => [each.status, each.handling.tlp, isInAudience(reader, each)]),
      )}`,
  );
}
