import type { Variables } from '../../test/support/caller.js';
import { listedFor } from '../expectation.js';
import { screened } from '../reading.js';
import { activeMembers, type SimulatedMember, type World } from '../world.js';
import { noteOpinions } from './opinion-steps.js';
import { holds, refusedWith, type Step, taken } from './step.js';

/** What takes something from the merchant: refused without the member's own assessment (product.md, "disposition"). */
const ADVERSE: ReadonlySet<string> = new Set(['TERMINATED', 'SUSPENDED', 'RESTRICTED', 'DECLINED']);

interface Recorded {
  readonly action: { readonly id: string; readonly version: number } | null;
  readonly userErrors: readonly { readonly code: string; readonly message: string }[];
}

/** What a member looks into: a notice, or a match of a screening of its own. */
export type SimulatedLead =
  { readonly noticeId: string } | { readonly screeningId: string; readonly merchantId: string };

/** A member screens a merchant, finds it, and declines it or does not. */
export const actOnMatch: Step = {
  name: 'act on a match',
  weight: 4,
  take: async (world) => {
    const { dice, sellers, app } = world;
    const member = dice.pick(activeMembers(world));
    const visible = sellers.filter((seller) => listedFor(member, seller, app.clock.now()).length > 0);
    if (visible.length === 0) return 'nothing to do';
    const [screening] = await screened(world, member, [dice.pick(visible)]);
    const merchantId = screening?.matches[0]?.merchantId;
    if (screening === undefined || merchantId === undefined) return 'nothing to do';
    const lead = { screeningId: screening.id, merchantId };
    await record(
      world,
      member,
      lead,
      dice.pick(['DECLINED', 'DECLINED', 'NO_ACTION_FALSE_POSITIVE'] as const),
    );
    return 'taken';
  },
};

/** A member says anew what it did, or takes it back; what was taken back stays so. */
export const changeAction: Step = {
  name: 'change an action',
  weight: 4,
  take: async (world) => {
    const { dice, actions, app } = world;
    const own = actions.filter(({ member }) => member.status === 'ACTIVE');
    if (own.length === 0) return 'nothing to do';
    const action = dice.pick(own);
    const { caller } = action.member as SimulatedMember;
    const actionId = action.id;
    if (dice.chance(0.4)) {
      const answer = await caller.mutate('withdrawAction', { actionId, reason: 'It was another account.' });
      if (action.status === 'WITHDRAWN') refusedWith('withdrawing twice', 'NOT_ALLOWED_IN_STATE', answer);
      else taken('the withdrawal of an action', answer);
      action.status = 'WITHDRAWN';
      return 'taken';
    }
    const said: Variables = {
      ...(action.input['action'] as Variables),
      note: `Looked at once more on ${app.clock.now().toISOString()}.`,
    };
    const answer = await caller.mutate('correctAction', { actionId, action: said });
    if (action.status === 'WITHDRAWN') {
      refusedWith('correcting what was taken back', 'NOT_ALLOWED_IN_STATE', answer);
      return 'taken';
    }
    const codes = answer.userErrors.map(({ code }) => code);
    // Whoever has assessed the lead otherwise since cannot say the old thing anew.
    if (codes[0] === 'DISPOSITION_CONFLICT') return 'taken';
    taken('the correction of an action', answer);
    action.version += 1;
    if (said['kind'] === 'NO_ACTION_FALSE_POSITIVE')
      await noteOpinions(world, action.member as SimulatedMember);
    return 'taken';
  },
};

/** A member's system sends an action again, as after a timeout: it is the same action. */
export const sendActionAgain: Step = {
  name: 'send an action again',
  weight: 1,
  take: async (world) => {
    const own = world.actions.filter(({ member }) => member.status === 'ACTIVE');
    if (own.length === 0) return 'nothing to do';
    const { id, member, clientReference, input } = world.dice.pick(own);
    const { caller } = member as SimulatedMember;
    const again = await caller.mutate<Recorded>(
      'recordAction',
      { ...input, clientReference },
      'action { id version }',
    );
    holds(
      '14: an action sent again is the same action',
      again.userErrors.length === 0 && again.action?.id === id,
      () => `expected ${id}, seen ${JSON.stringify(again)}`,
    );
    return 'taken';
  },
};

/** Records what a member did on a lead: what is adverse is refused until the member has made its own assessment. */
export async function record(
  world: World,
  member: SimulatedMember,
  lead: SimulatedLead,
  kind: string,
): Promise<void> {
  const assessed = member.assessed.get(nameOf(lead));
  const first = await assess(world, member, lead, { kind });
  const isAdverse = ADVERSE.has(kind);
  const ruledOut = kind === 'NO_ACTION_FALSE_POSITIVE';
  const stands = isAdverse ? assessed === 'SAME_MERCHANT' : !ruledOut || assessed === 'NOT_SAME_MERCHANT';
  if (stands) {
    taken(`${kind} on an assessment`, first);
    return;
  }
  const code = assessed === undefined ? 'DISPOSITION_REQUIRED' : 'DISPOSITION_CONFLICT';
  refusedWith(`disposition: ${kind} on ${assessed ?? 'no assessment'}`, code, first);
  const assessment = isAdverse ? 'SAME_MERCHANT' : 'NOT_SAME_MERCHANT';
  const rationale = `Looked into on ${world.app.clock.now().toISOString()}.`;
  taken('an assessment', await member.caller.mutate('recordDisposition', { ...lead, assessment, rationale }));
  member.assessed.set(nameOf(lead), assessment);
  taken(`${kind} on an assessment`, await assess(world, member, lead, { kind }));
}

/** Sends an action, and notes it where it is taken. */
export async function assess(
  world: World,
  member: SimulatedMember,
  lead: SimulatedLead,
  said: Variables,
): Promise<Recorded> {
  world.count += 1;
  const clientReference = `action ${world.count}`;
  const effectiveOn = world.app.clock.now().toISOString().slice(0, 10);
  const input = { ...lead, action: { effectiveOn, ...said } };
  const answer = await member.caller.mutate<Recorded>(
    'recordAction',
    { ...input, clientReference },
    'action { id version }',
  );
  if (said['kind'] === 'NO_ACTION_FALSE_POSITIVE' && answer.action !== null)
    await noteOpinions(world, member);
  if (answer.action !== null)
    world.actions.push({
      id: answer.action.id,
      member,
      clientReference,
      input,
      status: 'RECORDED',
      version: 1,
    });
  return answer;
}

function nameOf(lead: SimulatedLead): string {
  return 'noticeId' in lead ? lead.noticeId : `${lead.screeningId} ${lead.merchantId}`;
}
