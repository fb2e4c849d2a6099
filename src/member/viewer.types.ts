import { Field, ObjectType } from '@nestjs/graphql';

import type { Role } from '../common/actor.js';
import { Client } from './client.types.js';
import { Member } from './member.types.js';
import { RoleEnum } from './member.enums.js';
import { User } from './user.types.js';

@ObjectType({ description: 'Who asks: a person or a machine of one member.' })
export class Viewer {
  @Field(() => Member, { description: 'The member on whose behalf it asks.' })
  member!: Readonly<Member>;

  @Field(() => User, { nullable: true, description: 'The person; null for a machine.' })
  user!: Readonly<User> | null;

  @Field(() => Client, { nullable: true, description: 'The machine; null for a person.' })
  client!: Readonly<Client> | null;

  @Field(() => [RoleEnum], { description: 'Roles of the person; none for a machine.' })
  roles!: readonly Role[];

  @Field(() => [String], { description: 'What it may do, e.g. `report:submit`.' })
  permissions!: readonly string[];
}
