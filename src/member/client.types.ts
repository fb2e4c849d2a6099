import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';

import { toGlobalId } from '../common/id.js';
import { connectionOf, DateTimeScalar, describedEnum } from '../graphql/index.js';
import {
  CLIENT_AUTHENTICATION_METHODS,
  type ClientAuthenticationMethod,
  type ClientRow,
} from './client.statements.js';
import { Payload } from './payload.js';

const ClientAuthenticationEnum = describedEnum(
  'ClientAuthentication',
  'How a machine proves who it is at the token endpoint.',
  CLIENT_AUTHENTICATION_METHODS,
);

@ObjectType({ description: 'A machine credential of one member.' })
export class Client {
  @Field(() => ID, { description: 'The client.' })
  id!: string;

  @Field({ description: 'What it presents as `client_id` at the token endpoint.' })
  clientId!: string;

  @Field({ description: 'Its name.' })
  name!: string;

  @Field(() => [String], { description: 'The permissions that it holds.' })
  scopes!: readonly string[];

  @Field({ description: 'Whether it can get tokens.' })
  active!: boolean;

  @Field(() => ClientAuthenticationEnum, { description: 'How it proves who it is.' })
  authentication!: ClientAuthenticationMethod;

  @Field(() => String, { nullable: true, description: 'Where it publishes its keys, if it does.' })
  jwksUri!: string | null;

  @Field({ description: 'Whether it must prove its key with every request (DPoP, RFC 9449).' })
  dpopRequired!: boolean;

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  createdAt!: Date;
}

@ObjectType({ description: 'Clients, in the order they were made.' })
export class ClientConnection extends connectionOf(Client, 'Client') {}

@InputType({ description: 'A public key as RFC 7517 writes it: P-256 (for ES256) or Ed25519 (for EdDSA).' })
export class ClientKeyInput {
  @Field({ description: '`EC` or `OKP`.' })
  kty!: string;

  @Field({ description: '`P-256` or `Ed25519`.' })
  crv!: string;

  @Field({ description: 'The x coordinate, or the whole of an Ed25519 key, in base64url.' })
  x!: string;

  @Field(() => String, { nullable: true, description: 'The y coordinate of a P-256 key in base64url.' })
  y?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The name of the key; needed where there are several.',
  })
  kid?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Taken for convenience, and of no account: the curve decides.',
  })
  alg?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Taken for convenience, and of no account: it verifies.',
  })
  use?: string | null;
}

@InputType({ description: 'A set of public keys.' })
export class ClientKeySetInput {
  @Field(() => [ClientKeyInput], { description: '1 to 5 keys.' })
  keys!: ClientKeyInput[];
}

@InputType({ description: 'A new machine credential of the own member.' })
export class CreateClientInput {
  @Field({ description: 'Its name, 1 to 200 characters.' })
  name!: string;

  @Field(() => [String], { description: 'The permissions that it holds, e.g. `screening:run`.' })
  scopes!: string[];

  @Field(() => ClientKeySetInput, {
    nullable: true,
    description:
      'Keys by which it proves itself (private_key_jwt). Left out, as `jwksUri`: it gets a secret.',
  })
  jwks?: ClientKeySetInput | null;

  @Field(() => String, {
    nullable: true,
    description: 'The address where it publishes its keys, instead of `jwks`: https, at a public host.',
  })
  jwksUri?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether it must prove its key with every request (DPoP), so that a token that leaks is worth nothing. Left out: not.',
  })
  dpopRequired?: boolean | null;
}

@InputType({ description: 'Other keys for a client: either itself or where it publishes them.' })
export class SetClientKeysInput {
  @Field(() => ID, { description: 'The client.' })
  clientId!: string;

  @Field(() => ClientKeySetInput, { nullable: true, description: 'Its keys; all others are refused.' })
  jwks?: ClientKeySetInput | null;

  @Field(() => String, { nullable: true, description: 'The address where it publishes its keys.' })
  jwksUri?: string | null;
}

@InputType({ description: 'Whether a client must prove its key with every request.' })
export class SetClientDpopInput {
  @Field(() => ID, { description: 'The client.' })
  clientId!: string;

  @Field({ description: 'True: tokens that are not bound to a key are refused.' })
  required!: boolean;
}

@InputType({ description: 'A new secret for a client.' })
export class RotateClientSecretInput {
  @Field(() => ID, { description: 'The client.' })
  clientId!: string;
}

@InputType({ description: 'The end of a credential.' })
export class DeactivateClientInput {
  @Field(() => ID, { description: 'The client.' })
  clientId!: string;
}

@ObjectType({ isAbstract: true })
abstract class ClientPayload extends Payload {
  @Field(() => Client, { nullable: true, description: 'The client as it stands now; null when refused.' })
  client!: Readonly<Client> | null;
}

@ObjectType({ description: 'The answer to createClient.' })
export class CreateClientPayload extends ClientPayload {
  @Field(() => String, {
    nullable: true,
    description: 'The secret, shown this once; null for a client with keys.',
  })
  clientSecret!: string | null;
}

@ObjectType({ description: 'The answer to rotateClientSecret.' })
export class RotateClientSecretPayload extends ClientPayload {
  @Field(() => String, { nullable: true, description: 'The new secret, shown this once.' })
  clientSecret!: string | null;
}

@ObjectType({ description: 'The answer to setClientKeys.' })
export class SetClientKeysPayload extends ClientPayload {}

@ObjectType({ description: 'The answer to setClientDpop.' })
export class SetClientDpopPayload extends ClientPayload {}

@ObjectType({ description: 'The answer to deactivateClient.' })
export class DeactivateClientPayload extends ClientPayload {}

export function toClient(row: ClientRow): Readonly<Client> {
  const clientId = toGlobalId('client', row.id);
  const { name, scopes, active, createdAt, authentication, jwksUri, dpopRequired } = row;
  return { id: clientId, clientId, name, scopes, active, createdAt, authentication, jwksUri, dpopRequired };
}
