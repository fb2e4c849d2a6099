import type { Caller } from '../../test/support/caller.js';
import { isRunning } from '../expected-dispute.js';
import { idsOf, noticesOf, recallsOf, type SimulatedWork, workOf } from '../reading.js';
import { disputesOf } from '../step/dispute-steps.js';
import { holds } from '../step/step.js';
import { mayReview } from '../step/ruling-steps.js';
import type { SimulatedMember, World } from '../world.js';
import type { Invariant, MemberInvariant } from './invariant.js';

const RULE =
  '14: whatever waits for somebody is on the list of whoever is to do it, in order, and nothing else is';

/** From the outside: by its people's list, against what the other lists show and what should be. */
export const WAITS: MemberInvariant = { rule: RULE, check: checkOwn };

/** The same of those who look after the coalition: of one of them at a time, each in turn. */
export const WAITS_FOR_ANALYSTS: Invariant = {
  rule: RULE,
  check: async (world) => {
    const { analysts } = world.coalition;
    const analyst = analysts[world.count % analysts.length];
    if (analyst !== undefined) await checkAnalyst(world, analyst);
  },
};

async function checkOwn(world: World, member: SimulatedMember): Promise<void> {
  const { caller, name } = member;
  const work = await workOf(caller);
  checkOrder(work, name);
  await checkCounts(caller, work, name);
  const own = world.reports.filter(({ reporter, status }) => reporter === member && status === 'NEEDS_INFO');
  same(work, name, 'COMPLETE_REPORT', own.map(idOf));
  const unread = await idsOf(
    caller,
    'alerts(filter: { statuses: [RAISED, DELIVERED] }, first: 50, after: $after)',
  );
  same(work, name, 'ACKNOWLEDGE_ALERT', unread);
  const notices = await noticesOf(member);
  const unanswered = notices.filter(({ status }) => status === 'OPEN' || status === 'ACKNOWLEDGED');
  same(work, name, 'ACT_ON_NOTICE', unanswered.map(idOf));
  const recalls = await recallsOf(member);
  same(work, name, 'CLOSE_RECALL', recalls.filter(({ alert }) => alert.status !== 'CLOSED').map(idOf));
  same(work, name, 'ANSWER_DISPUTE', asked(world, member).map(idOf));
}

/** Disputes that a member has still to answer, and can. */
function asked({ disputes, app }: World, member: SimulatedMember): readonly { readonly id: string }[] {
  const now = app.clock.now();
  return disputes.filter((dispute) => {
    const party = dispute.parties.get(member);
    return isRunning(dispute) && party?.answer === null && !party.lapsed && party.answerBy > now;
  });
}

async function checkAnalyst(world: World, analyst: Caller): Promise<void> {
  const { reports, holds: placed } = world;
  const name = 'an analyst';
  const work = await workOf(analyst);
  checkOrder(work, name);
  await checkCounts(analyst, work, name);
  same(work, name, 'TRIAGE_REPORT', reports.filter(({ status }) => status === 'SUBMITTED').map(idOf));
  const holdsThatAre = (wanted: string): string[] =>
    placed.filter(({ status }) => status === wanted).map(idOf);
  same(work, name, 'ACTIVATE_HOLD', holdsThatAre('REQUESTED'));
  same(work, name, 'REVIEW_HOLD', holdsThatAre('REVIEW'));
  const { escalatedAlerts } = await analyst.query<{ escalatedAlerts: { memberId: string }[] }>(
    '{ escalatedAlerts { memberId } }',
  );
  same(work, name, 'SEE_TO_OVERDUE', [...new Set(escalatedAlerts.map(({ memberId }) => memberId))]);
  const matches = await idsOf(analyst, 'possibleMatches(purpose: RESOLUTION, first: 50, after: $after)');
  same(work, name, 'DECIDE_MATCH', matches);
  checkDisputes(world, analyst, work);
}

/** A dispute that is ready for it waits for all who may decide it, and for nobody else. */
function checkDisputes(world: World, analyst: Caller, work: readonly SimulatedWork[]): void {
  const ready = disputesOf(world).filter(({ status }) => status === 'REVIEW' || status === 'APPEAL');
  const toDecide = work.filter(({ kind }) => kind === 'RULE_DISPUTE' || kind === 'APPROVE_RULING');
  const waiting = new Set(toDecide.map(({ dispute }) => dispute?.id));
  for (const dispute of ready) {
    // Who has proposed waits for the other one.
    if (dispute.proposedBy.has(analyst)) continue;
    holds(
      RULE,
      waiting.has(dispute.id) === mayReview(dispute, analyst),
      () => `expected otherwise of ${dispute.id} for an analyst, seen ${JSON.stringify(toDecide)}`,
    );
  }
  const others = [...waiting].filter((id) => !ready.some((dispute) => dispute.id === id));
  holds(RULE, others.length === 0, () => `expected no ${others.join(', ')} for an analyst`);
}

function same(
  work: readonly SimulatedWork[],
  name: string,
  kind: string,
  expectedIds: readonly string[],
): void {
  const seen = work.filter((item) => item.kind === kind).map(({ objectId }) => objectId);
  holds(
    RULE,
    JSON.stringify(seen.toSorted()) === JSON.stringify(expectedIds.toSorted()),
    () => `expected ${kind} of ${name}: ${expectedIds.join(', ')}; seen ${seen.join(', ')}`,
  );
}

/** What is critical first, then by deadline, what has none last, then by how long it waits. */
function checkOrder(work: readonly SimulatedWork[], name: string): void {
  const rank = ({ urgency, dueAt, waitingSince }: SimulatedWork): string =>
    [urgency === 'CRITICAL' ? 0 : 1, dueAt ?? '9', waitingSince].join(' ');
  const ranks = work.map(rank);
  holds(
    RULE,
    ranks.every((each, place) => place === 0 || (ranks[place - 1] ?? '') <= each),
    () => `expected an order for ${name}, seen ${ranks.join(', ')}`,
  );
}

async function checkCounts(caller: Caller, work: readonly SimulatedWork[], name: string): Promise<void> {
  const { myWorkCounts } = await caller.query<{ myWorkCounts: { kind: string; count: number }[] }>(
    '{ myWorkCounts { kind count } }',
  );
  for (const { kind, count } of myWorkCounts) {
    const listed = work.filter((item) => item.kind === kind).length;
    holds(RULE, count === listed, () => `expected ${listed} of ${kind} for ${name}, seen ${count}`);
  }
}

function idOf({ id }: { readonly id: string }): string {
  return id;
}
