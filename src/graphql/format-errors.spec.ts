import { BadRequestException, HttpException, NotFoundException, UnauthorizedException } from '@nestjs/common';
import { GraphQLError, Source } from 'graphql';
import { ForbiddenError, PublicError } from '../common/refusal.js';
import { formatErrors } from './format-errors.js';
import { InvalidInputError } from './graphql-error.js';

describe('formatErrors', () => {
  const thrownAt = (originalError: Error): GraphQLError =>
    new GraphQLError(originalError.message, { originalError, path: ['a', 0] });
  const format = (
    error: unknown,
    mappers: Parameters<typeof formatErrors>[2] = [],
  ): { first: unknown; logged: unknown[] } => {
    const logged: unknown[] = [];
    const [first] = formatErrors([error], 'r1', mappers, (unexpected, path) =>
      logged.push([unexpected, path]),
    );
    return { first, logged };
  };
  const INTERNAL = 'Something went wrong on our side. Quote the request id.';

  it.each<[string, Error, string, string]>([
    ['a public error', new PublicError('UNAVAILABLE', 'Try again.'), 'UNAVAILABLE', 'Try again.'],
    [
      'a refusal of permission',
      new ForbiddenError('a:b'),
      'FORBIDDEN',
      'This operation needs the permission a:b.',
    ],
    [
      'a cause that is public',
      new Error('inner', { cause: new PublicError('NOT_FOUND', 'None.') }),
      'NOT_FOUND',
      'None.',
    ],
    ['a Nest exception', new BadRequestException('Which one?'), 'BAD_REQUEST', 'Which one?'],
    ['nothing there', new NotFoundException(), 'NOT_FOUND', 'Not Found'],
    [
      'a Nest exception of authentication',
      new UnauthorizedException('the password was almost right'),
      'UNAUTHENTICATED',
      'Sign in: the credential is missing, expired or no longer valid.',
    ],
  ])('tells %s', (_name, error, code, message) => {
    expect(format(thrownAt(error))).toEqual({
      first: { message, path: ['a', 0], extensions: { code, requestId: 'r1' } },
      logged: [],
    });
  });

  it.each<[string, Error]>([
    ['any other error', new Error('password=hunter2')],
    ['a Nest exception of the server', new HttpException('disk /dev/sda is full', 500)],
    ['a public error that says INTERNAL', new PublicError('INTERNAL', 'secret')],
    ['an error with a status of its own', Object.assign(new Error('secret'), { statusCode: 400, code: 'X' })],
    ['a value of the wrong type', new GraphQLError('Cannot represent value: "secret"', { path: ['a'] })],
  ])('hides %s, and has it logged once', (_name, error) => {
    const outer = thrownAt(error);
    expect(format(outer)).toEqual({
      first: { message: INTERNAL, path: ['a', 0], extensions: { code: 'INTERNAL', requestId: 'r1' } },
      logged: [[outer, 'a.0']],
    });
  });

  it('hides causes that go round in a circle', () => {
    const circle = new Error('round');
    circle.cause = circle;
    expect(format(thrownAt(circle)).first).toMatchObject({ extensions: { code: 'INTERNAL' } });
  });

  it('hides what is thrown without being an error', () => {
    expect(format('secret').first).toEqual({
      message: INTERNAL,
      extensions: { code: 'INTERNAL', requestId: 'r1' },
    });
  });

  it('names the fields of an invalid input', () => {
    const fields = [{ field: 'input.name', message: 'Must not be empty.' }];
    expect(format(thrownAt(new InvalidInputError(fields))).first).toMatchObject({
      message: 'input.name: Must not be empty.',
      extensions: { code: 'BAD_USER_INPUT', fields },
    });
  });

  it('asks the mappers in order, of every cause', () => {
    const isTimeout = (error: unknown): boolean => error instanceof Error && error.message === 'timeout';
    const mappers = [
      () => undefined,
      (error: unknown) => (isTimeout(error) ? new PublicError('UNAVAILABLE', 'Busy.') : undefined),
    ];
    const error = thrownAt(new Error('outer', { cause: new Error('timeout') }));
    expect(format(error, mappers).first).toMatchObject({
      message: 'Busy.',
      extensions: { code: 'UNAVAILABLE' },
    });
  });

  it('shortens what echoes a long input', () => {
    const error = new GraphQLError(`Variable "$a" got invalid value "${'x'.repeat(10_000)}".`);
    const { first } = format(error) as { first: { message: string; extensions: object } };
    expect(first.message).toHaveLength(501);
    expect(first.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('keeps the place in the document', () => {
    const error = new GraphQLError('Cannot query field "b".', {
      source: new Source('{\n  b\n}'),
      positions: [4],
    });
    expect(format(error).first).toEqual({
      message: 'Cannot query field "b".',
      locations: [{ line: 2, column: 3 }],
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED', requestId: 'r1' },
    });
  });
});
