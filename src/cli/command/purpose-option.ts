import { InvalidArgumentError, Option } from 'commander';
import { usageError } from '../cli-error.js';
import { parseCode, type Purpose, PURPOSES } from '../codes.js';

/** `--purpose`, which every question to the register declares. */
export function purposeOption(): Option {
  return new Option('--purpose <purpose>', `why it is asked: ${PURPOSES.join(', ')}`).argParser(
    (text: string) => {
      const purpose = parseCode(PURPOSES, text);
      if (purpose !== undefined) return purpose;
      throw new InvalidArgumentError(`Use one of ${PURPOSES.join(', ')}.`);
    },
  );
}

/** The declared purpose, or a usage error: there is no default, for each read is logged with it. */
export function declaredPurpose(options: { readonly purpose?: Purpose }): Purpose {
  if (options.purpose !== undefined) return options.purpose;
  throw usageError(`Say why you ask: --purpose with one of ${PURPOSES.join(', ')}.`);
}
