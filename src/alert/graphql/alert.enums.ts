import { describedEnum } from '../../graphql/index.js';
import type { AlertKind, Urgency } from '../alert.js';
import type { AlertStatus } from '../alert-status.js';

export const AlertKindEnum = describedEnum<AlertKind>('AlertKind', 'What news is about.', {
  NOTICE: 'Your member serves a merchant that is listed.',
  CHILD_AT_RISK:
    'A child is at risk now, by what was reported of a merchant after your member had answered the notice about it.',
  RECALL: 'Something that your member received is withdrawn.',
  DISPUTE: 'A listing that concerns your member is disputed.',
  RETROACTIVE_MATCH: 'A merchant that your member asked about was listed later.',
});

export const UrgencyEnum = describedEnum<Urgency>('Urgency', 'How soon news is to be acted on.', {
  NORMAL: 'By the dates that it gives.',
  CRITICAL: 'At once: a child is at risk now.',
});

export const AlertStatusEnum = describedEnum<AlertStatus>('AlertStatus', 'Where an alert stands.', {
  RAISED: 'Nobody of your member was handed it yet.',
  DELIVERED: 'Somebody, or a machine, of your member was handed it.',
  ACKNOWLEDGED: 'Your member says that it has read it.',
  CLOSED: 'Nothing waits for your member any more.',
});
