import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';

import type { Role } from '../common/actor.js';
import { toGlobalId } from '../common/id.js';
import { connectionOf, DateTimeScalar } from '../graphql/index.js';
import { RoleEnum } from './member.enums.js';
import { Payload } from './payload.js';
import { RoleGrant, toRoleGrant } from './role-grant.types.js';
import type { ChangedUser } from './user.service.js';
import type { UserRow } from './user.statements.js';

@ObjectType({ description: 'A person of one member.' })
export class User {
  @Field(() => ID, { description: 'The user.' })
  id!: string;

  @Field({ description: 'The e-mail address that it signs in with.' })
  email!: string;

  @Field({ description: 'Its name.' })
  name!: string;

  @Field(() => [RoleEnum], { description: 'What it may do.' })
  roles!: readonly Role[];

  @Field({ description: 'Whether it can sign in.' })
  active!: boolean;

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  createdAt!: Date;
}

@ObjectType({ description: 'Users, in the order they were made.' })
export class UserConnection extends connectionOf(User, 'User') {}

@InputType({ description: 'A new user.' })
export class CreateUserInput {
  @Field(() => ID, {
    nullable: true,
    description:
      'Its member. Left out: your own. Another only for its first admin, by an admin of the coalition.',
  })
  memberId?: string | null;

  @Field({ description: 'The e-mail address to sign in with. No two users have the same.' })
  email!: string;

  @Field({ description: 'Its name, 1 to 200 characters.' })
  name!: string;

  @Field(() => [RoleEnum], { description: 'What it may do.' })
  roles!: Role[];
}

@InputType({ description: 'Other roles for a user.' })
export class ChangeUserRolesInput {
  @Field(() => ID, { description: 'The user.' })
  userId!: string;

  @Field(() => [RoleEnum], { description: 'All roles that it has from now on.' })
  roles!: Role[];
}

@InputType({ description: 'The end of an account.' })
export class DeactivateUserInput {
  @Field(() => ID, { description: 'The user.' })
  userId!: string;
}

@ObjectType({ isAbstract: true })
abstract class UserPayload extends Payload {
  @Field(() => User, { nullable: true, description: 'The user as it stands now; null when refused.' })
  user!: Readonly<User> | null;
}

@ObjectType({ isAbstract: true })
abstract class GrantedUserPayload extends UserPayload {
  @Field(() => RoleGrant, {
    nullable: true,
    description: 'The roles that wait for a second admin of the coalition; null where all are in force.',
  })
  pendingGrant!: Readonly<RoleGrant> | null;
}

@InputType({ description: 'New credentials for somebody who has lost theirs.' })
export class ResetUserSignInInput {
  @Field(() => ID, { description: 'The user, of your own member.' })
  userId!: string;
}

@ObjectType({
  description: 'The answer to resetUserSignIn. Password and TOTP secret are shown this once.',
})
export class ResetUserSignInPayload extends UserPayload {
  @Field(() => String, { nullable: true, description: 'The password, to be handed to the person.' })
  password!: string | null;

  @Field(() => String, { nullable: true, description: 'The TOTP secret in base32.' })
  totpSecret!: string | null;

  @Field(() => String, { nullable: true, description: 'The same as a URI, for a QR code.' })
  totpUri!: string | null;
}

@ObjectType({ description: 'The answer to createUser. Password and TOTP secret are shown this once.' })
export class CreateUserPayload extends GrantedUserPayload {
  @Field(() => String, { nullable: true, description: 'The password, to be handed to the person.' })
  password!: string | null;

  @Field(() => String, { nullable: true, description: 'The TOTP secret in base32.' })
  totpSecret!: string | null;

  @Field(() => String, { nullable: true, description: 'The same as a URI, for a QR code.' })
  totpUri!: string | null;
}

@ObjectType({ description: 'The answer to changeUserRoles.' })
export class ChangeUserRolesPayload extends GrantedUserPayload {}

@ObjectType({ description: 'The answer to deactivateUser.' })
export class DeactivateUserPayload extends UserPayload {}

/** A person with the roles that are in force, and what waits for a second admin. */
export function toChangedUser({ user, pendingGrant }: ChangedUser): {
  readonly user: Readonly<User>;
  readonly pendingGrant: Readonly<RoleGrant> | null;
} {
  return { user: toUser(user), pendingGrant: pendingGrant === undefined ? null : toRoleGrant(pendingGrant) };
}

export function toUser({ id, email, name, roles, active, createdAt }: UserRow): Readonly<User> {
  return { id: toGlobalId('user', id), email, name, roles, active, createdAt };
}
