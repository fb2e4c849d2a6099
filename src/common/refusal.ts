/**
 * The three kinds of error (conventions): a refusal that the caller can act on is data (`Refusal`); what is missing or
 * forbidden is one answer (`NotFoundError` or null); what cannot happen is an assertion.
 */

/**
 * One rule that an input broke: which field, which rule, what to do. `field` is the path inside the input, e.g.
 * `['identifiers', '0', 'value']`. `suggestion` is a value that would be accepted, where one can be given.
 */
export interface Refusal<Code extends string = string> {
  readonly code: Code;
  readonly field: readonly string[];
  readonly message: string;
  readonly suggestion?: string;
}

/** Either a value, or why it was refused. */
export type Result<Value, Code extends string = string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusals: readonly Refusal<Code>[] };

export function accepted<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

export function refused<Code extends string>(
  ...refusals: readonly Refusal<Code>[]
): { readonly ok: false; readonly refusals: readonly Refusal<Code>[] } {
  return { ok: false, refusals };
}

/** The same refusals with every field below `parent`, where the caller's input has it. */
export function under<Code extends string>(
  parent: string,
  refusals: readonly Refusal<Code>[],
): readonly Refusal<Code>[] {
  return refusals.map((refusal) => ({ ...refusal, field: [parent, ...refusal.field] }));
}

/** Codes of the errors that GraphQL gives in `errors[].extensions.code`. */
export type ErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'STEP_UP_REQUIRED'
  | 'NOT_FOUND'
  | 'BAD_REQUEST'
  | 'CURSOR_EXPIRED'
  | 'TOO_COMPLEX'
  | 'RATE_LIMITED'
  | 'QUOTA_EXCEEDED'
  | 'UNAVAILABLE'
  | 'INTERNAL';

/** An error whose code and message the client may see. Everything else reaches the client as INTERNAL. */
export class PublicError extends Error {
  override readonly name: string = 'PublicError';

  constructor(
    readonly code: ErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** No valid credential, or one whose member, user or client is not active. Which of them is in the log alone. */
export class UnauthenticatedError extends PublicError {
  override readonly name = 'UnauthenticatedError';

  constructor(options?: ErrorOptions) {
    super('UNAUTHENTICATED', 'Sign in: the credential is missing, expired or no longer valid.', options);
  }
}

/** The operation grants power, and the person proved who they are longer ago than it takes (RFC 9470). */
export class StepUpRequiredError extends PublicError {
  override readonly name = 'StepUpRequiredError';

  constructor(readonly maxAgeMinutes: number) {
    super(
      'STEP_UP_REQUIRED',
      `This operation needs a sign-in of the last ${maxAgeMinutes} minutes: sign in again, then repeat it.`,
    );
  }
}

/** What lies behind the cursor is not kept any more: to go on from it would skip something. */
export class CursorExpiredError extends PublicError {
  override readonly name = 'CursorExpiredError';

  constructor(keptDays: number) {
    super(
      'CURSOR_EXPIRED',
      `What came behind this cursor is kept for ${keptDays} days, and a part of it is gone: read anew what you keep a copy of, then start without a cursor.`,
    );
  }
}

/** The actor's roles or scopes do not carry the operation's permission. Never says anything about an object. */
export class ForbiddenError extends PublicError {
  override readonly name = 'ForbiddenError';

  constructor(permission: string) {
    super('FORBIDDEN', `This operation needs the permission ${permission}.`);
  }
}

/**
 * The caller has used up its share. RATE_LIMITED: what its requests may cost in a minute; QUOTA_EXCEEDED: how many
 * identifiers it may ask about in a day. `retryAfterS` is when the share is whole again, in seconds, 1 or more.
 */
export class LimitError extends PublicError {
  override readonly name = 'LimitError';

  constructor(
    code: 'RATE_LIMITED' | 'QUOTA_EXCEEDED',
    message: string,
    readonly retryAfterS: number,
  ) {
    super(code, message);
  }
}
