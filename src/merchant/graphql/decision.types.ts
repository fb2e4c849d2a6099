import { Field, ID, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTimeScalar, UserError, type UserErrorShape } from '../../graphql/index.js';
import type { JudgementVerdict } from '../judgement.js';
import type { DecisionKind } from '../review/decision.js';
import { DecisionKindEnum, JudgementVerdictEnum } from './review.enums.js';

@ObjectType('ReviewDecision', {
  description: "An analyst's decision about which reports are one merchant. It can be undone as a whole.",
})
export class ReviewDecisionType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => DecisionKindEnum, { description: 'What it is about.' })
  kind!: DecisionKind;

  @Field(() => JudgementVerdictEnum, {
    description: 'What was decided: a merger is SAME, a split DIFFERENT.',
  })
  verdict!: JudgementVerdict;

  @Field({ description: 'Why.' })
  reason!: string;

  @Field(() => [ID], {
    description: 'The merchants, by the ids that they were named by: those merged since go on answering.',
  })
  merchantIds!: readonly string[];

  @Field(() => [ID], {
    description:
      'Of a match the two reports compared, of a split those that went, of a merger the oldest of each merchant.',
  })
  reportIds!: readonly string[];

  @Field(() => ID, { nullable: true, description: 'The possible match that it answered, if it did.' })
  possibleMatchId!: string | null;

  @Field({ description: 'Whether it parted what the engine had joined by itself.' })
  overturned!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'The model whose work it answered or overturned; null where the engine had said nothing.',
  })
  modelVersion!: string | null;

  @Field(() => ID, { description: 'Who decided.' })
  decidedBy!: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  decidedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was undone; null while it stands.' })
  undoneAt!: Date | null;

  @Field(() => ID, { nullable: true, description: 'Who undid it.' })
  undoneBy!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was undone.' })
  undoneReason!: string | null;
}

@ObjectType({ description: 'Decisions of analysts, newest first.' })
export class ReviewDecisionConnection extends connectionOf(ReviewDecisionType, 'ReviewDecision') {}

@ObjectType({ isAbstract: true })
abstract class DecisionPayload {
  @Field(() => ReviewDecisionType, {
    nullable: true,
    description:
      'The decision; null when the input was refused. The merchants follow in the background, within about a second.',
  })
  decision!: ReviewDecisionType | null;

  @Field(() => [UserError], { description: 'The rules that the input broke; empty when it was taken.' })
  userErrors!: readonly UserErrorShape[];
}

@ObjectType({ description: 'The answer to decideMatch.' })
export class DecideMatchPayload extends DecisionPayload {}

@ObjectType({ description: 'The answer to mergeMerchants.' })
export class MergeMerchantsPayload extends DecisionPayload {}

@ObjectType({ description: 'The answer to splitMerchant.' })
export class SplitMerchantPayload extends DecisionPayload {}

@ObjectType({ description: 'The answer to undoDecision.' })
export class UndoDecisionPayload extends DecisionPayload {}
