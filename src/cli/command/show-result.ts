import type { UserError } from '../api-types.js';
import { usageError } from '../cli-error.js';
import { print, printJson, say } from '../terminal.js';
import type { CallOptions, CliContext } from './define-command.js';
import { tellRefusals } from './tell-refusals.js';

/** What was asked for by its id. @throws CliError with `absent`, where there is nothing that the caller may see. */
export function requireFound<Found>(found: Found | null, absent: string): Found {
  if (found === null) throw usageError(absent);
  return found;
}

/** Shows what was read: as JSON where that is asked for, else as lines for a person. */
export function showRead<Shown>(
  { terminal }: CliContext,
  { json }: Pick<CallOptions, 'json'>,
  shown: Shown,
  lines: (shown: Shown) => readonly string[],
): void {
  if (json === true) printJson(terminal, shown);
  else for (const line of lines(shown)) print(terminal, line);
}

/**
 * Tells what came of a change: the answer as JSON where that is asked for, else lines for a person about what was changed, and
 * the remark; or the refusals where nothing was.
 */
export function tellAnswer<Changed>(
  context: CliContext,
  { json }: Pick<CallOptions, 'json'>,
  answer: { readonly userErrors: readonly UserError[] },
  told: {
    readonly changed: Changed | null;
    readonly lines: (changed: Changed) => readonly string[];
    /** What else the person is to know, beside the result. */
    readonly remark?: string | false | undefined;
  },
): void {
  const { terminal } = context;
  if (json === true) printJson(terminal, answer);
  if (told.changed === null) {
    tellRefusals(context, answer.userErrors);
    return;
  }
  if (json === true) return;
  for (const line of told.lines(told.changed)) print(terminal, line);
  if (told.remark !== undefined && told.remark !== false) say(terminal, told.remark);
}
