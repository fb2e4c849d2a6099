import { describedEnum } from '../../graphql/index.js';
import type { RecallReason } from '../recall-reason.js';

export const RecallReasonEnum = describedEnum<RecallReason>('RecallReason', 'Why something is recalled.', {
  WITHDRAWN: 'It is no longer shared with your member, for whatever reason.',
  EXPIRED: 'Its life is over.',
  RULED_OUT: 'A dispute of it was upheld.',
});
