import { audienceOf, type ExpectedReport, type ExpectedSeller, listedFor } from '../expectation.js';
import { aboutOf, noticesOf, type SimulatedNotice } from '../reading.js';
import { holds } from '../step/step.js';
import { rowsOf, type SimulatedMember, type World } from '../world.js';
import type { Invariant, MemberInvariant } from './invariant.js';

const DAY_MS = 86_400_000;
/** One business day, over the longest holidays of any country here, and less than one. */
const SURELY_OVERDUE_MS = 12 * DAY_MS;
const SURELY_IN_TIME_MS = DAY_MS;

/** From the outside, by the member's own notices. */
export const NOTICED: MemberInvariant = {
  rule: '3, 5 and 14: whoever serves a listed seller is told of it, nobody of a hidden one, and what lies is shown overdue',
  check: async (world, member) => {
    const notices = await noticesOf(member);
    for (const seller of world.sellers) checkSeller(world, member, seller, notices);
    for (const notice of notices) checkOverdue(world, member, notice);
    await checkAlerts(member, notices);
  },
};

function checkSeller(
  world: World,
  member: SimulatedMember,
  seller: ExpectedSeller,
  notices: readonly SimulatedNotice[],
): void {
  const now = world.app.clock.now();
  const seen = listedFor(member, seller, now);
  const about = notices.filter((notice) => aboutOf(notice).includes(seller.shownAccount));
  const tell = (expected: string) => (): string =>
    `expected ${expected} about seller ${seller.number} for ${member.name}, seen ${JSON.stringify(about)}`;
  if (about.length > 0) {
    holds(NOTICED.rule, seen.length > 0, tell('no notice'));
    const isConcerned = member.served.has(seller.bank) || member.forwarded.has(seller);
    holds(NOTICED.rule, isConcerned, tell('no notice of what it does not serve'));
    holds(
      NOTICED.rule,
      !about.some(isNoNews(world, member, seller)),
      tell('no notice of what it had reported'),
    );
  }
  const others = audiencesWithout(member, seller, seen);
  if (!member.ranges.has(seller.bank) || others.length === 0) return;
  holds(NOTICED.rule, about.length > 0, tell('a notice'));
  // What the member has done with, it is not told of once more.
  if (about.some(({ alert }) => alert.status === 'CLOSED')) return;
  if (!others.flat().some(({ childAtRisk }) => childAtRisk)) return;
  const [critical] = about.filter(({ alert }) => alert.urgency === 'CRITICAL');
  holds(
    NOTICED.rule,
    critical !== undefined && critical.hotlines.length > 0,
    tell('a critical notice that names a hotline'),
  );
}

/**
 * Whether a notice tells a member of nothing but what it had reported itself before, and says so still: where nothing was
 * disputed or handled otherwise meanwhile, by which it may have come to be told.
 */
function isNoNews(
  { app, disputes }: World,
  member: SimulatedMember,
  seller: ExpectedSeller,
): (notice: SimulatedNotice) => boolean {
  const isSettled =
    !disputes.some((dispute) => dispute.seller === seller) &&
    seller.reports.every((report) => report.handling === report.firstHandling);
  const audiences = Map.groupBy(listedFor(member, seller, app.clock.now()), audienceOf);
  const knownSince = [...audiences.keys()].map((audience) =>
    seller.reports.flatMap((report) =>
      report.reporter === member && report.status === 'ACCEPTED' && audienceOf(report) === audience
        ? [report.acceptedAt?.getTime() ?? Infinity]
        : [],
    ),
  );
  return ({ forwarded, alert }) =>
    isSettled &&
    !forwarded &&
    knownSince.every((times) => Math.min(Infinity, ...times) <= Date.parse(alert.raisedAt));
}

/** What others alone have reported, by audience: of what it reported itself, though long ago, a member is told nothing. */
function audiencesWithout(
  member: SimulatedMember,
  seller: ExpectedSeller,
  reports: readonly ExpectedReport[],
): readonly (readonly ExpectedReport[])[] {
  const own = seller.reports.filter(({ reporter, status }) => reporter === member && status === 'ACCEPTED');
  const known = new Set(own.map(audienceOf));
  return [...Map.groupBy(reports, audienceOf)].flatMap(([audience, together]) =>
    known.has(audience) ? [] : [together],
  );
}

function checkOverdue({ app }: World, member: SimulatedMember, { alert, status }: SimulatedNotice): void {
  if (status !== 'OPEN') return;
  const lies = app.clock.now().getTime() - Date.parse(alert.raisedAt);
  holds(
    NOTICED.rule,
    alert.overdue ? lies >= SURELY_IN_TIME_MS : lies < SURELY_OVERDUE_MS,
    () => `expected otherwise of ${member.name} after ${lies / DAY_MS} days, seen ${JSON.stringify(alert)}`,
  );
}

/** News of a notice that is not shown any more would tell of what ended it. */
async function checkAlerts(
  { caller, name }: SimulatedMember,
  notices: readonly SimulatedNotice[],
): Promise<void> {
  const { alerts } = await caller.query<{ alerts: { nodes: { id: string }[] } }>(
    '{ alerts(filter: { kinds: [NOTICE], statuses: [RAISED, DELIVERED, ACKNOWLEDGED] }, first: 100) { nodes { id } } }',
  );
  const known = new Set(notices.map(({ alert }) => alert.id));
  for (const { id } of alerts.nodes)
    holds(NOTICED.rule, known.has(id), () => `expected no alert ${id} of a notice that ${name} has no more`);
}

/** What members let lie is put before the analysts. */
export const ESCALATED: Invariant = {
  rule: '14: what is overdue is put before the analysts, and never dropped',
  check: async (world) => {
    const now = world.app.clock.now();
    const rows = await rowsOf<{ kind: string; count: number; escalated: number }>(
      world,
      `select kind, count(*)::int as count, (count(*) filter (where escalated_at is not null))::int as escalated
       from alert where status <> 'CLOSED'
         and ((status in ('RAISED', 'DELIVERED') and acknowledge_by <= $1) or act_by <= $1) group by kind`,
      [now],
    );
    for (const { kind, count, escalated } of rows)
      holds(ESCALATED.rule, count === escalated, () => `expected ${count} of ${kind}, seen ${escalated}`);
    const { escalatedAlerts } = await world.coalition.analyst.query<{ escalatedAlerts: { count: number }[] }>(
      '{ escalatedAlerts { count } }',
    );
    const shown = escalatedAlerts.reduce((sum, { count }) => sum + count, 0);
    const [stored] = await rowsOf<{ count: number }>(
      world,
      `select count(*)::int as count from alert where status <> 'CLOSED' and escalated_at is not null`,
    );
    holds(
      ESCALATED.rule,
      shown === stored?.count,
      () => `expected ${String(stored?.count)} before the analysts, seen ${shown}`,
    );
  },
};
