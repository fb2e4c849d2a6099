import { ConsoleLogger, type LogLevel as NestLogLevel } from '@nestjs/common';
import type { Config, LogLevel } from '../config/index.js';

/** Nest's levels by ours, quietest first. */
const LEVELS: Readonly<Record<LogLevel, readonly NestLogLevel[]>> = {
  silent: [],
  fatal: ['fatal'],
  error: ['fatal', 'error'],
  warn: ['fatal', 'error', 'warn'],
  info: ['fatal', 'error', 'warn'],
  debug: ['fatal', 'error', 'warn', 'log', 'debug'],
  trace: ['fatal', 'error', 'warn', 'log', 'debug', 'verbose'],
};

/**
 * The service's log: lines for people at a terminal, one JSON object a line in production. It carries ids, never values.
 * Nest tells every route and module at its level `log`, which is for `debug` here.
 */
export function serviceLogger({ nodeEnv, logLevel }: Config): ConsoleLogger {
  return new ConsoleLogger({
    logLevels: [...LEVELS[logLevel]],
    json: nodeEnv === 'production',
    colors: nodeEnv !== 'production' && process.stdout.isTTY,
  });
}
