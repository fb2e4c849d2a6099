import { Field, ObjectType } from '@nestjs/graphql';

import type { Result } from '../common/refusal.js';
import { toUserErrors, UserError, type UserErrorCode, type UserErrorShape } from '../graphql/index.js';

/** What every payload has beside its object. */
@ObjectType({ isAbstract: true })
export abstract class Payload {
  @Field(() => [UserError], { description: 'Why nothing was changed; empty when it was.' })
  userErrors!: readonly UserErrorShape[];
}

/** Splits a result into its value (undefined when refused) and the payload's `userErrors`. */
export function split<Value>(
  result: Result<Value, UserErrorCode>,
): readonly [value: Value | undefined, userErrors: readonly UserErrorShape[]] {
  return result.ok ? [result.value, []] : [undefined, toUserErrors(result.refusals)];
}
