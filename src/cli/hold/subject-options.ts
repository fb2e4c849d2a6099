import { type Command, Option } from 'commander';
import { usageError } from '../cli-error.js';
import { gatherIdentifier, TYPED_IDENTIFIER, type TypedIdentifier } from './typed-identifier.js';

/** The merchant that a hold is about, as it was typed. */
export interface SubjectOptions {
  readonly identifier?: readonly TypedIdentifier[];
  readonly country?: string;
  readonly merchant?: string;
}

export function addSubjectOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--identifier <identifier>', TYPED_IDENTIFIER).argParser<readonly TypedIdentifier[]>(
        gatherIdentifier,
      ),
    )
    .option('--country <code>', 'where the merchant is: the scope of telephone, company and tax numbers')
    .option('--merchant <id>', 'the merchant, for analysts');
}

/** @throws CliError (usage) unless the merchant is named in one of the two ways. */
export function requireOneSubject({ identifier, merchant }: SubjectOptions): void {
  if ((identifier === undefined) === (merchant === undefined))
    throw usageError('Name the merchant either by --identifier or by --merchant.');
}
