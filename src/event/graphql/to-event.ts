import { type IdByKind, toGlobalId } from '../../common/id.js';
import { EVENT_KINDS, type EventSubject } from '../event-kind.js';
import type { MemberEvent } from '../member-event.js';
import type { EventType } from './event.types.js';

export function toEvent({ id, kind, at, objectId }: MemberEvent): EventType {
  const idOf = (subject: EventSubject): string | null =>
    EVENT_KINDS[kind] === subject ? toGlobalId(subject, objectId as IdByKind[EventSubject]) : null;
  return {
    id: toGlobalId('event', id),
    kind,
    at,
    alertId: idOf('alert'),
    noticeId: idOf('notice'),
    recallId: idOf('recall'),
    dispositionId: idOf('disposition'),
    actionId: idOf('action'),
    opinionIndicatorId: idOf('indicator'),
    disputeId: idOf('dispute'),
    reportId: idOf('report'),
  };
}
