import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Query, Resolver } from '@nestjs/graphql';
import { type AuditResult, auditServer } from 'graphql-http';
import { Requires } from '../src/access/index.js';
import { aGraphqlApp } from './support/graphql-app.js';

@Resolver()
class GreetingResolver {
  @Query(() => String, { description: 'A greeting.' })
  @Requires('viewer:read')
  greeting(): string {
    return 'hello';
  }
}

describe('the graphql-http audits of a server', () => {
  let app: NestFastifyApplication;
  let results: AuditResult[];

  beforeAll(async () => {
    app = await aGraphqlApp({ resolvers: [GreetingResolver] });
    await app.listen(0, '127.0.0.1');
    results = await auditServer({ url: `${await app.getUrl()}/graphql` });
  });

  afterAll(() => app.close());

  const named = (status: AuditResult['status']): string[] =>
    results.filter((result) => result.status === status).map(({ id, name }) => `${id} ${name}`);

  it('finds no errors', () => {
    expect(named('error')).toEqual([]);
  });

  it('finds no warnings', () => {
    expect(named('warn')).toEqual([]);
  });

  it('notices only that GET is not taken, by design', () => {
    expect(named('notice').filter((name) => !name.includes('GET'))).toEqual([]);
    expect(results.length).toBeGreaterThan(60);
  });
});
