import { REPORT_REASONS, type ReportReason } from '../../src/report/index.js';
import type { Variables } from '../../test/support/caller.js';
import { describesMerchant, type ReportStatus } from '../../src/report/report-status.js';
import type { ExpectedHandling, ExpectedMember, ExpectedReport, ExpectedSeller } from '../expectation.js';
import { isRunning } from '../expected-dispute.js';
import { givenSeller } from '../seller.js';
import { activeMembers, type SimulatedMember, type World } from '../world.js';
import { holds, refusedWith, type Step, taken } from './step.js';

/** Bases that are accepted at once by the coalition's default setting, and those that wait for an analyst (product.md). */
const ACCEPTED_BASES = [
  'CYBERTIPLINE_REFERRAL',
  'HOTLINE_REFERRAL',
  'LAW_ENFORCEMENT_REFERRAL',
  'TEST_TRANSACTION',
] as const;
const WAITING_BASES = ['INTERNAL_MONITORING', 'MEMBER_TIP'] as const;
const REASONS: readonly ReportReason[] = [
  'CSAM_SALE',
  'CSAM_ADVERTISING',
  'CSAM_LINK_REWARD',
  'CSAM_LIVESTREAM',
];

/** Sellers that many report. */
const SELLERS_OF_MANY = 2;

interface Sent {
  readonly report: { readonly id: string; readonly status: ReportStatus } | null;
  readonly userErrors: readonly {
    readonly code: string;
    readonly field: readonly string[];
    readonly message: string;
  }[];
}

/** A member reports a seller: a new one, or one that somebody reported before, now and then from the same source. */
export const report: Step = {
  name: 'report',
  weight: 12,
  take: async (world) => {
    const { dice, sellers } = world;
    const reporter = dice.pick(activeMembers(world));
    const isNew = sellers.length === 0 || (sellers.length < 40 && dice.chance(0.3));
    // Some are said again and again: several who know of one seller are what a band tells.
    const known = dice.chance(0.4) ? sellers.slice(0, SELLERS_OF_MANY) : sellers;
    const seller = isNew ? givenSeller(sellers.length + 1) : dice.pick(known);
    world.count += 1;
    const relayed = dice.chance(0.2) ? seller.reports.at(-1)?.source : undefined;
    const source = relayed ?? `SOURCE-${world.count}`;
    const handling = drawHandling(world, reporter);
    const isRed = handling.tlp === 'RED';
    const basis = !isRed && dice.chance(0.3) ? dice.pick(WAITING_BASES) : dice.pick(ACCEPTED_BASES);
    const reason = dice.pick(REASONS);
    const said = { withHost: dice.chance(0.7), childAtRisk: dice.chance(0.15) };
    await makeReport(world, reporter, seller, { handling, basis, reason, source, ...said });
    return 'taken';
  },
};

/** Submits a report by a reference of its own, and notes it. */
export async function makeReport(
  world: World,
  reporter: SimulatedMember,
  seller: ExpectedSeller,
  given: Parameters<typeof contentOf>[1],
): Promise<ExpectedReport> {
  const { basis, handling, reason, source, withHost, childAtRisk } = given;
  const content = contentOf(seller, given);
  const clientReference = `case ${world.count}`;
  const answer = await submit(reporter, clientReference, content);
  taken('a report', answer);
  const accepted = (ACCEPTED_BASES as readonly string[]).includes(basis);
  const status = accepted ? 'ACCEPTED' : 'SUBMITTED';
  const { report: stored } = answer;
  holds(`a report of ${basis} is ${status}`, stored?.status === status, () => JSON.stringify(answer));
  if (!world.sellers.includes(seller)) world.sellers.push(seller);
  const now = world.app.clock.now();
  const made: ExpectedReport = {
    ...{ id: stored.id, clientReference, content, reporter, seller, source, withHost, childAtRisk },
    ...{ handling, status, acceptedAt: accepted ? now : null, endsAt: endOfLife(reason, now) },
    ...{ ruledOutAt: null, hostRuledOutAt: null, isNothingNew: false, firstHandling: handling },
  };
  seller.reports.push(made);
  world.reports.push(made);
  return made;
}

