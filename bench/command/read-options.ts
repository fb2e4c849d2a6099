/** A command line that cannot be followed. */
export class UsageError extends Error {
  override readonly name: string = 'UsageError';
}

/**
 * Has `parse` read the command line.
 *
 * @throws UsageError with what it finds wrong.
 */
export function parsed<Values>(parse: () => Values): Values {
  try {
    return parse();
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'The options are not understood.');
  }
}

/** The number that `--name` was given. @throws UsageError that names the option and its range. */
export function within(name: string, text: string, from: number, to: number): number {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (value >= from && value <= to) return value;
  throw new UsageError(`--${name} takes a number from ${from} to ${to}.`);
}

/** The same of whole numbers. */
export function wholeWithin(name: string, text: string, from: number, to: number): number {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (Number.isInteger(value) && value >= from && value <= to) return value;
  throw new UsageError(`--${name} takes a whole number from ${from} to ${to}.`);
}
