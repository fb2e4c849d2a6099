import { type SharingGroupId, toGlobalId } from '../../src/common/id.js';
import { holds } from '../step/step.js';
import { rowsOf, type World } from '../world.js';
import type { Invariant } from './invariant.js';

/** What is noted as received is what was handed out, whichever way it went. */
export const RECEIVED_WAS_SEEN: Invariant = {
  rule: '3 and 5: no member has ever received anything, value by value or of the feed, that it might never see',
  check: async (world) => {
    await checkValues(world);
    await checkScopes(world);
  },
};

async function checkValues(world: World): Promise<void> {
  const rows = await rowsOf<{ memberId: string; shown: string }>(
    world,
    `select d.member_id as "memberId", i.type || ' ' || i.display as shown
     from indicator_delivery d join indicator i on i.id = d.indicator_id`,
  );
  const receivers = receiversOf(world);
  for (const { memberId, shown } of rows) {
    const member = receivers.get(memberId);
    if (member === undefined) continue;
    holds(
      RECEIVED_WAS_SEEN.rule,
      world.sight.hasSeen(member, shown),
      () => `expected ${member.name} never to have received ${shown}`,
    );
  }
}

interface FedScope {
  readonly memberId: string;
  readonly tlp: string;
  readonly groupId: SharingGroupId | null;
  readonly named: readonly string[];
  readonly isHeld: boolean;
}

async function checkScopes(world: World): Promise<void> {
  const rows = await rowsOf<FedScope>(
    world,
    `select distinct f.member_id as "memberId", s.tlp, s.sharing_group_id as "groupId", s.held_for is not null as "isHeld",
       array_append(s.named_member_ids, s.reporter_id) as named
     from feed_delivery f join handling_scope s on s.id = f.handling_scope_id`,
  );
  const receivers = receiversOf(world);
  for (const scope of rows) {
    const member = receivers.get(scope.memberId);
    if (member === undefined) continue;
    const isInside =
      scope.tlp === 'RED'
        ? scope.named.includes(scope.memberId)
        : scope.groupId === null || world.sight.wasIn(member, toGlobalId('sharingGroup', scope.groupId));
    holds(
      RECEIVED_WAS_SEEN.rule,
      isInside && !scope.isHeld,
      () => `expected ${member.name} never to have been fed ${JSON.stringify(scope)}`,
    );
  }
}

/** The members of the simulation: whoever else there is has analysts or liaisons, who see more. */
function receiversOf({ members }: World): ReadonlyMap<string, World['members'][number]> {
  return new Map(members.map((member) => [member.caller.memberId, member]));
}
