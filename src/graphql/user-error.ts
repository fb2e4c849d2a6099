import { Field, ObjectType } from '@nestjs/graphql';
import type { Refusal } from '../common/refusal.js';
import { USER_ERROR_PRECEDENCE, type UserErrorCode, UserErrorCodeEnum } from './user-error-code.js';

/** A refusal as the schema has it. */
export interface UserErrorShape {
  readonly code: UserErrorCode;
  readonly field: readonly string[];
  readonly message: string;
  readonly suggestion: string | null;
}

@ObjectType({ description: 'One rule that the input broke, and what to do about it. Nothing was changed.' })
export class UserError implements UserErrorShape {
  @Field(() => UserErrorCodeEnum, { description: 'The rule.' })
  code!: UserErrorCode;

  @Field(() => [String], {
    description:
      'The path inside the input, e.g. `["identifiers", "0", "value"]`; empty for the input as a whole.',
  })
  field!: readonly string[];

  @Field({ description: 'The rule in words, and what to do.' })
  message!: string;

  @Field(() => String, {
    nullable: true,
    description: 'A value that would be taken, where one can be given.',
  })
  suggestion!: string | null;
}

/**
 * Refusals as a payload's `userErrors`: by place in the input as given, and for one place by precedence of the codes.
 * A code that is missing in USER_ERROR_CODES does not compile.
 */
export function toUserErrors(refusals: readonly Refusal<UserErrorCode>[]): UserErrorShape[] {
  const places = new Map<string, number>();
  for (const { field } of refusals) {
    const place = field.join('.');
    if (!places.has(place)) places.set(place, places.size);
  }
  const rank = ({ field, code }: UserErrorShape): readonly [number, number] => [
    places.get(field.join('.')) ?? 0,
    USER_ERROR_PRECEDENCE.get(code) ?? 0,
  ];
  return refusals
    .map(({ code, field, message, suggestion }) => ({ code, field, message, suggestion: suggestion ?? null }))
    .sort((a, b) => {
      const [placeA, codeA] = rank(a);
      const [placeB, codeB] = rank(b);
      return placeA - placeB || codeA - codeB;
    });
}
