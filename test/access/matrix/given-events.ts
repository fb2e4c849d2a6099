import { type EventId, type MemberId, toGlobalId } from '../../../src/common/id.js';
import { EventSequencer } from '../../../src/event/index.js';
import type { TestApp } from '../../support/app.js';
import { asOwner } from '../../support/as-owner.js';
import type { Aim } from './aim.js';
import type { Things } from './register-things.js';

/** What happened and concerns one member. */
export const EVENT_AIMS: readonly Aim[] = [
  { path: 'events()', operation: 'events', lists: true, variables: () => ({}) },
];

/** Everything that was done while the coalition was made was told to somebody: those events, whose they are. */
export async function registerEvents(app: TestApp, things: Things): Promise<void> {
  await app.nest.get(EventSequencer).sequence();
  const events = await asOwner(app.database, (tx) =>
    tx.query<{ id: EventId; memberId: MemberId }>('select id, member_id as "memberId" from member_event'),
  );
  for (const { id, memberId } of events)
    things.add('event', id, { of: 'member things', memberId: toGlobalId('member', memberId) });
}
