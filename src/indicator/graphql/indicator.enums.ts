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
    LOW: 'Somebody drew a conclusion or passed on a tip.',
    MODERATE:
      'Somebody saw the content or made the purchase; or so many drew the same conclusion that their number is told.',
    HIGH: 'So many independent members reported that their number is told, and one of them saw the content or made the purchase.',
  },
);

export const SourceBandEnum = describedEnum<SourceBand>(
  'SourceBand',
  'How many members reported independently besides any one of them, so that it says the same to one that reported itself. Members that relay one referral count once.',
  {
    UNDER_THREE: 'Fewer than three; how many is not told.',
    THREE_TO_NINE: 'Three to nine.',
    TEN_OR_MORE: 'Ten or more.',
  },
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
    DISPUTED: 'It is listed, and its listing is challenged.',
    UNLISTED: 'It was listed and is no more.',
    EXPIRED: 'It was listed and the life of its listing is over.',
    DELISTED: 'It was listed and a ruling took it off. Told to analysts; to others it is unlisted.',
    HELD: 'A hold covers it. Told to analysts and to the liaison that asked; others know nothing of it.',
  },
);
