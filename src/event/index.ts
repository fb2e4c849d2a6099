export { EventModule } from './event.module.js';
export { EventRetention } from './event-retention.js';
export { EventSequencer } from './event-sequencer.js';
export type { EventKind } from './event-kind.js';
export type { NewMemberEvent } from './member-event.js';
export { MemberEvents } from './member-events.js';