/** A member sends a report once more, as after a timeout: the same report; or says something else by the same reference. */
export const sendAgain: Step = {
  name: 'send again',
  weight: 2,
  take: async (world) => {
    const { dice, reports } = world;
    const own = reports.filter(({ reporter }) => reporter.status === 'ACTIVE');
    if (own.length === 0) return 'nothing to do';
    const sent = dice.pick(own);
    const reporter = callerOf(world, sent);
    const again = await submit(reporter, sent.clientReference, sent.content);
    holds(
      'a report sent again is the same report',
      again.report?.id === sent.id && again.userErrors.length === 0,
      () => JSON.stringify(again),
    );
    const other = await submit(reporter, sent.clientReference, {
      ...sent.content,
      tradeNames: ['Another Name'],
    });
    refusedWith('another report by the same reference', 'CLIENT_REFERENCE_CONFLICT', other);
    return 'taken';
  },
};

/** Somebody pastes a card number into a report. */
export const pasteCardNumber: Step = {
  name: 'paste a card number',
  weight: 1,
  take: async (world) => {
    const reporter = world.dice.pick(activeMembers(world));
    const seller = givenSeller(1_000_000);
    const content = contentOf(seller, {
      ...{ handling: { tlp: 'AMBER', group: undefined }, basis: 'TEST_TRANSACTION' },
      ...{ reason: 'CSAM_SALE', source: 'SOURCE-0', withHost: false, childAtRisk: false },
    });
    const answer = await submit(reporter, 'never', {
      ...content,
      narrative: 'Paid with 4111 1111 1111 1111.',
    });
    refusedWith('a card number in a text', 'CARD_NUMBER', answer);
    return 'taken';
  },
};

/** An analyst accepts what waits, asks about it, or rejects it. */
export const triage: Step = {
  name: 'triage',
  weight: 6,
  take: async (world) => {
    const { dice, reports } = world;
    const waiting = reports.filter(({ status }) => status === 'SUBMITTED');
    if (waiting.length === 0) return 'nothing to do';
    const chosen = dice.pick(waiting);
    const status = dice.weighted([
      ['ACCEPTED', 5],
      ['NEEDS_INFO', 2],
      ['REJECTED', 1],
    ] as const);
    await judge(world, chosen, status);
    return 'taken';
  },
};

const TRIAGE = {
  ACCEPTED: ['acceptReport', {}],
  NEEDS_INFO: ['requestReportInformation', { question: 'Which account was it?' }],
  REJECTED: ['rejectReport', { reason: 'Not such a sale.' }],
} as const;

/** Has an analyst judge a report that waits. */
export async function judge(
  { app, coalition }: World,
  report: ExpectedReport,
  status: keyof typeof TRIAGE,
): Promise<void> {
  const [operation, input] = TRIAGE[status];
  taken(operation, await coalition.analyst.mutate(operation, { reportId: report.id, ...input }));
  report.status = status;
  if (status === 'ACCEPTED') report.acceptedAt ??= app.clock.now();
}

/** A reporter says a report anew: with another handling, or answering a question. */
export const correct: Step = {
  name: 'correct',
  weight: 4,
  take: async (world) => {
    const { dice, reports } = world;
    const open = reports.filter(
      ({ status, reporter }) => describesMerchant(status) && reporter.status === 'ACTIVE',
    );
    const asked = open.filter(({ status }) => status === 'NEEDS_INFO');
    if (open.length === 0) return 'nothing to do';
    const moved = open.filter((each) => each.handling !== each.firstHandling && maySayAgain(each));
    const [rather = open] = [asked, moved].filter(({ length }) => length > 0 && dice.chance(0.5));
    const chosen = dice.pick(rather);
    // What waits for an analyst stays open to one: RED is closed to them.
    const mayBeRed = chosen.status === 'ACCEPTED';
    const handling =
      dice.chance(0.5) && maySayAgain(chosen)
        ? chosen.firstHandling
        : drawHandling(world, chosen.reporter, { mayBeRed });
    await sayAnew(world, chosen, handling);
    return 'taken';
  },
};

/** Has a reporter correct a report: nothing but how it is handled, if that. */
export async function sayAnew(
  world: World,
  report: ExpectedReport,
  handling: ExpectedHandling,
): Promise<void> {
  const content = { ...report.content, handling: handlingInput(handling) };
  const answer = await callerOf(world, report).caller.mutate('correctReport', {
    reportId: report.id,
    report: content,
  });
  taken('a correction', answer);
  report.handling = handling;
  if (report.status === 'NEEDS_INFO') report.status = 'SUBMITTED';
}

/**
 * Whether a reporter may say by now that its report is to be handled so: it may have gone out of the group, or a member that it
 * names may be shut out.
 */
export function maySay({ reporter }: ExpectedReport, handling: ExpectedHandling): boolean {
  if (handling.tlp === 'RED') return handling.named.every(({ status }) => status === 'ACTIVE');
  return handling.group?.members.has(reporter) ?? true;
}

