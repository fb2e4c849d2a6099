import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';

import { SESSION_LIFE_HOURS, type OwnSessionRow } from '../auth/index.js';
import { toGlobalId, type SessionId } from '../common/id.js';
import { DateTimeScalar, describedEnum } from '../graphql/index.js';
import { Payload } from './payload.js';

export const SignInMethodEnum = describedEnum('SignInMethod', 'How a person proved who they are.', {
  PASSWORD: 'By password and one-time code.',
  PASSKEY: 'By a passkey whose device verified its user.',
  PROVIDER: "By the member's own identity provider, with a second factor.",
});
export const SessionKindEnum = describedEnum('SessionKind', 'Who goes on with a session.', {
  PROGRAM: 'A program, such as the cordon command.',
  BROWSER: 'A browser.',
});

@ObjectType({
  description:
    'A sign-in that goes on. It ends 15 minutes after its last use, or eight hours after it began.',
})
export class Session {
  @Field(() => ID, { description: 'The session.' })
  id!: string;

  @Field(() => SessionKindEnum, { description: 'Who goes on with it.' })
  kind!: OwnSessionRow['kind'];

  @Field(() => SignInMethodEnum, { description: 'How its person last proved who they are.' })
  method!: OwnSessionRow['method'];

  @Field({ description: 'Whether it is the one that asks.' })
  current!: boolean;

  @Field(() => DateTimeScalar, { description: 'When it began.' })
  startedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was last used, to the minute.' })
  usedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When its person last proved who they are.' })
  authenticatedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it ends at the latest.' })
  endsAt!: Date;
}

@InputType({ description: 'The end of a session.' })
export class EndSessionInput {
  @Field(() => ID, { description: 'The session, one of your own.' })
  sessionId!: string;
}

@ObjectType({ description: 'The answer to endSession.' })
export class EndSessionPayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'The session that has ended; null when refused.' })
  sessionId!: string | null;
}

export function toSession(row: OwnSessionRow, current: SessionId | undefined): Readonly<Session> {
  const { id, kind, method, startedAt, usedAt, authenticatedAt } = row;
  const endsAt = new Date(startedAt.getTime() + SESSION_LIFE_HOURS * 3_600_000);
  const times = { startedAt, usedAt, authenticatedAt, endsAt };
  return { id: toGlobalId('session', id), kind, method, current: id === current, ...times };
}
