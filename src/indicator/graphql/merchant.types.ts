import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { MerchantId } from '../../common/id.js';
import { type ReportReason, ReportReasonEnum } from '../../report/index.js';
import type { Purpose } from '../purpose.js';
import type { VisibleMerchantStatus } from '../visible-merchant.js';
import { VisibleMerchantStatusEnum } from './indicator.enums.js';

@ObjectType('Merchant', {
  description:
    'One seller, as far as you may see it: what only reports that you may not see tie to it is not here.',
})
export class MerchantType {
  @Field(() => ID, { description: 'Its id. Ids it had before a merge go on answering.' })
  id!: string;

  @Field(() => VisibleMerchantStatusEnum, { description: 'How it stands.' })
  status!: VisibleMerchantStatus;

  @Field(() => [ReportReasonEnum], { description: 'For what it is listed, gravest first.' })
  reasons!: readonly ReportReason[];

  /** Not part of the schema: for its list of indicators. */
  handles!: readonly MerchantId[];
  purpose!: Purpose;
}
