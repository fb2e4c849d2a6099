import { parseArgs } from 'node:util';

export const COUNT_MAX = 10_000_000;
export const SEED_MAX = 2 ** 31 - 1;

/** What a command line asks for. What it leaves out, the attack and the dice decide. */
export interface AskedAttack {
  readonly name: string;
  readonly count?: number;
  readonly seed?: number;
  /** What the names have in them of those mutants that are tried. */
  readonly only?: string;
}

/** A command line that cannot be followed. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/**
 * Reads the command line.
 *
 * @throws UsageError that names the option and its range, or the attacks that there are.
 */
export function readOptions(args: readonly string[], names: readonly string[]): AskedAttack {
  const { values, positionals } = parse(args);
  const [name = '', ...others] = positionals;
  if (!names.includes(name) || others.length > 0) {
    throw new UsageError(`Name one attack: ${names.join(', ')}.`);
  }
  return {
    name,
    ...(values.count !== undefined && { count: wholeNumber('count', values.count, 1, COUNT_MAX) }),
    ...(values.seed !== undefined && { seed: wholeNumber('seed', values.seed, 0, SEED_MAX) }),
    ...(values.only !== undefined && { only: values.only }),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { count: { type: 'string' }, seed: { type: 'string' }, only: { type: 'string' } },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'The options are not understood.');
  }
}

function wholeNumber(name: string, text: string, from: number, to: number): number {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= from && value <= to) return value;
  throw new UsageError(`--${name} takes a whole number from ${from} to ${to}.`);
}
