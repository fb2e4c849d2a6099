import { fromGlobalId, toGlobalId } from '../../../src/common/id.js';
import type { TestApp } from '../../support/app.js';
import { asOwner } from '../../support/as-owner.js';
import type { Caller } from '../../support/caller.js';
import type { Canaries } from './canaries.js';
import { canaryWord } from './canary-values.js';
import type { Cast } from './given-members.js';
import type { OwnedTarget } from './owned-target.js';
import type { Things } from './register-things.js';
import type { ScreeningTarget } from './targets.js';

/** Who has recorded what, each on a screening of its own. */
const ACTING = ['screener', 'peer'] as const;

/**
 * An assessment and an action, said once more and with all that it can say, of the bank and of another member; and an opinion
 * that only another member holds.
 */
export async function givenActions(
  cast: Cast,
  screenings: readonly OwnedTarget[],
  opinionOf: string,
): Promise<readonly OwnedTarget[]> {
  const callers: Readonly<Record<(typeof ACTING)[number], [Caller, string]>> = {
    screener: [cast.screener.caller, cast.members.bank.id],
    peer: [await cast.members.peer.as('SCREENER', 'SUBMITTER'), cast.members.peer.id],
  };
  const made: OwnedTarget[] = [];
  for (const who of ACTING) {
    const [caller, memberId] = callers[who];
    const lead = leadOf(screenings, memberId);
    const clientReference = `ref-${canaryWord(`action ${who}`)}`;
    const rationale = `Because of ${canaryWord(`rationale ${who}`)}.`;
    await taken(caller, 'recordDisposition', { ...lead, assessment: 'SAME_MERCHANT', rationale });
    const said = {
      kind: 'TERMINATED',
      effectiveOn: '2026-01-05',
      accountsClosed: 1,
      networkListing: { list: 'MATCH', code: '13', listedOn: '2026-01-06' },
      note: `With ${canaryWord(`action note ${who}`)}.`,
    };
    const { action } = await taken(caller, 'recordAction', { ...lead, clientReference, action: said });
    await taken(caller, 'correctAction', { actionId: action.id, action: { ...said, accountsClosed: 2 } });
    made.push({
      target: { kind: 'action', id: action.id, clientReference, memberId, screeningId: lead.screeningId },
      belonging: { of: 'member things', memberId },
    });
  }
  const note = `It is ${canaryWord('opinion peer')}.`;
  await taken(callers.peer[0], 'giveOpinion', { indicatorId: opinionOf, opinion: 'SEEN_TOO', note });
  return made;
}

/** Registers whose every disposition and action is, and the texts in them. */
export async function registerActions(
  app: TestApp,
  { members }: Cast,
  { things, canaries }: { readonly things: Things; readonly canaries: Canaries },
): Promise<void> {
  for (const who of ACTING) {
    const memberId = who === 'peer' ? members.peer.id : members.bank.id;
    const belonging = { of: 'member things', memberId } as const;
    const told = [
      [canaryWord(`action ${who}`), ['Action.clientReference']],
      [canaryWord(`action note ${who}`), ['Action.note', 'ActionVersion.note']],
      [canaryWord(`rationale ${who}`), ['Disposition.rationale']],
    ] as const;
    for (const [text, places] of told)
      canaries.add(
        text,
        places.map((path) => ['field', path] as const),
        belonging,
      );
  }
  // No reader is of the member that holds it.
  canaries.add(canaryWord('opinion peer'), [['stored', 'opinion.note']], { of: 'nobody' });
  const rows = await asOwner(app.database, (tx) =>
    tx.query<{ kind: 'action' | 'disposition'; id: string; memberId: string }>(
      `select 'action' as kind, id, member_id as "memberId" from action
       union all select 'disposition', id, member_id from disposition`,
    ),
  );
  for (const { kind, id, memberId } of rows)
    things.add(kind, id as never, {
      of: 'member things',
      memberId: toGlobalId('member', memberId as never),
    });
}

function leadOf(
  screenings: readonly OwnedTarget[],
  memberId: string,
): { readonly screeningId: string; readonly merchantId: string } {
  const found = screenings.find(
    ({ belonging }) => belonging.of === 'principal' && belonging.memberId === memberId,
  );
  const { id, merchant } = found?.target as ScreeningTarget;
  if (fromGlobalId('merchant', merchant) === undefined) throw new Error('What was screened is listed.');
  return { screeningId: id, merchantId: merchant };
}

async function taken(caller: Caller, name: string, input: object): Promise<{ action: { id: string } }> {
  const selection = name.endsWith('Action') ? 'action { id }' : '';
  const { userErrors, ...payload } = await caller.mutate<{ action: { id: string } }>(
    name,
    { ...input },
    selection,
  );
  if (userErrors.length > 0) throw new Error(`${name}: ${JSON.stringify(userErrors)}`);
  return payload;
}
