import { describedEnum } from '../../graphql/index.js';
import type { ActionStatus } from '../action-status.js';
import type { Assessment } from '../disposition/assessment.js';
import type { NetworkList } from '../network-listing.js';
import type { OpinionKind } from '../opinion/opinion.js';

export const ActionStatusEnum = describedEnum<ActionStatus>('ActionStatus', 'Where an action stands.', {
  RECORDED: 'It stands.',
  WITHDRAWN: 'The member took it back.',
});

export const NetworkListEnum = describedEnum<NetworkList>(
  'NetworkList',
  "A card network's own list of terminated merchants.",
  {
    MATCH: 'Mastercard Alert to Control High-risk Merchants.',
    VMSS: 'Visa Merchant Screening Service.',
  },
);

export const AssessmentEnum = describedEnum<Assessment>(
  'Assessment',
  'What a member itself makes of a match or a notice.',
  {
    SAME_MERCHANT: 'Its merchant is the listed one.',
    NOT_SAME_MERCHANT: 'Its merchant is another one.',
    UNSURE: 'It cannot tell yet.',
  },
);

export const OpinionKindEnum = describedEnum<OpinionKind>(
  'OpinionKind',
  'What a member thinks of an indicator.',
  {
    CONFIRMED: 'It found by itself that the listing is right.',
    SEEN_TOO: 'It has met the value with a merchant of its own.',
    OUTDATED: 'The value is no longer in use by this merchant.',
    FALSE_POSITIVE: 'The listing is wrong.',
  },
);
