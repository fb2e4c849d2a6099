import { holds } from '../step/step.js';
import { rowsOf, type World } from '../world.js';
import type { Invariant } from './invariant.js';

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** Rows that are kept for a member, without its own id. */
const KEPT_FOR_MEMBERS = `
  select member_id as member, 'alert' as kind, (to_jsonb(x) - 'member_id')::text as text from alert x
  union all select member_id, 'notice', (to_jsonb(x) - 'member_id')::text from notice x
  union all select member_id, 'recall_recipient', (to_jsonb(x) - 'member_id')::text from recall_recipient x
  union all select member_id, 'member_event', (to_jsonb(x) - 'member_id')::text from member_event x
  union all select member_id, 'screening', answer::text from screening where outcome = 'MATCHES'`;

/** Ids that tell of one member, whoever reads them. */
const OWNED = `
  select id, id as member from member
  union all select id, member_id from principal
  union all select id, member_id from report
  union all select id, member_id from action
  union all select id, member_id from disposition
  union all select id, member_id from notice
  union all select id, member_id from service_range`;

/** What a later reader of the tables could tell a member by mistake is not there to be told. */
export const OTHERS_NOT_STORED: Invariant = {
  rule: '4: what is stored for a member names no other member, and nothing of another',
  check: async (world) => {
    const owned = await rowsOf<{ id: string; member: string }>(world, OWNED);
    const ownerOf = new Map(owned.map(({ id, member }) => [id, member]));
    for (const { member, kind, text } of await keptRows(world)) {
      const others = (text.match(UUID) ?? []).filter((id) => (ownerOf.get(id) ?? member) !== member);
      const named = world.members.filter(
        ({ caller, name }) => caller.memberId !== member && text.includes(name),
      );
      holds(
        OTHERS_NOT_STORED.rule,
        others.length === 0 && named.length === 0,
        () => `expected nothing of others in ${kind} of ${member}, seen ${others.join(', ')} in ${text}`,
      );
    }
  },
};

function keptRows(world: World): Promise<{ member: string; kind: string; text: string }[]> {
  return rowsOf(world, KEPT_FOR_MEMBERS);
}
