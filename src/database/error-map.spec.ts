import { PublicError, UnauthenticatedError } from '../common/refusal.js';
import { mapDatabaseError } from './error-map.js';

const withCode = (code: string): Error => Object.assign(new Error('secret value'), { code });

describe('mapDatabaseError', () => {
  it.each([
    ['ECONNREFUSED', 'UNAVAILABLE'],
    ['ECONNRESET', 'UNAVAILABLE'],
    ['ETIMEDOUT', 'UNAVAILABLE'],
    ['08006', 'UNAVAILABLE'],
    ['53100', 'UNAVAILABLE'],
    ['53300', 'UNAVAILABLE'],
    ['57P01', 'UNAVAILABLE'],
    ['57P03', 'UNAVAILABLE'],
    ['57014', 'UNAVAILABLE'],
    ['55P03', 'UNAVAILABLE'],
    ['25P03', 'UNAVAILABLE'],
    ['25006', 'UNAVAILABLE'],
    ['40001', 'UNAVAILABLE'],
    ['40P01', 'UNAVAILABLE'],
    ['22021', 'BAD_REQUEST'],
    ['22P05', 'BAD_REQUEST'],
    ['CD401', 'UNAUTHENTICATED'],
  ])('tells %s as %s, without the words of the database', (code, expected) => {
    const mapped = mapDatabaseError(withCode(code));
    expect(mapped).toBeInstanceOf(PublicError);
    expect(mapped).toMatchObject({ code: expected });
    expect((mapped as Error).message).not.toContain('secret value');
  });

  it.each(['23505', '23503', '42501', '42P01', '22P02'])('leaves %s to us', (code) => {
    const error = withCode(code);
    expect(mapDatabaseError(error)).toBe(error);
  });

  it.each([
    'timeout exceeded when trying to connect',
    'Connection terminated unexpectedly',
    'Connection terminated due to connection timeout',
    'Client has encountered a connection error and is not queryable',
    'Query read timeout',
  ])('knows the lost connection in "%s"', (message) => {
    expect(mapDatabaseError(new Error(message))).toMatchObject({ code: 'UNAVAILABLE' });
  });

  it('knows a host all of whose addresses refuse', () => {
    const error = new AggregateError([withCode('ECONNREFUSED'), withCode('ECONNREFUSED')]);
    expect(mapDatabaseError(error)).toMatchObject({ code: 'UNAVAILABLE' });
  });

  it('keeps the cause for the log', () => {
    const error = withCode('CD401');
    expect((mapDatabaseError(error) as UnauthenticatedError).cause).toBe(error);
  });
});
