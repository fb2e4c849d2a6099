import { gzipSync } from 'node:zlib';
import { Args, Field, InputType, Int, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { IsOptional, MaxLength } from 'class-validator';
import { getIntrospectionQuery } from 'graphql';
import request from 'supertest';
import { Requires } from '../src/access/index.js';
import { pageOf } from '../src/common/page.js';
import { PublicError } from '../src/common/refusal.js';
import { aGraphqlApp, aUser, FakeAuthenticator } from './support/graphql-app.js';
import { DateTimeScalar, PageArgs, connectionOf, pageRequestOf, toConnection } from '../src/graphql/index.js';

@ObjectType({ description: 'A box in boxes.' })
class Box {
  @Field(() => Int, { description: 'How deep this box lies.' })
  level!: number;

  @Field(() => Box, { nullable: true, description: 'The box inside.' })
  inner!: Box | null;
}

@ObjectType({ description: 'Boxes.' })
class BoxConnection extends connectionOf(Box, 'Box') {}

@InputType({ description: 'A note to keep.' })
class NoteInput {
  @MaxLength(10)
  @Field({ description: 'What it says.' })
  text!: string;

  @IsOptional()
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was said.' })
  saidAt?: Date | null;
}

@Resolver()
class BoxResolver {
  @Query(() => Box, { description: 'One box.' })
  @Requires('viewer:read')
  box(): object {
    const inner = { level: 2, inner: null };
    return { level: 1, inner };
  }

  @Query(() => BoxConnection, { description: 'All boxes.' })
  @Requires('viewer:read')
  boxes(@Args() args: PageArgs): object {
    const { first } = pageRequestOf(args);
    return toConnection(
      pageOf([1, 2, 3], first, (level) => `c${level}`),
      (level) => ({ level, inner: null }),
    );
  }

  @Query(() => Int, { description: 'The number given.' })
  @Requires('viewer:read')
  number(@Args('value', { type: () => Int, description: 'A number.' }) value: number): number {
    return value;
  }

  @Query(() => Int, { nullable: true, description: 'Fails without a reason that concerns the caller.' })
  @Requires('viewer:read')
  failure(): number {
    throw new Error('the secret reason');
  }

  @Query(() => Int, { description: 'Fails for want of capacity.' })
  @Requires('viewer:read')
  busy(): number {
    throw new Error('pool', { cause: new PublicError('UNAVAILABLE', 'Busy: try again in a moment.') });
  }

  @Mutation(() => String, { description: 'Keeps a note.' })
  @Requires('viewer:read')
  keepNote(@Args('input', { description: 'The note.' }) input: NoteInput): string {
    return `${input.text} ${input.saidAt?.toISOString() ?? ''}`;
  }
}

const GRAPHQL_RESPONSE = 'application/graphql-response+json; charset=utf-8';

describe('POST /graphql', () => {
  let app: NestFastifyApplication;

  beforeAll(async () => {
    const authenticator = new FakeAuthenticator({ someone: aUser('SUBMITTER') });
    app = await aGraphqlApp({ resolvers: [BoxResolver], authenticator });
    await app.listen(0, '127.0.0.1');
  });

  afterAll(() => app.close());

  const raw = (body: string | Buffer, headers: Readonly<Record<string, string>> = {}): request.Test =>
    request(app.getHttpServer())
      .post('/graphql')
      .set({
        'content-type': 'application/json',
        authorization: 'Bearer someone',
        'x-request-id': 'r1',
        ...headers,
      })
      .serialize((value: unknown) => value as string)
      .send(body);
  const post = (body: unknown, headers: Readonly<Record<string, string>> = {}): request.Test =>
    raw(JSON.stringify(body), headers);
  const strictly = (body: unknown): request.Test => post(body, { accept: GRAPHQL_RESPONSE });

  /** The code of the only error, its status, and that neither data nor a stack comes with it. */
  const refusalOf = async (sent: request.Test): Promise<{ status: number; code: unknown }> => {
    const { status, text } = await sent;
    const { errors, ...rest } = JSON.parse(text) as {
      errors: { extensions: { code: unknown; requestId: unknown } }[];
    };
    expect(rest).toEqual({});
    expect(errors.every(({ extensions }) => extensions.requestId === 'r1')).toBe(true);
    expect(text).not.toMatch(/\bat .*\.(ts|js):|node_modules/);
    return { status, code: errors[0]?.extensions.code };
  };

  const durationsMs: number[] = [];
  const timed = async <Value>(work: () => Promise<Value>): Promise<Value> => {
    const started = performance.now();
    const value = await work();
    durationsMs.push(performance.now() - started);
    return value;
  };

  describe('answers', () => {
    it('a query, with the request id and headers that keep it from being stored', async () => {
      const answer = await post({ query: '{ box { level inner { level } } }' });
      expect(answer.body).toEqual({ data: { box: { level: 1, inner: { level: 2 } } } });
      expect(answer.headers).toMatchObject({
        'x-request-id': 'r1',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'content-type': 'application/json; charset=utf-8',
      });
    });

    it('with an id of its own where that of the caller could do harm in a log', async () => {
      const answer = await post({ query: '{ __typename }' }, { 'x-request-id': 'a b' });
      expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    });

    it('a page with its cursors', async () => {
      const answer = await post({
        query: '{ boxes(first: 2) { nodes { level } edges { cursor } pageInfo { hasNextPage endCursor } } }',
      });
      expect(answer.body).toEqual({
        data: {
          boxes: {
            nodes: [{ level: 1 }, { level: 2 }],
            edges: [{ cursor: 'c1' }, { cursor: 'c2' }],
            pageInfo: { hasNextPage: true, endCursor: 'c2' },
          },
        },
      });
    });

    it('a variable that is left out with its default', async () => {
      const query = 'query ($value: Int! = 7) { number(value: $value) }';
      for (const [variables, number] of [
        [undefined, 7],
        [{}, 7],
        [{ value: 3 }, 3],
      ] as const) {
        const answer = await post({ query, variables });
        expect(answer.body).toEqual({ data: { number } });
      }
    });

    it('the operation that is named, each time, though one document holds two', async () => {
      const query = 'query A { a: box { level } } query B { b: number(value: 7) }';
      for (const [operationName, key] of ['A', 'B', 'A', 'B', 'B', 'A'].map((name) => [
        name,
        name.toLowerCase(),
      ])) {
        const answer = await post({ query, operationName });
        expect(Object.keys((answer.body as { data: object }).data)).toEqual([key]);
      }
    });

    it('the introspection query that explorers send', async () => {
      const options = {
        specifiedByUrl: true,
        schemaDescription: true,
        inputValueDeprecation: true,
        oneOf: true,
      };
      const answer = await post({ query: getIntrospectionQuery(options) });
      expect(answer.body).toEqual({ data: { __schema: expect.any(Object) as object } });
    });

    it('a mutation with a converted scalar', async () => {
      const query = 'mutation ($input: NoteInput!) { keepNote(input: $input) }';
      const variables = { input: { text: 'hello', saidAt: '2026-03-01T10:30:00+01:00' } };
      const answer = await post({ query, variables });
      expect(answer.body).toEqual({ data: { keepNote: 'hello 2026-03-01T09:30:00.000Z' } });
    });
  });

  describe('reports errors', () => {
    it('of the operation with code, path and request id, and nothing of the reason', async () => {
      const answer = await post({ query: '{ failure box { level } }' });
      expect(answer.status).toBe(200);
      expect(answer.body).toEqual({
        data: { failure: null, box: { level: 1 } },
        errors: [
          {
            message: 'Something went wrong on our side. Quote the request id.',
            locations: [{ line: 1, column: 3 }],
            path: ['failure'],
            extensions: { code: 'INTERNAL', requestId: 'r1' },
          },
        ],
      });
    });

    it('of its own to the log, once, with the request id and the reason', async () => {
      const logged: unknown[][] = [];
      const ignore = (): void => undefined;
      app.useLogger({ log: ignore, warn: ignore, error: (...entry: unknown[]) => logged.push(entry) });
      await post({ query: '{ failure }' });
      app.useLogger(false);
      expect(logged).toEqual([
        ['request r1 at failure', expect.stringContaining('Error: the secret reason') as string, 'Fault'],
      ]);
    });

    it.each(['application/json', GRAPHQL_RESPONSE])(
      'of capacity as 503, to be tried again, for %s',
      async (accept) => {
        const answer = await post({ query: '{ busy }' }, { accept });
        expect([answer.status, answer.headers['retry-after']]).toEqual([503, '1']);
        expect(answer.text).toContain('"code":"UNAVAILABLE"');
      },
    );

    it('of input classes by field and rule', async () => {
      const query = 'mutation { keepNote(input: { text: "longer than ten" }) }';
      const { body } = (await post({ query })) as {
        body: { data: unknown; errors: { extensions: unknown }[] };
      };
      expect(body.errors[0]?.extensions).toEqual({
        code: 'BAD_USER_INPUT',
        requestId: 'r1',
        fields: [{ field: 'text', message: 'text must be shorter than or equal to 10 characters.' }],
      });
    });

    it('of a page size that comes by a variable', async () => {
      const query = 'query ($first: Int!) { boxes(first: $first) { nodes { level } } }';
      const { body } = (await post({ query, variables: { first: 101 } })) as {
        body: { errors: { extensions: unknown }[] };
      };
      expect(body.errors[0]?.extensions).toEqual({
        code: 'BAD_USER_INPUT',
        requestId: 'r1',
        fields: [{ field: 'first', message: 'Must be 1 to 100.' }],
      });
    });

    it('of authentication and permission alike for every caller of an operation', async () => {
      const { body } = (await post({ query: '{ box { level } }' }, { authorization: 'Bearer nobody' })) as {
        body: { data: unknown; errors: { extensions: unknown }[] };
      };
      expect(body.data).toBeNull();
      expect(body.errors[0]?.extensions).toEqual({ code: 'UNAUTHENTICATED', requestId: 'r1' });
    });
  });

  describe('chooses status and media type by the accept header', () => {
    const invalid = { query: '{ nothing }' };

    it.each([
      [undefined, 200, 'application/json'],
      ['*/*', 200, 'application/json'],
      ['application/json', 200, 'application/json'],
      ['application/graphql-response+json', 400, 'application/graphql-response+json'],
      ['application/graphql-response+json, application/json;q=0.9', 400, 'application/graphql-response+json'],
      ['application/graphql-response+json;q=0.5, application/json', 200, 'application/json'],
      ['text/html, */*;q=0.1', 200, 'application/json'],
    ])('%s: an invalid document is %i %s', async (accept, status, type) => {
      const answer = await post(invalid, accept === undefined ? {} : { accept });
      expect([answer.status, answer.headers['content-type']]).toEqual([status, `${type}; charset=utf-8`]);
    });

    it('refuses an accept header that allows neither', async () => {
      expect(await refusalOf(post(invalid, { accept: 'text/html' }))).toEqual({
        status: 406,
        code: 'NOT_ACCEPTABLE',
      });
    });
  });

  describe('refuses before execution', () => {
    const fields = (count: number, text: (index: number) => string): string =>
      Array.from({ length: count }, (_unused, index) => text(index)).join(' ');
    const nested = (depth: number): string =>
      `{ box ${'{ inner '.repeat(depth)} { level } ${'}'.repeat(depth)} }`;
    const bomb = (): string => {
      const levels = fields(
        12,
        (index) => `fragment F${index} on Box { ...F${index + 1} inner { ...F${index + 1} } }`,
      );
      return `{ box { ...F0 } } ${levels} fragment F12 on Box { level }`;
    };
    const introspection = (): string => {
      const deep = 'fields { type { fields { type { fields { name } } } } }';
      return `{ __schema { types { ${deep} } } }`;
    };

    it.each<[string, string, string]>([
      ['an alias bomb', `{ box { ${fields(60, (index) => `a${index}: level`)} } }`, 'TOO_COMPLEX'],
      ['deep nesting', nested(20), 'TOO_COMPLEX'],
      ['the deepest nesting that the tokens allow', nested(900), 'TOO_COMPLEX'],
      ['a long list of root fields', `{ ${fields(11, (index) => `f${index}: __typename`)} }`, 'TOO_COMPLEX'],
      [
        'root fields behind a fragment',
        `{ ...F } fragment F on Query { ${fields(11, (index) => `f${index}: __typename`)} }`,
        'TOO_COMPLEX',
      ],
      ['one field over and over', `{ box { ${'level '.repeat(301)} } }`, 'TOO_COMPLEX'],
      ['fragments that double at each level', bomb(), 'TOO_COMPLEX'],
      ['10,000 tokens', `{ box { ${'level '.repeat(10_000)} } }`.slice(0, 30_000), 'TOO_COMPLEX'],
      ['a text that is too long', `{ box { level } } #${'x'.repeat(40_000)}`, 'TOO_COMPLEX'],
      ['a directive bomb', `{ box { level ${'@include(if: true) '.repeat(30)} } }`, 'TOO_COMPLEX'],
      ['many operations', fields(41, (index) => `query Q${index} { box { level } }`), 'TOO_COMPLEX'],
      [
        'a fragment in a circle',
        '{ box { ...A } } fragment A on Box { inner { ...B } } fragment B on Box { ...A }',
        'GRAPHQL_VALIDATION_FAILED',
      ],
      ['a fragment in itself', '{ box { ...A } } fragment A on Box { ...A }', 'GRAPHQL_VALIDATION_FAILED'],
      ['a page that is too large', '{ boxes(first: 101) { nodes { level } } }', 'BAD_USER_INPUT'],
      ['a page of none', '{ boxes(first: 0) { nodes { level } } }', 'BAD_USER_INPUT'],
      ['introspection in a circle', introspection(), 'GRAPHQL_VALIDATION_FAILED'],
      ['an alias that names a prototype', '{ __proto__: box { level } }', 'GRAPHQL_VALIDATION_FAILED'],
      [
        'a variable that names a prototype',
        'query ($__proto__: Int!) { number(value: $__proto__) }',
        'GRAPHQL_VALIDATION_FAILED',
      ],
      ['a field that is not there', '{ nothing }', 'GRAPHQL_VALIDATION_FAILED'],
      ['a parsed document in JSON', '{"kind":"Document","definitions":[]}', 'GRAPHQL_PARSE_FAILED'],
      ['JSON that is no document', 'null', 'GRAPHQL_PARSE_FAILED'],
      ['a document that breaks off', '{ box {', 'GRAPHQL_PARSE_FAILED'],
      ['a number out of range', '{ number(value: 2147483648) }', 'GRAPHQL_VALIDATION_FAILED'],
      [
        'lists nested in a literal',
        `{ number(value: ${'['.repeat(900)}1${']'.repeat(900)}) }`,
        'GRAPHQL_VALIDATION_FAILED',
      ],
      ['a subscription', 'subscription { box { level } }', 'GRAPHQL_VALIDATION_FAILED'],
      ['definitions of types', 'type Query { box: Int }', 'GRAPHQL_VALIDATION_FAILED'],
      ['NUL in a literal', 'mutation { keepNote(input: { text: "\\u0000" }) }', 'BAD_USER_INPUT'],
      ['NUL in a literal, in braces', 'mutation { keepNote(input: { text: "\\u{00}" }) }', 'BAD_USER_INPUT'],
      ['NUL itself in a literal', 'mutation { keepNote(input: { text: "\0" }) }', 'BAD_USER_INPUT'],
      [
        'half a surrogate pair in a literal',
        'mutation { keepNote(input: { text: "\\ud800" }) }',
        'GRAPHQL_PARSE_FAILED',
      ],
      ['half a surrogate pair in the document', '{ box { level } } #\ud800', 'BAD_USER_INPUT'],
    ])('%s', async (_name, query, code) => {
      expect(await timed(() => refusalOf(strictly({ query })))).toEqual({ status: 400, code });
    });

    it.each<[string, unknown]>([
      ['a number out of range', { value: 2 ** 31 }],
      ['a number with a fraction', { value: 1.5 }],
      ['a number as text', { value: '1' }],
      ['null', { value: null }],
      ['nothing', {}],
      ['an object', { value: { toString: 1 } }],
      ['a text of 500 KB', { value: 'x'.repeat(500_000) }],
    ])('%s in the place of a number, at each of three requests', async (_name, variables) => {
      // The first is validated, the second compiled, the third runs compiled.
      for (const query of Array.from({ length: 3 }, () => 'query ($value: Int!) { number(value: $value) }')) {
        const sent = strictly({ query, variables });
        expect(await refusalOf(sent)).toEqual({ status: 400, code: 'BAD_USER_INPUT' });
        expect((await sent).text.length).toBeLessThan(1000);
      }
    });

    it('unknown fields of an input', async () => {
      const query = 'mutation ($input: NoteInput!) { keepNote(input: $input) }';
      const variables = { input: { text: 'a', constructor: 'b' } };
      expect(await refusalOf(strictly({ query, variables }))).toEqual({
        status: 400,
        code: 'BAD_USER_INPUT',
      });
    });

    it('an operation that the document does not have', async () => {
      for (const operationName of ['B', 'B', 'B', '\n}', '"']) {
        const { status } = await refusalOf(strictly({ query: 'query A { box { level } }', operationName }));
        expect(status).toBe(400);
      }
    });

    it('several operations of which none is named', async () => {
      const query = 'query A { box { level } } query B { box { level } }';
      for (let time = 0; time < 3; time += 1) expect((await refusalOf(strictly({ query }))).status).toBe(400);
    });
  });

  describe('refuses what is no GraphQL request, whatever the accept header', () => {
    const query = '{ box { level } }';
    const good = JSON.stringify({ query });
    const deep = (depth: number): string =>
      `{"query":"{ __typename }","variables":{"a":${'['.repeat(depth)}${']'.repeat(depth)}}}`;

    it.each<[string, string | Buffer, Record<string, string>, number, string]>([
      ['an array of requests', JSON.stringify([{ query }, { query }]), {}, 400, 'BAD_REQUEST'],
      ['no body', '', {}, 400, 'BAD_REQUEST'],
      ['a body that is not JSON', '{"query": "{', {}, 400, 'BAD_REQUEST'],
      ['a JSON string', '"query"', {}, 400, 'BAD_REQUEST'],
      ['null', 'null', {}, 400, 'BAD_REQUEST'],
      ['no query', '{}', {}, 400, 'BAD_REQUEST'],
      ['an empty query', '{"query":""}', {}, 400, 'BAD_REQUEST'],
      ['a byte order mark', `\uFEFF${good}`, {}, 400, 'BAD_REQUEST'],
      ['bytes that are not UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), {}, 400, 'BAD_REQUEST'],
      ['a key twice', `{"query":"{ __typename }","query":${JSON.stringify(query)}}`, {}, 400, 'BAD_REQUEST'],
      [
        'a key twice, once escaped',
        '{"query":"{ __typename }","variables":{"ab":1,"a\\u0062":2}}',
        {},
        400,
        'BAD_REQUEST',
      ],
      [
        'a key named __proto__',
        '{"query":"{ __typename }","variables":{"__proto__":{}}}',
        {},
        400,
        'BAD_REQUEST',
      ],
      ['deep variables', deep(40), {}, 400, 'BAD_REQUEST'],
      ['very deep variables', deep(400_000), {}, 400, 'BAD_REQUEST'],
      [
        'NUL in a variable',
        '{"query":"{ __typename }","variables":{"a":{"b":"\\u0000"}}}',
        {},
        400,
        'BAD_USER_INPUT',
      ],
      [
        'half a surrogate pair in a variable',
        '{"query":"{ __typename }","variables":{"a":["\\udc00"]}}',
        {},
        400,
        'BAD_USER_INPUT',
      ],
      [
        'half a surrogate pair in a key',
        '{"query":"{ __typename }","variables":{"\\ud83d":1}}',
        {},
        400,
        'BAD_USER_INPUT',
      ],
      ['a compressed body', gzipSync(good), { 'content-encoding': 'gzip' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
      ['a compressed body that does not say so', gzipSync(good), {}, 400, 'BAD_REQUEST'],
      [
        'a form',
        'query=%7B__typename%7D',
        { 'content-type': 'application/x-www-form-urlencoded' },
        415,
        'UNSUPPORTED_MEDIA_TYPE',
      ],
      [
        'a multipart form',
        '--x--',
        { 'content-type': 'multipart/form-data; boundary=x' },
        415,
        'UNSUPPORTED_MEDIA_TYPE',
      ],
      ['plain text', good, { 'content-type': 'text/plain' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
      ['a bare document', query, { 'content-type': 'application/graphql' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
      [
        'another charset',
        good,
        { 'content-type': 'application/json; charset=utf-16' },
        415,
        'UNSUPPORTED_MEDIA_TYPE',
      ],
      [
        'a type that only begins like JSON',
        good,
        { 'content-type': 'application/jsonp' },
        415,
        'UNSUPPORTED_MEDIA_TYPE',
      ],
      ['2 MB', `{"query":"${'x'.repeat(2_000_000)}"}`, {}, 413, 'PAYLOAD_TOO_LARGE'],
    ])('%s', async (_name, body, headers, status, code) => {
      expect(await timed(() => refusalOf(raw(body, headers)))).toEqual({ status, code });
    });

    it('takes JSON that says its charset', async () => {
      const answer = await raw(good, { 'content-type': 'application/json; charset="UTF-8"' });
      expect(answer.body).toEqual({ data: { box: { level: 1 } } });
    });

    it('takes a text that only speaks of an escape', async () => {
      const answer = await post({
        query: 'mutation ($input: NoteInput!) { keepNote(input: $input) }',
        variables: { input: { text: '\\u0000 \u{1F600}' } },
      });
      expect(answer.body).toEqual({ data: { keepNote: '\\u0000 \u{1F600} ' } });
    });

    it.each(['get', 'put', 'patch', 'delete', 'options'] as const)('the method %s', async (method) => {
      const agent = request(app.getHttpServer());
      const sent = agent[method]('/graphql?query=%7B__typename%7D').set('x-request-id', 'r1');
      expect(await refusalOf(sent)).toEqual({ status: 405, code: 'METHOD_NOT_ALLOWED' });
      expect((await sent).headers['allow']).toBe('POST');
    });
  });

  it('refuses quickly: nine in ten of the requests above within 200 ms', () => {
    // Not each: on a busy machine a single one may wait for a processor.
    const sorted = durationsMs.sort((a, b) => a - b);
    expect(sorted.length).toBeGreaterThan(50);
    expect(sorted[Math.floor(sorted.length * 0.9)]).toBeLessThan(200);
  });
});
