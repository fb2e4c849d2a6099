import { readFile } from 'node:fs/promises';
import { Logger } from '@nestjs/common';
import { PublicError, type UnauthenticatedError } from '../common/refusal.js';
import { isConflict, mapDatabaseError } from './error-map.js';

const withCode = (code: string, values: object = {}): Error =>
  Object.assign(new Error('secret value'), { code, ...values });

/** Codes of PostgreSQL 18 (appendix A), by class: those that can come of what the service sends. */
const CODES: Readonly<Record<string, readonly string[]>> = {
  UNAVAILABLE: [
    ...['08000', '08001', '08003', '08004', '08006', '08P01'],
    ...['25006', '25P02', '25P03', '25P04', '28000', '28P01', '3D000'],
    ...['40000', '40001', '40002', '40003', '40P01'],
    ...['53000', '53100', '53200', '53300', '53400', '55006', '55P03'],
    ...['57000', '57014', '57P01', '57P02', '57P03', '57P04', '57P05', '58000', '58030', '58P01'],
    ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOTFOUND', 'EAI_AGAIN'],
  ],
  BAD_REQUEST: [
    ...['21000', '22000', '22001', '22003', '22004', '22007', '22008', '22009', '22011', '22012', '22015'],
    ...['22018', '22019', '22021', '22023', '22025', '2201B', '2201W', '2201X', '22026', '2202E', '22030'],
    ...['22032', '22033', '22P01', '22P02', '22P03', '22P04', '22P05', '2200N'],
    ...['23000', '23001', '23502', '23503', '23505', '23514', '23P01'],
    ...['54000', '54001', '54011', '54023'],
  ],
  UNAUTHENTICATED: ['CD401'],
  FORBIDDEN: ['CD403'],
};

/** Ours to mend: no value that a caller sends brings these about. */
const OURS = [
  '0A000',
  '25001',
  '26000',
  '2F005',
  '34000',
  '38000',
  '39P01',
  '42501',
  '42601',
  '42703',
  '42P01',
];
const MORE_OF_OURS = ['42883', 'P0001', 'P0004', 'XX000', 'XX001', 'HV000', 'F0000'];

describe('mapDatabaseError', () => {
  beforeAll(() => {
    Logger.overrideLogger(false);
  });

  const cases = Object.entries(CODES).flatMap(([expected, codes]) => codes.map((code) => [code, expected]));

  it.each(cases)('tells %s as %s, without the words of the database', (code = '', expected = '') => {
    const mapped = mapDatabaseError(withCode(code));
    expect(mapped).toBeInstanceOf(PublicError);
    expect(mapped).toMatchObject({ code: expected });
    expect((mapped as Error).message).not.toContain('secret value');
  });

  it.each([...OURS, ...MORE_OF_OURS])('leaves %s to us', (code) => {
    const error = withCode(code);
    expect(mapDatabaseError(error)).toBe(error);
  });

  it('answers every constraint of the schema with something else than a fault', async () => {
    const schema = await readFile('schema.sql', 'utf8');
    const kinds: Readonly<Record<string, string>> = {
      'PRIMARY KEY': '23505',
      UNIQUE: '23505',
      'FOREIGN KEY': '23503',
      CHECK: '23514',
      EXCLUDE: '23P01',
    };
    const constraints = [...schema.matchAll(/^ {2}constraint (\w+) ([A-Z]+(?: KEY)?)/gm)];
    const indexes = [...schema.matchAll(/create unique index (\w+)/gi)].map(([, name]) => [
      '',
      name,
      'UNIQUE',
    ]);
    const told = [...constraints, ...indexes].map(([, constraint, kind = '']) => {
      const mapped = mapDatabaseError(withCode(kinds[kind] ?? `no code for ${kind}`, { constraint }));
      return mapped instanceof PublicError ? mapped.code : `${constraint ?? ''}: ${kind}`;
    });
    expect(told.length).toBeGreaterThan(80);
    expect([...new Set(told)]).toEqual(['BAD_REQUEST']);
  });

  it('logs which constraint refused a value, and not the value', () => {
    const logged: unknown[] = [];
    const ignore = (): void => undefined;
    Logger.overrideLogger({ log: ignore, error: ignore, warn: (message: unknown) => logged.push(message) });
    mapDatabaseError(withCode('23514', { table: 'hold', constraint: 'hold_term_check', detail: 'secret' }));
    Logger.overrideLogger(false);
    expect(logged).toEqual([
      'The database refused a value that no rule refused: Error 23514 table hold constraint hold_term_check',
    ]);
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

describe('isConflict', () => {
  it.each(['40001', '40P01', '23505'])('is %s: run again, the work finds what was in its way', (code) => {
    expect(isConflict(withCode(code))).toBe(true);
  });

  it.each(['23503', '22P02', '57014'])('is not %s', (code) => {
    expect(isConflict(withCode(code))).toBe(false);
  });
});
