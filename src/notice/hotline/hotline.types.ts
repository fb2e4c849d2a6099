import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { CheckedByService, CountryScalar, UserError, type UserErrorShape } from '../../graphql/index.js';

@ObjectType('Hotline', { description: 'Whom to call when a child is at risk.' })
export class HotlineType {
  @Field(() => ID, { description: 'The member.' })
  memberId!: string;

  @Field({ description: 'Its name.' })
  name!: string;

  @Field(() => CountryScalar, { description: 'Where it is at home.' })
  country!: string;

  @Field({ description: 'Its telephone, in E.164: + and the country first.' })
  telephone!: string;
}

@CheckedByService()
@InputType({ description: 'By which number your member, a hotline, is called.' })
export class SetHotlineTelephoneInput {
  @Field({ description: 'The number, with + and its country.' })
  telephone!: string;
}

@ObjectType({ description: 'The answer to setHotlineTelephone.' })
export class SetHotlineTelephonePayload {
  @Field(() => String, { nullable: true, description: 'The number as it is shown; null when refused.' })
  telephone!: string | null;

  @Field(() => [UserError], { description: 'The rules that the input broke; empty when it was taken.' })
  userErrors!: readonly UserErrorShape[];
}
