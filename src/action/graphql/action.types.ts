import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import {
  connectionOf,
  DateScalar,
  DateTimeScalar,
  UserError,
  type UserErrorShape,
} from '../../graphql/index.js';
import { type MerchantAction, MerchantActionEnum } from '../../report/index.js';
import type { ActionStatus } from '../action-status.js';
import type { NetworkList } from '../network-listing.js';
import { ActionStatusEnum, NetworkListEnum } from './action.enums.js';

@ObjectType('NetworkListing', { description: "A listing that a member made in a card network's own list." })
export class NetworkListingType {
  @Field(() => NetworkListEnum, { description: 'Which list.' })
  list!: NetworkList;

  @Field({ description: "The list's own code of the reason." })
  code!: string;

  @Field(() => DateScalar, { description: 'On which day.' })
  listedOn!: string;
}

/** What an action says: of its present version, and of each. */
@ObjectType({ isAbstract: true })
abstract class ActionFields {
  @Field(() => Int, { description: 'The version, from 1.' })
  version!: number;

  @Field(() => MerchantActionEnum, { description: 'What was done.' })
  kind!: MerchantAction;

  @Field(() => DateScalar, { description: 'The day since which it holds.' })
  effectiveOn!: string;

  @Field(() => Int, { nullable: true, description: 'How many accounts were closed, where that was said.' })
  accountsClosed!: number | null;

  @Field(() => NetworkListingType, {
    nullable: true,
    description: "The listing made in a card network's own list.",
  })
  networkListing!: NetworkListingType | null;

  @Field(() => ID, { nullable: true, description: 'To which member the notice was forwarded.' })
  forwardedToMemberId!: string | null;

  @Field(() => String, { nullable: true, description: "The member's note." })
  note!: string | null;

  @Field(() => ID, { nullable: true, description: "The member's own assessment on which it stands." })
  dispositionId!: string | null;
}

@ObjectType('ActionVersion', { description: 'What an action said in one of its versions.' })
export class ActionVersionType extends ActionFields {
  @Field(() => DateTimeScalar, { description: 'When it was said.' })
  at!: Date;
}

@ObjectType('Action', {
  description:
    "What a member did about a merchant, on a match or a notice. The member's own people see it, and the coalition's analysts.",
})
export class ActionType extends ActionFields {
  @Field(() => ID, { description: 'Its id, the same in every version.' })
  id!: string;

  @Field(() => ID, { description: 'The member that did it.' })
  memberId!: string;

  @Field({ description: "The member's own reference." })
  clientReference!: string;

  @Field(() => ActionStatusEnum, { description: 'Where it stands.' })
  status!: ActionStatus;

  @Field(() => String, { nullable: true, description: 'Why it was withdrawn.' })
  withdrawalReason!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The notice that it answers; null where it is on a match.',
  })
  noticeId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The screening that gave the match.' })
  screeningId!: string | null;

  @Field(() => ID, { description: 'The listed merchant, as the match or the notice named it.' })
  merchantId!: string;

  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  recordedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was last corrected, or withdrawn.' })
  changedAt!: Date;

  @Field(() => [ActionVersionType], { description: 'All its versions, oldest first, at most 50.' })
  versions!: readonly ActionVersionType[];
}

@ObjectType({ description: 'Actions, newest first.' })
export class ActionConnection extends connectionOf(ActionType, 'Action') {}

@ObjectType({ isAbstract: true })
abstract class ActionPayload {
  @Field(() => ActionType, { nullable: true, description: 'The action; null when the input was refused.' })
  action!: ActionType | null;

  @Field(() => [UserError], { description: 'The rules that the input broke; empty when it was taken.' })
  userErrors!: readonly UserErrorShape[];
}

@ObjectType({ isAbstract: true })
abstract class ActionTextPayload extends ActionPayload {
  @Field({ description: 'Whether of a web address in the note no more than the host was kept.' })
  urlPathDropped!: boolean;
}

@ObjectType({ description: 'The answer to recordAction.' })
export class RecordActionPayload extends ActionTextPayload {}

@ObjectType({ description: 'The answer to correctAction.' })
export class CorrectActionPayload extends ActionTextPayload {}

@ObjectType({ description: 'The answer to withdrawAction.' })
export class WithdrawActionPayload extends ActionPayload {}
