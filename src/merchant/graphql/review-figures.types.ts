import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('TierFigures', { description: 'Possible matches of one tier that were decided.' })
export class TierFiguresType {
  @Field({ description: 'The tier (MatchTier).' })
  tier!: string;

  @Field(() => Int, { description: 'How many were decided to be one merchant.' })
  same!: number;

  @Field(() => Int, { description: 'How many were decided to be two.' })
  different!: number;

  @Field(() => Int, { description: 'How many were looked at and left open.' })
  unsure!: number;
}

@ObjectType('ModelFigures', { description: 'How far analysts agree with one version of the model.' })
export class ModelFiguresType {
  @Field({ description: 'The version.' })
  modelVersion!: string;

  @Field(() => [TierFiguresType], { description: 'Possible matches that were decided, by tier.' })
  tiers!: readonly TierFiguresType[];

  @Field(() => Int, { description: 'Decisions that parted what it had joined by itself.' })
  overturned!: number;
}

@ObjectType('ReviewerFigures', {
  description:
    'How far analysts agree with each other, where two or more judged the same pair of reports. Who took a judgement back has not judged, and UNSURE is no judgement.',
})
export class ReviewerFiguresType {
  @Field(() => Int, { description: 'Pairs that two or more judged.' })
  pairs!: number;

  @Field(() => Int, { description: 'Of those, how many all judged alike.' })
  agreed!: number;
}

@ObjectType('ReviewFigures', { description: 'Decisions that stand, counted.' })
export class ReviewFiguresType {
  @Field(() => [ModelFiguresType], { description: 'By version of the model.' })
  models!: readonly ModelFiguresType[];

  @Field(() => Int, {
    description: 'Decisions that made one of merchants which the engine had put before nobody.',
  })
  unasked!: number;

  @Field(() => ReviewerFiguresType, { description: 'Analysts among themselves.' })
  reviewers!: ReviewerFiguresType;
}
