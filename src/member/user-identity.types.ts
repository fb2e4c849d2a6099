import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';

import { DateTimeScalar } from '../graphql/index.js';
import { Payload } from './payload.js';

@InputType({ description: 'Whom to invite.' })
export class CreateUserInvitationInput {
  @Field(() => ID, { description: 'A user of the own member.' })
  userId!: string;
}

@ObjectType({ description: 'The answer to createUserInvitation.' })
export class CreateUserInvitationPayload extends Payload {
  @Field(() => String, {
    nullable: true,
    description:
      'The address to hand to the person, shown this once. Whoever opens it first, and signs in at the provider, is the user from then on.',
  })
  url!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when it can be used: 72 hours.' })
  expiresAt!: Date | null;
}

@InputType({ description: 'The account by which a user signs in.' })
export class AttachUserIdentityInput {
  @Field(() => ID, { description: 'A user of the own member.' })
  userId!: string;

  @Field({
    description:
      "The account's subject (`sub`) at the own member's provider, 1 to 255 characters: not an e-mail address, which a provider may give to another person later.",
  })
  subject!: string;
}

@InputType({ description: 'Whose account is taken away.' })
export class DetachUserIdentityInput {
  @Field(() => ID, { description: 'A user of the own member.' })
  userId!: string;
}

@ObjectType({ description: 'The answer to attachUserIdentity.' })
export class AttachUserIdentityPayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'The user; null when refused.' })
  userId!: string | null;
}

@ObjectType({ description: 'The answer to detachUserIdentity.' })
export class DetachUserIdentityPayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'The user; null when refused.' })
  userId!: string | null;
}
