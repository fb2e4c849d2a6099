import type { Actor } from '../common/actor.js';

/** Minutes for which a proof of who one is is good for what grants power (RFC 9470 lets the server say). */
export const STEP_UP_MINUTES = 5;

/**
 * Decides whether a person must prove anew who they are before an operation that grants power. A session may be eight
 * hours old and lie open on a desk; a change of users, roles, secrets or members asks for somebody who is there now.
 *
 * A machine is never asked: it holds no permission that grants power. Pure.
 */
export function needsStepUp(actor: Actor, now: Date): boolean {
  if (actor.kind !== 'user') return false;
  return now.getTime() - actor.authenticatedAt.getTime() > STEP_UP_MINUTES * 60_000;
}
