import { describedEnum } from '../../graphql/index.js';
import type { Confidence } from '../confidence.js';
import type { IndicatorStatus } from '../indicator-status.js';
import type { ChangeKind } from '../shared-indicator.js';
import type { SourceBand } from '../source-band.js';
import type { VisibleMerchantStatus } from '../visible-merchant.js';

export const ConfidenceEnum = describedEnum<Confidence>(
  'Confidence',
  'How sure the coalition is of a listing.',
  {
    LOW: 'One or two sources that drew a conclusion or passed on a tip.',
    MODERATE: 'A source that saw the content or made the purchase, or three that drew the same conclusion.',
    HIGH: 'Several independent sources, at least one of which saw the content or made the purchase.',
  },
);

export const SourceBandEnum = describedEnum<SourceBand>(
  'SourceBand',
  'How many independent sources a listing has. Members that relay one referral are one source.',
  { UNDER_THREE: 'One or two.', THREE_TO_NINE: 'Three to nine.', TEN_OR_MORE: 'Ten or more.' },
);

export const IndicatorStatusEnum = describedEnum<IndicatorStatus>(
  'IndicatorStatus',
  'Where an indicator stands.',
  {
    ACTIVE: 'It is listed.',
    DISPUTED: 'It is listed, and its listing is challenged.',
    EXPIRED: 'Its life is over.',
    REVOKED: 'It was taken back.',
    SUPERSEDED: 'Another indicator says the same now.',
  },
);

export const ChangeKindEnum = describedEnum<ChangeKind>('ChangeKind', 'What happened to an indicator.', {
  LISTED: 'It is there now. It may be one that you know already: take it as it is given.',
  UPDATED: 'It is as given now. It may be one that you do not know yet.',
  REMOVED: 'It is no longer there for you: forget it.',
});

export const VisibleMerchantStatusEnum = describedEnum<VisibleMerchantStatus>(
  'MerchantStatus',
  'How a merchant stands, as far as you may see.',
  {
    LISTED: 'It is listed.',
    UNLISTED: 'It was listed and is no more.',
    EXPIRED: 'It was listed and the life of its listing is over.',
  },
);
