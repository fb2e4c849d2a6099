import { Field, ID, ObjectType } from '@nestjs/graphql';
import { AlertType } from '../../alert/index.js';
import type { MerchantId } from '../../common/id.js';
import { connectionOf } from '../../graphql/index.js';
import type { Purpose } from '../../indicator/index.js';
import { ReportReasonEnum, type ReportReason } from '../../report/index.js';
import { HotlineType } from '../hotline/hotline.types.js';
import type { Notice } from '../notice.js';
import { ServiceRangeType } from '../service-range/service-range.types.js';
import { NoticeStatusEnum } from './notice.enums.js';

@ObjectType('Notice', {
  description:
    'Your member serves a merchant that is listed, and is to act: acknowledge it in one business day, act and report in five. Gone when the merchant is listed no more.',
})
export class NoticeType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => NoticeStatusEnum, { description: 'Where it stands.' })
  status!: Notice['status'];

  @Field(() => AlertType, {
    description:
      'The news of it: how urgent, by when, and whether it is overdue. acknowledgeAlert takes its id.',
  })
  alert!: AlertType;

  @Field(() => ID, { description: 'The merchant, as your member sees it.' })
  merchantId!: string;

  @Field(() => ReportReasonEnum, { description: 'Why it is listed.' })
  reason!: ReportReason;

  @Field(() => [ServiceRangeType], {
    description: "Which of your member's ranges it lies in; none where another member forwarded it.",
  })
  ranges!: readonly ServiceRangeType[];

  @Field({ description: 'Whether another member said that yours serves the merchant.' })
  forwarded!: boolean;

  @Field(() => [HotlineType], {
    description: 'Whom to call now: where it is critical, and nobody otherwise.',
  })
  hotlines!: readonly HotlineType[];

  /** For its indicators. Not in the schema. */
  handle!: MerchantId;
  purpose!: Purpose;
}

@ObjectType({ description: 'Notices, the critical first, then the newest.' })
export class NoticeConnection extends connectionOf(NoticeType, 'Notice') {}
