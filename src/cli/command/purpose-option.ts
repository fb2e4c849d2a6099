import { InvalidArgumentError, Option } from 'commander';
import { usageError } from '../cli-error.js';
import { COALITION_PURPOSES, parseCode, type Purpose, PURPOSES } from '../codes.js';

/** `--purpose`, which every question to the register declares. */
export function purposeOption(): Option {
  return optionOf('why it is asked', PURPOSES);
}

/** `--purpose` of reading reports: for the coalition's own readers, who read those of every member. */
export function coalitionPurposeOption(): Option {
  return optionOf("for the coalition's analysts and auditors, why they are read", COALITION_PURPOSES);
}

function optionOf(what: string, codes: readonly string[]): Option {
  return new Option('--purpose <purpose>', `${what}: ${codes.join(', ')}`).argParser((text: string) => {
    const purpose = parseCode(codes, text);
    if (purpose !== undefined) return purpose;
    throw new InvalidArgumentError(`Use one of ${codes.join(', ')}.`);
  });
}

/** The declared purpose, or a usage error: there is no default, for each read is logged with it. */
export function declaredPurpose(options: { readonly purpose?: Purpose }): Purpose {
  if (options.purpose !== undefined) return options.purpose;
  throw usageError(`Say why you ask: --purpose with one of ${PURPOSES.join(', ')}.`);
}
