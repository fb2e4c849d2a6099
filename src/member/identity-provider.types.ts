import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';

import { toGlobalId } from '../common/id.js';
import { DateTimeScalar } from '../graphql/index.js';
import type { SeenProvider } from './identity-provider.service.js';
import { Payload } from './payload.js';

@ObjectType({ description: "A member's own OpenID Connect provider, by which its people sign in." })
export class IdentityProvider {
  @Field(() => ID, { description: 'The provider.' })
  id!: string;

  @Field({ description: 'Its issuer, an address.' })
  issuer!: string;

  @Field({ description: 'What Cordon is called at the provider.' })
  clientId!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The public key by which Cordon proves itself there (private_key_jwt, ES256), a JWK as JSON, to be registered at the provider; null where Cordon has a secret.',
  })
  publicKey!: string | null;

  @Field(() => [String], { description: 'Values of `acr` that stand for a second factor at this provider.' })
  acceptedAcr!: readonly string[];

  @Field({ description: 'Whether people of the member sign in by it alone.' })
  required!: boolean;

  @Field({ description: 'Where the provider sends browsers back to, to be registered there.' })
  redirectUri!: string;

  @Field({ description: "Where the member's people begin to sign in: an address to hand out." })
  signInUrl!: string;

  @Field(() => DateTimeScalar, { description: 'When it was last changed.' })
  changedAt!: Date;
}

@InputType({ description: 'The provider of the own member.' })
export class SetIdentityProviderInput {
  @Field({ description: 'Its issuer, as it stands in its ID tokens, e.g. `https://sign-in.bank.example`.' })
  issuer!: string;

  @Field({ description: 'What Cordon is called at the provider, 1 to 255 characters.' })
  clientId!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The secret that the provider gave for Cordon. Left out: Cordon makes a key of its own and shows its public half.',
  })
  clientSecret?: string | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'Values of `acr` that stand for a second factor at this provider, at most 10. Left out: `amr` has to name two factors.',
  })
  acceptedAcr?: string[] | null;
}

@InputType({ description: 'Whether people of the own member sign in by its provider alone.' })
export class SetIdentityProviderRequiredInput {
  @Field({ description: 'True: passwords and passkeys sign nobody of the member in.' })
  required!: boolean;
}

@InputType({ description: 'The end of a provider.' })
export class RemoveIdentityProviderInput {
  @Field(() => ID, {
    description: 'The provider of the own member, so that it is not another that was set meanwhile.',
  })
  identityProviderId!: string;
}

@ObjectType({ isAbstract: true })
abstract class IdentityProviderPayload extends Payload {
  @Field(() => IdentityProvider, {
    nullable: true,
    description: 'The provider as it stands now; null when refused.',
  })
  identityProvider!: Readonly<IdentityProvider> | null;
}

@ObjectType({ description: 'The answer to setIdentityProvider.' })
export class SetIdentityProviderPayload extends IdentityProviderPayload {}

@ObjectType({ description: 'The answer to setIdentityProviderRequired.' })
export class SetIdentityProviderRequiredPayload extends IdentityProviderPayload {}

@ObjectType({ description: 'The answer to removeIdentityProvider.' })
export class RemoveIdentityProviderPayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'The provider that was removed; null when refused.' })
  identityProviderId!: string | null;
}

export function toIdentityProvider({
  row,
  redirectUri,
  signInUrl,
}: SeenProvider): Readonly<IdentityProvider> {
  const { id, issuer, clientId, publicJwk, acceptedAcr, required, changedAt } = row;
  const publicKey = publicJwk === null ? null : JSON.stringify(publicJwk);
  const own = { issuer, clientId, publicKey, acceptedAcr, required, changedAt };
  return { id: toGlobalId('identityProvider', id), ...own, redirectUri, signInUrl };
}
