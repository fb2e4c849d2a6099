import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { CheckedByService, PageArgs } from '../../graphql/index.js';

@InputType('RecallFilter', { description: 'Narrows a list of recalls. What is left out does not narrow.' })
export class RecallFilterInput {
  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those that your member has still to deal with, or only those that it has.',
  })
  @IsOptional()
  open?: boolean | null;
}

@ArgsType()
export class RecallsArgs extends PageArgs {
  @Field(() => RecallFilterInput, { nullable: true, description: 'Which; left out: all.' })
  filter?: RecallFilterInput | null;
}

@CheckedByService()
@InputType({ description: 'A recall that your member has dealt with.' })
export class CloseRecallInput {
  @Field(() => ID, { description: 'The recall.' })
  recallId!: string;
}
