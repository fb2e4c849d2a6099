import { isIP } from 'node:net';
import { z } from 'zod';

import { ACCEPTED_BASES_DEFAULT, REPORT_BASES } from './report-basis.js';

/** Longest time that a stop may wait for what is in hand. */
export const DRAIN_TIMEOUT_MS_MAX = 10_000;
/** What the requests of one member may cost in a minute: some 10,000 merchants screened, a hundred at a time. */
const RATE_POINTS_MAX_DEFAULT = 1_200_000;
/** Requests of one network in a minute that nobody has signed in for: tokens for as many machines. */
const NETWORK_REQUESTS_MAX_DEFAULT = 600;
/** Distinct identifiers that a member may ask about in a day: a portfolio of 100,000 merchants with ten each. */
const SCREENING_QUOTA_MAX_DEFAULT = 1_000_000;
/** Length of the secret key in bytes (AES-256). */
export const SECRET_KEY_BYTES = 32;

const text = (fallback: string): z.ZodDefault<z.ZodString> => z.string().trim().min(1).default(fallback);

function wholeNumber(from: number, to: number, fallback: number): z.ZodType<number> {
  const rule = `must be a whole number from ${from} to ${to}`;
  return z
    .string()
    .trim()
    .regex(/^\d{1,9}$/, rule)
    .transform(Number)
    .refine((value) => value >= from && value <= to, rule)
    .default(fallback);
}

function listOf<const Choice extends string>(choices: readonly Choice[], fallback: readonly Choice[]) {
  return z
    .string()
    .transform((value) => [
      ...new Set(value.split(',').map((item) => item.trim().replace(/^$/, '(nothing)'))),
    ])
    .pipe(z.array(z.enum(choices, `must be a list, separated by commas, of ${choices.join(', ')}`)))
    .default([...fallback]);
}

function oneOf<const Choice extends string>(choices: readonly Choice[], fallback: NoInfer<Choice>) {
  return z.enum(choices, `must be one of ${choices.join(', ')}`).default(fallback);
}

const networks = z
  .string()
  .transform((value) => value.split(',').map((item) => item.trim()))
  .refine(
    (items) => items.every(isNetwork),
    'must be a list, separated by commas, of addresses or networks like 10.0.0.0/8',
  )
  .default([]);

function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}

const databaseUrl = z
  .string()
  .refine(
    (value) => /^postgres(ql)?:\/\//.test(value) && URL.canParse(value),
    'must be a URL like postgres://user:password@host:5432/database',
  );

const publicUrl = z
  .string()
  .refine(
    (value) => /^https?:\/\//.test(value) && URL.canParse(value) && new URL(value).pathname === '/',
    'must be a URL of scheme and host alone, like https://cordon.example',
  )
  .transform((value) => new URL(value).origin);

const secretKey = z
  .string()
  .trim()
  .refine(
    (value) => /^[A-Za-z0-9+/]{43}=$/.test(value),
    `must be ${SECRET_KEY_BYTES} bytes in base64: make one with openssl rand -base64 ${SECRET_KEY_BYTES}`,
  )
  .transform((value) => Buffer.from(value, 'base64'));

/** Every variable that Cordon reads, its rule and its default. An empty variable counts as absent. */
export const environmentSchema = z.object({
  NODE_ENV: oneOf(['development', 'test', 'production'], 'development'),
  CORDON_HOST: text('127.0.0.1'),
  CORDON_PORT: wholeNumber(0, 65_535, 3000),
  CORDON_PUBLIC_URL: publicUrl.optional(),
  DATABASE_URL: databaseUrl.optional(),
  DATABASE_MIGRATION_URL: databaseUrl.optional(),
  CORDON_DATABASE_POOL_MAX: wholeNumber(1, 200, 10),
  CORDON_DATA_DIR: text('.data'),
  CORDON_SECRET_KEY: secretKey.optional(),
  CORDON_OUTBOUND_LOOPBACK: oneOf(['on', 'off'], 'off'),
  CORDON_DEMO: oneOf(['on', 'off'], 'on'),
  CORDON_WORK: listOf(['web', 'worker'], ['web', 'worker']),
  CORDON_LOG_LEVEL: oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'info'),
  CORDON_SHARED_LIMIT: wholeNumber(1, 50, 3),
  CORDON_ACCEPTED_BASES: listOf(REPORT_BASES, ACCEPTED_BASES_DEFAULT),
  CORDON_RATE_POINTS_MAX: wholeNumber(1_000, 999_999_999, RATE_POINTS_MAX_DEFAULT),
  CORDON_NETWORK_REQUESTS_MAX: wholeNumber(1, 999_999_999, NETWORK_REQUESTS_MAX_DEFAULT),
  CORDON_SCREENING_QUOTA_MAX: wholeNumber(0, 999_999_999, SCREENING_QUOTA_MAX_DEFAULT),
  CORDON_TRUSTED_PROXIES: networks,
  CORDON_DRAIN_TIMEOUT_MS: wholeNumber(0, DRAIN_TIMEOUT_MS_MAX, DRAIN_TIMEOUT_MS_MAX),
});