function maySayAgain(report: ExpectedReport): boolean {
  return report.firstHandling.tlp !== 'RED' && maySay(report, report.firstHandling);
}

/** A reporter withdraws what it reported; what was rejected cannot be withdrawn. */
export const withdraw: Step = {
  name: 'withdraw',
  weight: 3,
  take: async (world) => {
    const { dice, reports } = world;
    const own = reports.filter(({ reporter }) => reporter.status === 'ACTIVE');
    if (own.length === 0) return 'nothing to do';
    const asked = own.filter(({ status }) => status === 'NEEDS_INFO');
    const disputed = own.filter(
      ({ status, seller }) =>
        status === 'ACCEPTED' &&
        world.disputes.some((dispute) => dispute.seller === seller && isRunning(dispute)),
    );
    const [rather = own] = [asked, disputed].filter(({ length }) => length > 0 && dice.chance(0.5));
    await takeBack(world, dice.pick(rather));
    return 'taken';
  },
};

/** Has a reporter withdraw a report, or be refused where it cannot. */
export async function takeBack(world: World, report: ExpectedReport): Promise<void> {
  const answer = await callerOf(world, report).caller.mutate('withdrawReport', {
    reportId: report.id,
    reason: 'A mistake of ours.',
  });
  if (!describesMerchant(report.status)) {
    refusedWith(`withdrawing what is ${report.status}`, 'NOT_ALLOWED_IN_STATE', answer);
    return;
  }
  taken('a withdrawal', answer);
  report.status = 'WITHDRAWN';
}

export function submit(
  { caller }: SimulatedMember,
  clientReference: string,
  content: Variables,
): Promise<Sent> {
  return caller.mutate<Pick<Sent, 'report'>>(
    'submitReport',
    { clientReference, report: content },
    'report { id status }',
  );
}

/** A report as it is sent. */
export function contentOf(
  { account, host, facilitated }: ExpectedSeller,
  {
    handling,
    basis,
    reason,
    source,
    withHost,
    childAtRisk,
  }: {
    readonly handling: ExpectedHandling;
    readonly basis: string;
    readonly reason: ReportReason;
    readonly source: string;
    readonly withHost: boolean;
    readonly childAtRisk: boolean;
  },
): Variables {
  return {
    ...{
      reason,
      basis,
      externalReference: source,
      paymentMethods: ['CARD'],
      handling: handlingInput(handling),
      childAtRisk,
    },
    identifiers: [
      { type: 'IBAN', value: account },
      ...(withHost ? [{ type: 'DOMAIN', value: host }] : []),
      ...(facilitated === null ? [] : [{ type: 'PHONE', value: facilitated.telephone }]),
    ],
    ...(facilitated === null ? {} : { tradeNames: [facilitated.tradeName] }),
  };
}

function drawHandling(
  world: World,
  reporter: ExpectedMember,
  { mayBeRed } = { mayBeRed: true },
): ExpectedHandling {
  const { dice, groups } = world;
  const tlp = dice.weighted([
    ['GREEN', 2],
    ['AMBER', 8],
    ['AMBER_STRICT', 2],
    ['RED', mayBeRed ? 2 : 0],
  ] as const);
  if (tlp === 'RED') return { tlp, named: dice.some(activeMembers(world), dice.whole(0, 3)) };
  const own = groups.filter((group) => group.members.has(reporter));
  return { tlp, group: own.length > 0 && dice.chance(0.4) ? dice.pick(own) : undefined };
}

/** A report as it says it by now. */
export function contentNow({ content, handling }: ExpectedReport): Variables {
  return { ...content, handling: handlingInput(handling) };
}

function handlingInput(handling: ExpectedHandling): Variables {
  if (handling.tlp === 'RED') {
    return {
      tlp: 'RED',
      namedMemberIds: handling.named.map((member) => (member as SimulatedMember).caller.id),
    };
  }
  return { tlp: handling.tlp, sharingGroupId: handling.group?.id };
}

/** The member that reported, as it calls. */
export function callerOf({ members }: World, { reporter }: ExpectedReport): SimulatedMember {
  const found = members.find((member) => member === reporter);
  if (found === undefined) throw new Error('A reporter is a member of the simulation.');
  return found;
}

export function endOfLife(reason: ReportReason, now: Date): Date {
  const end = new Date(now);
  end.setUTCFullYear(end.getUTCFullYear() + REPORT_REASONS[reason].lifeYears);
  return end;
}
