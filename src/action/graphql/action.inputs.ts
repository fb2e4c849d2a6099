import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional } from 'class-validator';
import { type CoalitionPurpose, CoalitionPurposeEnum } from '../../access/index.js';
import { CheckedByService, DateScalar, PageArgs } from '../../graphql/index.js';
import { type MerchantAction, MerchantActionEnum } from '../../report/index.js';
import { ACTION_STATUSES, type ActionStatus } from '../action-status.js';
import type { NetworkList } from '../network-listing.js';
import { ActionStatusEnum, NetworkListEnum } from './action.enums.js';
import { LeadInput } from './lead.input.js';

@InputType({ description: "A listing that a member made in a card network's own list." })
export class NetworkListingInput {
  @Field(() => NetworkListEnum, { description: 'Which list.' })
  list!: NetworkList;

  @Field({ description: "The list's own code of the reason, two digits." })
  code!: string;

  @Field(() => DateScalar, { description: 'On which day; not in the future.' })
  listedOn!: string;
}

@InputType({ description: 'What was done.' })
export class ActionInput {
  @Field(() => MerchantActionEnum, {
    description:
      'What. TERMINATED, SUSPENDED, RESTRICTED and DECLINED need your own assessment of the lead, and one that does not rule it out; NO_ACTION_FALSE_POSITIVE one that does, and it gives that opinion of the indicators as well.',
  })
  kind!: MerchantAction;

  @Field(() => DateScalar, { description: 'The day since which it holds; not in the future.' })
  effectiveOn!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'How many accounts were closed, 0 to 100,000; with TERMINATED and ALREADY_CLOSED.',
  })
  accountsClosed?: number | null;

  @Field(() => NetworkListingInput, {
    nullable: true,
    description: "The listing made in a card network's own list; with TERMINATED and ALREADY_CLOSED.",
  })
  networkListing?: NetworkListingInput | null;

  @Field(() => ID, {
    nullable: true,
    description: 'To which member the notice is forwarded; with FORWARDED, and with nothing else.',
  })
  forwardedToMemberId?: string | null;

  @Field(() => String, { nullable: true, description: 'A note of your own, at most 1,000 characters.' })
  note?: string | null;
}

@CheckedByService()
@InputType({ description: 'An action, and the match or notice that it is about.' })
export class RecordActionInput extends LeadInput {
  @Field({ description: 'Your own reference, up to 100 characters: it makes sending it again harmless.' })
  clientReference!: string;

  @Field(() => ActionInput, { description: 'What was done.' })
  action!: ActionInput;
}

@CheckedByService()
@InputType({ description: 'An action said anew, as a whole.' })
export class CorrectActionInput {
  @Field(() => ID, { description: 'The action, of your own member.' })
  actionId!: string;

  @Field(() => ActionInput, { description: 'What was done.' })
  action!: ActionInput;
}

@CheckedByService()
@InputType({ description: 'An action to take back.' })
export class WithdrawActionInput {
  @Field(() => ID, { description: 'The action, of your own member.' })
  actionId!: string;

  @Field({ description: 'Why, at most 1,000 characters.' })
  reason!: string;
}

@InputType('ActionFilter', { description: 'Narrows a list of actions. What is left out does not narrow.' })
export class ActionFilterInput {
  @Field(() => ID, { nullable: true, description: 'Only those on this notice.' })
  @IsOptional()
  noticeId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only those on matches of this screening.' })
  @IsOptional()
  screeningId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only those on the merchant that goes by this id.' })
  @IsOptional()
  merchantId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only those of this member.' })
  @IsOptional()
  memberId?: string | null;

  @Field(() => [MerchantActionEnum], { nullable: true, description: 'Only these kinds.' })
  @IsOptional()
  @ArrayMaxSize(Object.keys(MerchantActionEnum).length)
  kinds?: MerchantAction[] | null;

  @Field(() => [ActionStatusEnum], { nullable: true, description: 'Only those that stand so.' })
  @IsOptional()
  @ArrayMaxSize(ACTION_STATUSES.length)
  statuses?: ActionStatus[] | null;
}

@ArgsType()
export class ActionsArgs extends PageArgs {
  @Field(() => ActionFilterInput, { nullable: true, description: 'Which; left out: every one you may see.' })
  filter?: ActionFilterInput | null;

  @Field(() => CoalitionPurposeEnum, {
    nullable: true,
    description: "Why you read them: needed of analysts, who read other members'.",
  })
  purpose?: CoalitionPurpose | null;
}
