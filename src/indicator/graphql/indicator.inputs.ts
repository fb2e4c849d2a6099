import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional } from 'class-validator';
import { PageArgs } from '../../graphql/index.js';
import { IDENTIFIER_TYPES, type IdentifierType } from '../../identifier/index.js';
import {
  IdentifierTypeEnum,
  REPORT_REASONS,
  type ReportReason,
  ReportReasonEnum,
} from '../../report/index.js';
import type { Confidence } from '../confidence.js';
import { type Purpose, PurposeEnum } from '../purpose.js';
import { ConfidenceEnum } from './indicator.enums.js';

const REASONS_MAX = Object.keys(REPORT_REASONS).length;

@InputType('IndicatorFilter', {
  description: 'Narrows a list of indicators. What is left out does not narrow.',
})
export class IndicatorFilterInput {
  @Field(() => [IdentifierTypeEnum], { nullable: true, description: 'Only these types.' })
  @IsOptional()
  @ArrayMaxSize(IDENTIFIER_TYPES.length)
  types?: IdentifierType[] | null;

  @Field(() => [ReportReasonEnum], { nullable: true, description: 'Only merchants listed for one of these.' })
  @IsOptional()
  @ArrayMaxSize(REASONS_MAX)
  reasons?: ReportReason[] | null;

  @Field(() => ID, { nullable: true, description: 'Only those of this merchant.' })
  @IsOptional()
  merchantId?: string | null;

  @Field(() => ConfidenceEnum, { nullable: true, description: 'Only those of at least this confidence.' })
  @IsOptional()
  minimumConfidence?: Confidence | null;
}

@ArgsType()
export class IndicatorsArgs extends PageArgs {
  @Field(() => PurposeEnum, { description: 'Why you read them.' })
  purpose!: Purpose;

  @Field(() => IndicatorFilterInput, {
    nullable: true,
    description: 'Which; left out: every one you may see.',
  })
  filter?: IndicatorFilterInput | null;
}

@ArgsType()
export class IndicatorChangesArgs extends PageArgs {
  @Field(() => PurposeEnum, { description: 'Why you follow them.' })
  purpose!: Purpose;
}
