import { Logger } from '@nestjs/common';

const logger = new Logger('Fault');

/** How many causes of an error are written to the log. */
const CAUSES_MAX = 8;

/**
 * Logs a fault of Cordon once, with the request id that the client was told and the chain of causes. Only stacks are
 * written: the other properties of an error (a database's detail, say) may hold members' values.
 */
export function logFault(error: unknown, requestId: string, where: string): void {
  const stacks: string[] = [];
  let current = error;
  while (current instanceof Error && stacks.length < CAUSES_MAX) {
    stacks.push(current.stack ?? current.message);
    current = current.cause;
  }
  if (stacks.length === 0) stacks.push(`thrown: ${typeof error}`);
  logger.error(`request ${requestId}${where === '' ? '' : ` at ${where}`}`, stacks.join('\ncaused by: '));
}
