import { ArgsType, Field, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional } from 'class-validator';
import { type Urgency, UrgencyEnum } from '../../alert/index.js';
import { PageArgs } from '../../graphql/index.js';
import { type Purpose, PurposeEnum } from '../../indicator/index.js';
import type { Notice } from '../notice.js';
import { NOTICE_STATUSES } from '../notice-status.js';
import { NoticeStatusEnum } from './notice.enums.js';

/** NORMAL and CRITICAL. */
const URGENCIES_MAX = 2;

@InputType('NoticeFilter', { description: 'Narrows a list of notices. What is left out does not narrow.' })
export class NoticeFilterInput {
  @Field(() => [NoticeStatusEnum], { nullable: true, description: 'Only these.' })
  @IsOptional()
  @ArrayMaxSize(NOTICE_STATUSES.length)
  statuses?: Notice['status'][] | null;

  @Field(() => [UrgencyEnum], { nullable: true, description: 'Only what is so urgent.' })
  @IsOptional()
  @ArrayMaxSize(URGENCIES_MAX)
  urgencies?: Urgency[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Only what is overdue, or only what is not.' })
  @IsOptional()
  overdue?: boolean | null;
}

@ArgsType()
export class NoticesArgs extends PageArgs {
  @Field(() => PurposeEnum, { description: 'Why you read them.' })
  purpose!: Purpose;

  @Field(() => NoticeFilterInput, { nullable: true, description: 'Which; left out: all.' })
  filter?: NoticeFilterInput | null;
}
