import { Field, InputType, ObjectType } from '@nestjs/graphql';

import { DateTimeScalar } from '../graphql/index.js';
import { Payload } from './payload.js';

@InputType({ description: 'Another password of your own.' })
export class ChangePasswordInput {
  @Field({ description: 'The new one: 15 to 128 characters, not one of those that are tried first.' })
  password!: string;
}

@ObjectType({ description: 'The answer to changePassword.' })
export class ChangePasswordPayload extends Payload {
  @Field({ description: 'Whether the new password counts from now on.' })
  changed!: boolean;
}

@ObjectType({
  description: 'A secret for an authenticator app, shown once. It counts when a code of it was sent back.',
})
export class AuthenticatorOffer {
  @Field({ description: 'The TOTP secret in base32.' })
  totpSecret!: string;

  @Field({ description: 'The same as a URI, for a QR code.' })
  totpUri!: string;

  @Field({ description: 'What changeAuthenticator takes, once.' })
  ticket!: string;

  @Field(() => DateTimeScalar, { description: 'Until when.' })
  endsAt!: Date;
}

@InputType({ description: 'The proof that an authenticator app has the new secret.' })
export class ChangeAuthenticatorInput {
  @Field({ description: 'The ticket that came with the secret.' })
  ticket!: string;

  @Field({ description: 'The six digits that the app shows for it now.' })
  code!: string;
}

@ObjectType({ description: 'The answer to changeAuthenticator.' })
export class ChangeAuthenticatorPayload extends Payload {
  @Field({ description: 'Whether the new secret counts from now on, and the one before no longer.' })
  changed!: boolean;
}
