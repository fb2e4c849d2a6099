import { Field, InputType, Int } from '@nestjs/graphql';
import type { IdentifierType, SubjectInput } from '../../identifier/index.js';
import { IdentifierTypeEnum } from './report.enums.js';

@InputType({ description: 'A postal address of a merchant.' })
export class AddressInput {
  @Field(() => String, {
    nullable: true,
    description: 'Street and house number, on one line; left out where only the town is known.',
  })
  line?: string | null;

  @Field(() => String, { nullable: true, description: 'Town.' })
  city?: string | null;

  @Field(() => String, { nullable: true, description: 'State, province or region.' })
  region?: string | null;

  @Field(() => String, { nullable: true, description: 'Postal code.' })
  postcode?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Country by its two letters; left out: the merchant's.",
  })
  country?: string | null;
}

@InputType({ description: 'A person behind a merchant: an owner or director.' })
export class PrincipalInput {
  @Field({ description: 'Full name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Date of birth, YYYY-MM-DD.' })
  birthDate?: string | null;

  @Field(() => Int, { nullable: true, description: 'Year of birth, where the date is not known.' })
  birthYear?: number | null;

  @Field(() => String, { nullable: true, description: 'Country of residence by its two letters.' })
  country?: string | null;
}

@InputType({
  description: 'One identifier of a merchant that is neither a name nor an address nor a person.',
})
export class IdentifierInput {
  @Field(() => IdentifierTypeEnum, { description: 'What it is.' })
  type!: IdentifierType;

  @Field(() => String, {
    nullable: true,
    description:
      "Within what the value is unique; see the types. Left out where a country is meant: the merchant's.",
  })
  scope?: string | null;

  @Field({ description: 'The value, as it was found.' })
  value!: string;
}

/**
 * The fields that describe a merchant, in a report as in a screening. Countries and dates of birth are texts here and not
 * scalars, so that a wrong one is refused as that field of that merchant and not as the whole request.
 */
@InputType({ isAbstract: true })
export abstract class SubjectFields {
  @Field(() => String, { nullable: true, description: 'Name in the company register.' })
  legalName?: string | null;

  @Field(() => [String], { nullable: true, description: 'Names it trades under, at most 10.' })
  tradeNames?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Descriptors on statements (DE43), at most 10.' })
  descriptors?: string[] | null;

  @Field(() => [AddressInput], { nullable: true, description: 'Addresses, at most 5.' })
  addresses?: AddressInput[] | null;

  @Field(() => [PrincipalInput], { nullable: true, description: 'Owners and directors, at most 5.' })
  principals?: PrincipalInput[] | null;

  @Field(() => [IdentifierInput], { nullable: true, description: 'Everything else, at most 50.' })
  identifiers?: IdentifierInput[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The merchant's country by its two letters (ISO 3166-1): the default scope of telephone, company and tax numbers.",
  })
  country?: string | null;
}

/** The description in the form that the rules take: a null of GraphQL is an absent field. */
export function toSubjectInput(fields: SubjectFields): SubjectInput {
  return {
    legalName: fields.legalName ?? undefined,
    tradeNames: fields.tradeNames ?? undefined,
    descriptors: fields.descriptors ?? undefined,
    addresses: fields.addresses?.map((address) => ({ ...withoutNulls(address), line: address.line ?? '' })),
    principals: fields.principals?.map((principal) => withoutNulls(principal)),
    identifiers: fields.identifiers?.map((identifier) => withoutNulls(identifier)),
    country: fields.country ?? undefined,
  };
}

type WithoutNulls<T> = { [Key in keyof T]: Exclude<T[Key], null> };

function withoutNulls<T extends object>(fields: T): WithoutNulls<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as WithoutNulls<T>;
}
