import { screens } from '../test/support/register.js';
import { listedFor } from './expectation.js';
import { DISPUTES_STAND, TWO_DECIDED } from './invariant/decided.js';
import { HELD_IS_SHADOWED } from './invariant/held.js';
import type { Invariant, MemberInvariant } from './invariant/invariant.js';
import {
  NO_CARD_NUMBER,
  NOTHING_LOST,
  ONE_MERCHANT_EACH,
  READS_ARE_LOGGED,
  SUSPENDED_DID_NOTHING,
  SUSPENDED_IS_OUT,
} from './invariant/kept.js';
import { ALL_END, LIST_IS_EXPECTED, SAID_OF_LISTED } from './invariant/listed.js';
import { ESCALATED, NOTICED } from './invariant/noticed.js';
import { RECALL_HAS_RECIPIENTS, RECALL_REASONS, RECALLED } from './invariant/recalled.js';
import { RECEIVED_WAS_SEEN } from './invariant/received.js';
import { OTHERS_HIDDEN, REPORTER_HIDDEN, SEEN_BY_HANDLING } from './invariant/seen.js';
import { STORED_LEADS } from './invariant/stored-answers.js';
import { OTHERS_NOT_STORED } from './invariant/stored-news.js';
import { TOLD } from './invariant/told.js';
import { WAITS, WAITS_FOR_ANALYSTS } from './invariant/waits.js';
import { noteReceived } from './reading.js';
import { holds } from './step/step.js';
import { activeMembers, type SimulatedMember, type World } from './world.js';

/** Rule 7 (shared values) is held by a step of its own at the very end: `step/shared-step.ts`. */
const OF_MEMBER: readonly MemberInvariant[] = [
  SEEN_BY_HANDLING,
  REPORTER_HIDDEN,
  OTHERS_HIDDEN,
  RECALLED,
  RECALL_REASONS,
  LIST_IS_EXPECTED,
  SAID_OF_LISTED,
  NOTICED,
  WAITS,
  DISPUTES_STAND,
  READS_ARE_LOGGED,
];

/** Those that one look into the database answers. They are held after every step. */
const QUICK: readonly Invariant[] = [NOTHING_LOST, ONE_MERCHANT_EACH, TWO_DECIDED, ALL_END];

const OF_COALITION: readonly Invariant[] = [
  ...QUICK,
  STORED_LEADS,
  RECEIVED_WAS_SEEN,
  OTHERS_NOT_STORED,
  HELD_IS_SHADOWED,
  RECALL_HAS_RECIPIENTS,
  ESCALATED,
  WAITS_FOR_ANALYSTS,
  SUSPENDED_IS_OUT,
  SUSPENDED_DID_NOTHING,
  NO_CARD_NUMBER,
  TOLD,
];

/** Holds every rule, as seen by one member. */
export async function checkMember(world: World, member: SimulatedMember): Promise<void> {
  for (const { check } of OF_MEMBER) await check(world, member);
}

/** Holds every rule, as far as no member has a part in it: in the database, and as seen by who looks after the coalition. */
export async function checkCoalition(world: World): Promise<void> {
  for (const { check } of OF_COALITION) await check(world);
}

/** Holds the rules that are quickly held, and the first one for a seller and a member drawn by the dice. */
export async function checkQuickly(world: World): Promise<void> {
  const { dice, sellers, app } = world;
  for (const { check } of QUICK) await check(world);
  if (sellers.length === 0) return;
  const reader = dice.pick(activeMembers(world));
  const seller = dice.pick(sellers);
  const [answer] = await screens(reader.caller, { identifiers: [{ type: 'IBAN', value: seller.account }] });
  const seen = listedFor(reader, seller, app.clock.now());
  noteReceived(world, reader, seller);
  holds(
    SEEN_BY_HANDLING.rule,
    answer?.outcome === (seen.length > 0 ? 'MATCHES' : 'CLEAR'),
    () =>
      `expected ${seen.length} reports of seller ${seller.number} for ${reader.name}, seen ${JSON.stringify(answer)}; ${JSON.stringify(
        seller.reports.map(({ status, handling, ruledOutAt }) => [status, handling.tlp, ruledOutAt]),
      )}`,
  );
}
