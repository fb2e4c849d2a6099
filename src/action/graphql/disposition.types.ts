import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTimeScalar, UserError, type UserErrorShape } from '../../graphql/index.js';
import type { Assessment } from '../disposition/assessment.js';
import { AssessmentEnum } from './action.enums.js';

@ObjectType('Disposition', {
  description:
    "A member's own assessment of a match or a notice. Never edited: a later one replaces it. No other member sees it.",
})
export class DispositionType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => ID, { nullable: true, description: 'The notice; null where it is about a match.' })
  noticeId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The screening that gave the match.' })
  screeningId!: string | null;

  @Field(() => ID, { description: 'The listed merchant, as the match or the notice named it.' })
  merchantId!: string;

  @Field(() => Int, { description: 'The how manieth it is of the same match or notice, from 1.' })
  version!: number;

  @Field({ description: 'Whether no later one has replaced it.' })
  current!: boolean;

  @Field(() => AssessmentEnum, { description: 'What the member had come to.' })
  assessment!: Assessment;

  @Field({ description: 'On what it rests.' })
  rationale!: string;

  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  at!: Date;
}

@ObjectType({ description: 'Dispositions, newest first.' })
export class DispositionConnection extends connectionOf(DispositionType, 'Disposition') {}

@ObjectType({ description: 'The answer to recordDisposition.' })
export class RecordDispositionPayload {
  @Field(() => DispositionType, {
    nullable: true,
    description: 'The disposition; null when the input was refused.',
  })
  disposition!: DispositionType | null;

  @Field({ description: 'Whether of a web address in the rationale no more than the host was kept.' })
  urlPathDropped!: boolean;

  @Field(() => [UserError], { description: 'The rules that the input broke; empty when it was taken.' })
  userErrors!: readonly UserErrorShape[];
}
