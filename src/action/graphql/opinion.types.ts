import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { CheckedByService, DateTimeScalar, UserError, type UserErrorShape } from '../../graphql/index.js';
import { type SourceBand, SourceBandEnum } from '../../indicator/index.js';
import type { OpinionKind } from '../opinion/opinion.js';
import { OpinionKindEnum } from './action.enums.js';

@ObjectType('Opinion', { description: "Your own member's present opinion of an indicator." })
export class OpinionType {
  @Field(() => ID, { description: 'The indicator.' })
  indicatorId!: string;

  @Field(() => OpinionKindEnum, { description: 'What your member thinks of it.' })
  kind!: OpinionKind;

  @Field(() => String, { nullable: true, description: 'Your note. No other member sees it.' })
  note!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was given.' })
  givenAt!: Date;
}

const UNRELATED = 'how many unrelated members besides any one of them, so that it gives none away.';

@ObjectType('IndicatorOpinions', {
  description:
    'What members think of an indicator. Members that relay one source count once; a report counts as such and not as an opinion that confirms it. It follows within about a second.',
})
export class IndicatorOpinionsType {
  @Field(() => SourceBandEnum, { description: `Confirmed it: ${UNRELATED}` })
  confirmed!: SourceBand;

  @Field(() => SourceBandEnum, { description: `Have seen it too: ${UNRELATED}` })
  seenToo!: SourceBand;

  @Field(() => SourceBandEnum, { description: `Call it outdated: ${UNRELATED}` })
  outdated!: SourceBand;

  @Field(() => SourceBandEnum, { description: `Call it a false positive: ${UNRELATED}` })
  falsePositive!: SourceBand;

  @Field(() => OpinionType, { nullable: true, description: "Your own member's; null where it has none." })
  own!: OpinionType | null;
}

@CheckedByService()
@InputType({ description: "Your member's opinion of an indicator, in place of the one that it held." })
export class GiveOpinionInput {
  @Field(() => ID, { description: 'The indicator.' })
  indicatorId!: string;

  @Field(() => OpinionKindEnum, { description: 'What your member thinks of it.' })
  opinion!: OpinionKind;

  @Field(() => String, {
    nullable: true,
    description: 'A note, at most 1,000 characters. No other member sees it.',
  })
  note?: string | null;
}

@CheckedByService()
@InputType({ description: 'An opinion to take back.' })
export class WithdrawOpinionInput {
  @Field(() => ID, { description: 'The indicator of which your member holds it.' })
  indicatorId!: string;
}

@ObjectType({ description: 'The answer to giveOpinion.' })
export class GiveOpinionPayload {
  @Field(() => OpinionType, { nullable: true, description: 'The opinion; null when the input was refused.' })
  opinion!: OpinionType | null;

  @Field({ description: 'Whether of a web address in the note no more than the host was kept.' })
  urlPathDropped!: boolean;

  @Field(() => [UserError], { description: 'The rules that the input broke; empty when it was taken.' })
  userErrors!: readonly UserErrorShape[];
}

@ObjectType({ description: 'The answer to withdrawOpinion.' })
export class WithdrawOpinionPayload {
  @Field(() => OpinionType, {
    nullable: true,
    description: 'The opinion that your member held; null when the input was refused.',
  })
  opinion!: OpinionType | null;

  @Field(() => [UserError], { description: 'The rules that the input broke; empty when it was taken.' })
  userErrors!: readonly UserErrorShape[];
}
