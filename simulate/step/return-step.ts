import type { ExpectedReport } from '../expectation.js';
import { activeMembers, type SimulatedMember, type World } from '../world.js';
import { callerOf, contentOf, endOfLife, submit } from './report-steps.js';
import { settled } from './dispute-steps.js';
import { holds, type Step } from './step.js';

/** Sellers that are said again once all has ended. */
const SELLERS_MAX = 2;

/**
 * Once every listing has ended, what is said again brings none back: not the same source, whoever relays it, nor another one of
 * the member that said so before. What is new and independent does.
 */
export const returnAfterAll: Step = {
  name: 'return after all',
  weight: 0,
  take: async (world) => {
    const ended = world.reports.filter(
      ({ status, ruledOutAt, handling, reporter, seller }) =>
        status === 'ACCEPTED' &&
        ruledOutAt === null &&
        handling.tlp === 'AMBER' &&
        handling.group === undefined &&
        reporter.status === 'ACTIVE' &&
        seller.holds.size === 0 &&
        seller.reports.every((report) => report.ruledOutAt === null),
    );
    const sellers = [...Map.groupBy(ended, ({ seller }) => seller).values()].slice(0, SELLERS_MAX);
    if (sellers.length === 0) return 'nothing to do';
    for (const [report] of sellers) if (report !== undefined) await returns(world, report);
    return 'taken';
  },
};

async function returns(world: World, ended: ExpectedReport): Promise<void> {
  const { seller, source } = ended;
  const saidBefore = new Set(seller.reports.map(({ reporter }) => reporter));
  const news = activeMembers(world).filter((member) => !saidBefore.has(member));
  const [relaying, other] = news;
  if (relaying === undefined || other === undefined) return;
  const own = callerOf(world, ended);
  await say(world, ended, own, source, true);
  await say(world, ended, own, `${source}-ONCE-MORE`, true);
  await say(world, ended, relaying, source, true);
  await say(world, ended, other, `${source}-NEW`, false);
}

async function say(
  world: World,
  { seller, handling }: ExpectedReport,
  reporter: SimulatedMember,
  source: string,
  isNothingNew: boolean,
): Promise<void> {
  world.app.clock.advance({ minutes: 1 });
  world.count += 1;
  const said = { withHost: false, childAtRisk: false };
  const reason = 'CSAM_SALE' as const;
  const clientReference = `case ${world.count}`;
  const content = contentOf(seller, { handling, basis: 'HOTLINE_REFERRAL', reason, source, ...said });
  const { report } = await submit(reporter, clientReference, content);
  const now = world.app.clock.now();
  holds('a report after the end is taken', report?.status === 'ACCEPTED', () => JSON.stringify(report));
  const made: ExpectedReport = {
    ...{ id: report.id, clientReference, content, reporter, seller, source, ...said, handling },
    ...{ status: 'ACCEPTED', acceptedAt: now, endsAt: endOfLife(reason, now), ruledOutAt: null },
    ...{ hostRuledOutAt: null, isNothingNew, firstHandling: handling },
  };
  seller.reports.push(made);
  world.reports.push(made);
  await settled(world);
}
