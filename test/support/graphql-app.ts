import { Global, Module, type Type } from '@nestjs/common';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import type { FastifyRequest } from 'fastify';
import { AccessModule, Authenticator } from '../../src/access/index.js';
import type { Actor, Role } from '../../src/common/actor.js';
import { Clock, SystemClock } from '../../src/common/clock.js';
import { newId } from '../../src/common/id.js';
import {
  configureApp,
  createFastifyAdapter,
  GraphqlModule,
  type ErrorMapper,
} from '../../src/graphql/index.js';

const AT_HAND = { epoch: 1, requestId: 'test' };

/** A person with these roles, of a member of its own. */
export function aUser(...roles: readonly Role[]): Actor {
  return {
    kind: 'user',
    memberId: newId('member'),
    userId: newId('user'),
    roles,
    authenticatedAt: new Date(),
    ...AT_HAND,
  };
}

/** A machine with these scopes, of a member of its own. */
export function aClient(...scopes: readonly string[]): Actor {
  return { kind: 'client', memberId: newId('member'), clientId: newId('client'), scopes, ...AT_HAND };
}

/** Knows actors by the word after `Bearer`, in the place of the real authentication. */
export class FakeAuthenticator extends Authenticator {
  /** How often a credential was looked at. */
  looks = 0;

  constructor(private readonly actors: Readonly<Record<string, Actor>>) {
    super();
  }

  override authenticate(request: FastifyRequest): Promise<Actor | undefined> {
    this.looks += 1;
    const name = request.headers.authorization?.replace('Bearer ', '') ?? '';
    return Promise.resolve(this.actors[name]);
  }
}

export interface GraphqlAppParts {
  readonly resolvers: readonly Type[];
  readonly controllers?: readonly Type[];
  readonly authenticator?: Authenticator;
  readonly errorMappers?: readonly ErrorMapper[];
}

/** The GraphQL and access layers on a real HTTP server, with resolvers of the test's own. Not yet started. */
export async function aGraphqlApp(parts: GraphqlAppParts): Promise<NestFastifyApplication> {
  const { resolvers, controllers = [], errorMappers = [] } = parts;
  const authenticator = parts.authenticator ?? new FakeAuthenticator({});

  @Global()
  @Module({
    providers: [
      { provide: Authenticator, useValue: authenticator },
      { provide: Clock, useClass: SystemClock },
    ],
    exports: [Authenticator, Clock],
  })
  class FakeAuthModule {}

  @Module({
    imports: [GraphqlModule.forRoot({ errorMappers }), AccessModule, FakeAuthModule],
    controllers: [...controllers],
    providers: [...resolvers],
  })
  class TestAppModule {}

  const testing = await Test.createTestingModule({ imports: [TestAppModule] }).compile();
  const app = testing.createNestApplication<NestFastifyApplication>(createFastifyAdapter());
  app.useLogger(false);
  await configureApp(app);
  return app;
}
