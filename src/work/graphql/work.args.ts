import { ArgsType, Field } from '@nestjs/graphql';
import { InvalidInputError, PageArgs } from '../../graphql/index.js';
import { WORK_KINDS, type WorkKind } from '../work-kind.js';
import { WorkKindEnum } from './work.enums.js';

@ArgsType()
export class MyWorkArgs extends PageArgs {
  @Field(() => [WorkKindEnum], { nullable: true, description: 'Only these; left out: all.' })
  kinds?: WorkKind[] | null;
}

/** The kinds asked for. Throws InvalidInputError where they are more than there are. */
export function kindsAskedFor({ kinds }: MyWorkArgs): readonly WorkKind[] | undefined {
  if ((kinds?.length ?? 0) <= WORK_KINDS.length) return kinds ?? undefined;
  throw new InvalidInputError([{ field: 'kinds', message: `Name each of the ${WORK_KINDS.length} once.` }]);
}
