import type { Command } from 'commander';
import { usageError } from '../cli-error.js';
import type { TypedLead } from './action-operations.js';

/** What an action or a disposition is about, as it was typed. */
export interface LeadOptions {
  readonly notice?: string;
  readonly screening?: string;
  readonly merchant?: string;
}

export function addLeadOptions(command: Command): Command {
  return command
    .option('--notice <id>', 'the notice that it is about')
    .option('--screening <id>', 'the screening that gave the match that it is about')
    .option('--merchant <id>', 'the listed merchant of the match');
}

/** @throws CliError (usage) unless it names a notice, or a match by both its ids. */
export function typedLead(options: LeadOptions): TypedLead {
  const { notice, screening, merchant } = options;
  const named = [screening, merchant].filter((id) => id !== undefined).length;
  if (named !== (notice === undefined ? 2 : 0))
    throw usageError('Say what it is about: either --notice, or --screening and --merchant of a match.');
  return leadFilter(options);
}

/** The same of a list, which it narrows as far as it is given. */
export function leadFilter({ notice, screening, merchant }: LeadOptions): TypedLead {
  return { noticeId: notice ?? null, screeningId: screening ?? null, merchantId: merchant ?? null };
}
