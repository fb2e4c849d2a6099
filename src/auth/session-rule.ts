/** Minutes that a session lives without being used. */
export const SESSION_IDLE_MINUTES = 15;
/** Hours that a session lives in all (security.md, Authentication). */
export const SESSION_LIFE_HOURS = 8;

/** Who goes on with it: a program by refresh tokens, or a browser by a cookie. */
export type SessionKind = 'PROGRAM' | 'BROWSER';

/** The times that a session's end follows from. */
export interface SessionTimes {
  readonly startedAt: Date;
  readonly usedAt: Date;
  readonly endedAt: Date | null;
}

/**
 * Seconds that a session may still go on if it is used now: 0 when it has ended, stood idle for more than
 * SESSION_IDLE_MINUTES, or lived for SESSION_LIFE_HOURS. Pure.
 */
export function sessionLeftS(session: SessionTimes, now: Date): number {
  if (session.endedAt !== null) return 0;
  if (now.getTime() - session.usedAt.getTime() > SESSION_IDLE_MINUTES * 60_000) return 0;
  const endsAt = session.startedAt.getTime() + SESSION_LIFE_HOURS * 3_600_000;
  return Math.max(0, Math.floor((endsAt - now.getTime()) / 1000));
}
