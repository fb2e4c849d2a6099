import { describedEnum } from '../../graphql/index.js';
import type { HoldStatus } from '../hold-status.js';

export const HoldStatusEnum = describedEnum<HoldStatus>('HoldStatus', 'Where a hold stands.', {
  REQUESTED: 'It was asked for and hides already; an analyst has still to stand by it.',
  ACTIVE: 'It hides until the end of its term.',
  REVIEW: 'Its term is over. It still hides, until it is extended or two analysts lift it.',
  RELEASED: 'It was lifted.',
});
