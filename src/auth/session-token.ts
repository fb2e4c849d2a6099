import { fromUuid, type SessionId } from '../common/id.js';

const TOKEN = /^([0-9a-f-]{36})\.([A-Za-z0-9_-]{43})$/;

/** What a holder of a session presents: its id, and the secret whose hash is stored. */
export interface SessionToken {
  readonly sessionId: SessionId;
  readonly secret: string;
}

export function sessionToken(sessionId: SessionId, secret: string): string {
  return `${sessionId}.${secret}`;
}

/** The parts of a session's token, or undefined for any other text. */
export function readSessionToken(text: string): SessionToken | undefined {
  const [, id, secret] = TOKEN.exec(text) ?? [];
  const sessionId = id === undefined ? undefined : fromUuid('session', id);
  return sessionId === undefined || secret === undefined ? undefined : { sessionId, secret };
}
