import { describedEnum } from '../../graphql/index.js';
import type { Notice } from '../notice.js';

export const NoticeStatusEnum = describedEnum<Notice['status']>('NoticeStatus', 'Where a notice stands.', {
  OPEN: 'Your member has not acknowledged it yet.',
  ACKNOWLEDGED: 'Your member has read it, and is to act and report.',
  ANSWERED: 'Your member said what it did.',
  FORWARDED: 'Your member named the one that serves the merchant.',
});
