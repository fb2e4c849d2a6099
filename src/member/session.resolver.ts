import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';

import { CurrentActor, Requires } from '../access/index.js';
import { OwnSessions } from '../auth/index.js';
import type { Actor } from '../common/actor.js';
import { accepted, refused, type Result } from '../common/refusal.js';
import { idOf } from '../common/id-in.js';
import { split } from './payload.js';
import { personOf } from './person-of.js';
import { EndSessionInput, EndSessionPayload, Session, toSession } from './session.types.js';

/** The sessions of whoever asks. */
@Resolver(() => Session)
export class SessionResolver {
  constructor(private readonly sessions: OwnSessions) {}

  @Query(() => [Session], {
    name: 'sessions',
    description: 'Your own sessions that go on, the last used first, at most 100.',
  })
  @Requires('session:manage')
  async ownSessions(@CurrentActor() actor: Actor): Promise<readonly Readonly<Session>[]> {
    const person = personOf(actor);
    return (await this.sessions.list(person)).map((row) => toSession(row, person.sessionId));
  }

  @Mutation(() => EndSessionPayload, {
    description:
      'Ends one of your own sessions, at its next use; an access token that a program got by it lives on for at most its five minutes.',
  })
  @Requires('session:manage')
  async endSession(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which session.' }) { sessionId }: EndSessionInput,
  ): Promise<Readonly<EndSessionPayload>> {
    const isEnded = await this.sessions.end(personOf(actor), idOf('session', sessionId));
    const result: Result<string, 'NOT_FOUND'> = isEnded
      ? accepted(sessionId)
      : refused({
          code: 'NOT_FOUND',
          field: ['sessionId'],
          message: 'There is no such session of yours, or it has ended.',
        });
    const [ended, userErrors] = split(result);
    return { sessionId: ended ?? null, userErrors };
  }
}
