import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';

import type { PasskeyRow } from '../auth/index.js';
import { toGlobalId } from '../common/id.js';
import { DateTimeScalar } from '../graphql/index.js';
import { Payload } from './payload.js';

@ObjectType({
  description: 'A passkey by which a person signs in without a password. It is made on the page /sign-in.',
})
export class Passkey {
  @Field(() => ID, { description: 'The passkey.' })
  id!: string;

  @Field({ description: 'What its owner calls it.' })
  name!: string;

  @Field({ description: "Whether the owner's devices may copy it among themselves." })
  synced!: boolean;

  @Field(() => DateTimeScalar, { description: 'When it was registered.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it last signed in; null for never.' })
  usedAt!: Date | null;
}

@InputType({ description: 'The end of a passkey.' })
export class RemovePasskeyInput {
  @Field(() => ID, { description: 'The passkey, one of your own.' })
  passkeyId!: string;
}

@ObjectType({ description: 'The answer to removePasskey.' })
export class RemovePasskeyPayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'The passkey that was removed; null when refused.' })
  passkeyId!: string | null;
}

export function toPasskey({ id, name, synced, createdAt, usedAt }: PasskeyRow): Readonly<Passkey> {
  return { id: toGlobalId('passkey', id), name, synced, createdAt, usedAt };
}
