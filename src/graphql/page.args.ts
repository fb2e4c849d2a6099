import { ArgsType, Field, Int } from '@nestjs/graphql';
import { PAGE_FIRST_DEFAULT, PAGE_FIRST_MAX, type PageRequest } from '../common/page.js';
import { InvalidInputError } from './graphql-error.js';
import { CursorScalar } from './scalars/cursor.scalar.js';

/** Arguments of every list. Extend it for a list with a filter. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    description: `How many entries to give, 1 to ${PAGE_FIRST_MAX}.`,
    defaultValue: PAGE_FIRST_DEFAULT,
  })
  first!: number;

  @Field(() => CursorScalar, {
    nullable: true,
    description:
      'Give the entries behind this place: the `endCursor` of the page before. Left out: from the start.',
  })
  after?: string | null;
}

/** The page asked for. Throws InvalidInputError where `first` is out of range (by a variable; see estimate-cost.ts). */
export function pageRequestOf({ first, after }: PageArgs): PageRequest {
  if (!Number.isInteger(first) || first < 1 || first > PAGE_FIRST_MAX) {
    throw new InvalidInputError([{ field: 'first', message: `Must be 1 to ${PAGE_FIRST_MAX}.` }]);
  }
  return { first, after: after ?? undefined };
}
