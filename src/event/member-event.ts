import type { EventId, IdByKind, MemberId } from '../common/id.js';
import type { EVENT_KINDS, EventKind } from './event-kind.js';

/** What happened, to be told to one member: with the id of what it happened to, which its kind names. */
export type NewMemberEvent = {
  readonly [Kind in EventKind]: {
    readonly memberId: MemberId;
    readonly kind: Kind;
    readonly objectId: IdByKind[(typeof EVENT_KINDS)[Kind]];
  };
}[EventKind];

/** An event as its member reads it. */
export interface MemberEvent {
  readonly id: EventId;
  readonly kind: EventKind;
  /** Of what the kind is about. */
  readonly objectId: string;
  readonly at: Date;
  readonly cursor: string;
}
