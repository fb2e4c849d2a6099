import { createHash } from 'node:crypto';
import { Query, Resolver } from '@nestjs/graphql';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
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

describe('GET /graphiql', () => {
  let app: NestFastifyApplication;
  let page: request.Response;

  beforeAll(async () => {
    app = await aGraphqlApp({ resolvers: [GreetingResolver] });
    await app.listen(0, '127.0.0.1');
    page = await request(app.getHttpServer()).get('/graphiql');
  });

  afterAll(() => app.close());

  it('serves the explorer as one page, compressed', () => {
    expect([page.status, page.headers['content-type'], page.headers['content-encoding']]).toEqual([
      200,
      'text/html; charset=utf-8',
      'gzip',
    ]);
    expect(page.text).toContain('Cordon GraphiQL');
    expect(page.text).toContain('Bearer PASTE YOUR TOKEN HERE');
  });

  it('loads nothing from elsewhere: no element of the page has an address, and its policy names no other host', () => {
    const markup = page.text.replace(/<script>[^]*<\/script>/, '').replace(/<style>[^]*<\/style>/, '');
    const addresses = [...markup.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address = '']) => address);
    expect(addresses.filter((address) => !address.startsWith('data:'))).toEqual([]);

    const policy = page.headers['content-security-policy'] ?? '';
    expect(policy).not.toMatch(/https?:|\*/);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self'");
  });

  it('allows the script of the page by its hash', () => {
    const script = /<script>([^]*)<\/script>/.exec(page.text)?.[1] ?? '';
    const hash = createHash('sha256').update(script).digest('base64');
    expect(page.headers['content-security-policy']).toContain(`script-src 'sha256-${hash}' blob:;`);
  });

  it('is not sent again while it has not changed', async () => {
    const again = await request(app.getHttpServer())
      .get('/graphiql')
      .set('if-none-match', page.headers['etag'] ?? '');
    expect([again.status, again.text]).toEqual([304, '']);
  });

  it('is sent as it is to a client that takes no compression', async () => {
    const plain = await request(app.getHttpServer()).get('/graphiql').set('accept-encoding', 'identity');
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.text).toBe(page.text);
  });

  it('answers to GET alone', async () => {
    expect((await request(app.getHttpServer()).post('/graphiql')).status).toBe(404);
  });
});
