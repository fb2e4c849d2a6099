import { ArgsType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import {
  CheckedByService,
  connectionOf,
  DateTimeScalar,
  describedEnum,
  PageArgs,
  UserError,
  type UserErrorShape,
} from '../../graphql/index.js';
import type { ServiceRangeKind } from '../../identifier/index.js';

export const ServiceRangeKindEnum = describedEnum<ServiceRangeKind>(
  'ServiceRangeKind',
  'By what it is told who serves an account.',
  {
    ACQUIRER: 'The acquirer of card acceptor and terminal IDs: BIN:066907 or ICA:1234.',
    FACILITATOR: 'The payment facilitator of sub-merchant IDs, by its name.',
    WALLET_PROVIDER: 'The provider of wallet accounts.',
    BIC: 'The bank of accounts: 8 characters are all of its branches, 11 are one.',
    IBAN_BANK: 'The bank of IBANs: the country and the code of the bank in them, such as NLTEST.',
    CLEARING_CODE: 'The bank of accounts by a national code, such as GB-SORTCODE:123456.',
  },
);

@ObjectType('ServiceRange', {
  description: 'What a member serves: merchants whose accounts lie in it are its to act on.',
})
export class ServiceRangeType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => ID, { description: 'The member that registered it.' })
  memberId!: string;

  @Field(() => ServiceRangeKindEnum, { description: 'By what it is told.' })
  kind!: ServiceRangeKind;

  @Field({ description: 'The range in its normal form.' })
  value!: string;

  @Field(() => DateTimeScalar, { description: 'When it was registered.' })
  registeredAt!: Date;
}

@ObjectType({ description: 'Ranges in the order of their kinds and values.' })
export class ServiceRangeConnection extends connectionOf(ServiceRangeType, 'ServiceRange') {}

@CheckedByService()
@InputType({ description: 'A range that your member serves.' })
export class RegisterServiceRangeInput {
  @Field(() => ServiceRangeKindEnum, { description: 'By what it is told.' })
  kind!: ServiceRangeKind;

  @Field({ description: 'The range, at most 100 characters, written as its kind says.' })
  value!: string;
}

@CheckedByService()
@InputType({ description: 'A range that is served no more.' })
export class RemoveServiceRangeInput {
  @Field(() => ID, { description: 'The range.' })
  serviceRangeId!: string;
}

@ArgsType()
export class ServiceRangesArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only those of this member.' })
  memberId?: string | null;
}

@ObjectType({ isAbstract: true })
abstract class ServiceRangePayload {
  @Field(() => ServiceRangeType, { nullable: true, description: 'The range; null when it was refused.' })
  serviceRange!: ServiceRangeType | null;

  @Field(() => [UserError], { description: 'The rules that the input broke; empty when it was taken.' })
  userErrors!: readonly UserErrorShape[];
}

@ObjectType({ description: 'The answer to registerServiceRange.' })
export class RegisterServiceRangePayload extends ServiceRangePayload {}

@ObjectType({ description: 'The answer to removeServiceRange.' })
export class RemoveServiceRangePayload extends ServiceRangePayload {}
