import { Controller, Get } from '@nestjs/common';
import { Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
import { aClient, aGraphqlApp, aUser, FakeAuthenticator } from '../../test/support/graphql-app.js';
import { type Actor, principalId } from '../common/actor.js';
import { CurrentActor, OperationRegistry, PublicRoute, Requires } from './index.js';

@Resolver()
class CountingResolver {
  @Query(() => String, { description: 'Who asks.' })
  @Requires('viewer:read')
  viewer(@CurrentActor() actor: Actor): string {
    return principalId(actor);
  }

  @Query(() => Int, { nullable: true, description: 'A count of indicators.' })
  @Requires('indicator:read')
  indicatorCount(): number {
    return 3;
  }

  @Mutation(() => Int, { nullable: true, description: 'Screens nothing.' })
  @Requires('screening:run')
  screenNothing(): number {
    return 0;
  }
}

@Resolver()
class ForgetfulResolver {
  @Query(() => Int, { description: 'A count that names no permission.' })
  forgotten(): number {
    return 1;
  }

  @Query(() => Int, { description: 'A count that would answer anyone.' })
  @PublicRoute()
  open(): number {
    return 1;
  }
}

@Controller('things')
class ThingController {
  @Get('open')
  @PublicRoute()
  open(): string {
    return 'open';
  }

  @Get('closed')
  @Requires('audit:read')
  closed(@CurrentActor() actor: Actor): string {
    return principalId(actor);
  }
}

@Controller('forgotten')
class ForgetfulController {
  @Get()
  list(): string {
    return 'anything';
  }
}

const submitter = aUser('SUBMITTER');
const auditor = aUser('AUDITOR');
const admin = aUser('COALITION_ADMIN');
const screeningClient = aClient('screening:run');

describe('the permission guard', () => {
  const authenticator = new FakeAuthenticator({ submitter, auditor, admin, screeningClient });
  let app: NestFastifyApplication;

  beforeAll(async () => {
    app = await aGraphqlApp({ resolvers: [CountingResolver], controllers: [ThingController], authenticator });
    await app.listen(0, '127.0.0.1');
  });

  afterAll(() => app.close());

  const ask = async (query: string, bearer?: string): Promise<{ data?: unknown; codes: unknown }> => {
    const sent = request(app.getHttpServer()).post('/graphql').send({ query });
    if (bearer !== undefined) void sent.set('authorization', `Bearer ${bearer}`);
    const { body } = (await sent) as {
      body: { data?: unknown; errors?: { message: string; extensions: { code: unknown } }[] };
    };
    return { data: body.data, codes: (body.errors ?? []).map(({ extensions }) => extensions.code) };
  };

  it('lets in an actor whose role carries the permission, and hands it to the resolver', async () => {
    expect(await ask('{ viewer indicatorCount }', 'submitter')).toEqual({
      data: { viewer: principalId(submitter), indicatorCount: 3 },
      codes: [],
    });
  });

  it('refuses each operation by itself where the role does not carry it', async () => {
    expect(await ask('{ viewer indicatorCount }', 'admin')).toEqual({
      data: { viewer: principalId(admin), indicatorCount: null },
      codes: ['FORBIDDEN'],
    });
  });

  it('lets in a client by its scopes alone', async () => {
    expect(await ask('mutation { screenNothing }', 'screeningClient')).toEqual({
      data: { screenNothing: 0 },
      codes: [],
    });
    expect((await ask('{ indicatorCount }', 'screeningClient')).codes).toEqual(['FORBIDDEN']);
  });

  it('refuses an anonymous caller every operation, and an unknown credential likewise', async () => {
    for (const bearer of [undefined, 'nobody']) {
      expect(await ask('{ indicatorCount }', bearer)).toEqual({
        data: { indicatorCount: null },
        codes: ['UNAUTHENTICATED'],
      });
      expect((await ask('mutation { screenNothing }', bearer)).codes).toEqual(['UNAUTHENTICATED']);
      expect(await ask('{ viewer }', bearer)).toEqual({ data: null, codes: ['UNAUTHENTICATED'] });
    }
  });

  it('answers the schema and __typename to anyone', async () => {
    expect(await ask('{ __typename }')).toEqual({ data: { __typename: 'Query' }, codes: [] });
    expect((await ask('{ __schema { queryType { name } } }')).codes).toEqual([]);
  });

  it('looks at a credential once per request, however many operations it holds', async () => {
    const before = authenticator.looks;
    await ask('{ viewer a: viewer indicatorCount }', 'submitter');
    expect(authenticator.looks - before).toBe(1);
  });

  describe('on plain HTTP routes', () => {
    const get = (path: string, bearer = 'nobody'): request.Test =>
      request(app.getHttpServer())
        .get(path)
        .set('authorization', `Bearer ${bearer}`)
        .set('x-request-id', 'r2');

    it('opens what is marked public', async () => {
      expect((await get('/things/open')).text).toBe('open');
    });

    it('asks for the permission otherwise', async () => {
      expect((await get('/things/closed', 'auditor')).text).toBe(principalId(auditor));
      const refused = await get('/things/closed', 'submitter');
      expect([refused.status, refused.body]).toEqual([
        403,
        {
          error: {
            code: 'FORBIDDEN',
            message: 'This operation needs the permission audit:read.',
            requestId: 'r2',
          },
        },
      ]);
      expect((await get('/things/closed')).status).toBe(401);
    });

    it('answers in the same form where there is nothing', async () => {
      const answer = await get('/nothing');
      expect([answer.status, answer.body]).toEqual([
        404,
        { error: { code: 'NOT_FOUND', message: 'Cannot GET /nothing', requestId: 'r2' } },
      ]);
    });
  });

  it('lists every operation with its permission', () => {
    expect(app.get(OperationRegistry).listOperations()).toEqual([
      { kind: 'GET', name: '/things/closed', rule: 'audit:read', handler: 'ThingController.closed' },
      { kind: 'GET', name: '/things/open', rule: 'PUBLIC', handler: 'ThingController.open' },
      {
        kind: 'Mutation',
        name: 'screenNothing',
        rule: 'screening:run',
        handler: 'CountingResolver.screenNothing',
      },
      {
        kind: 'Query',
        name: 'indicatorCount',
        rule: 'indicator:read',
        handler: 'CountingResolver.indicatorCount',
      },
      { kind: 'Query', name: 'viewer', rule: 'viewer:read', handler: 'CountingResolver.viewer' },
    ]);
  });
});

describe('an application with an operation that names no permission', () => {
  it('does not start, and says which', async () => {
    const app = await aGraphqlApp({ resolvers: [ForgetfulResolver], controllers: [ForgetfulController] });
    await expect(app.init()).rejects.toThrow(
      'These operations name no permission: GET /forgotten (ForgetfulController.list), ' +
        'Query forgotten (ForgetfulResolver.forgotten), Query open (ForgetfulResolver.open).',
    );
    await app.close();
  });
});
