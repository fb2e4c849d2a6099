import { PublicError } from '../common/refusal.js';

/** Why a sign-in was refused: for the audit log alone. */
export type RefusalReason =
  | 'NO_TRIES_LEFT'
  | 'UNKNOWN'
  | 'WRONG_PASSWORD'
  | 'WRONG_CODE'
  | 'USED_CODE'
  | 'PROVIDER_REQUIRED'
  | 'UNKNOWN_PASSKEY'
  | 'WRONG_SIGNATURE'
  | 'COUNTER_FELL'
  | 'NOT_ACTIVE'
  | 'OTHER_PERSON'
  | 'NOT_LINKED'
  | 'INVITATION_INVALID'
  | 'NO_SECOND_FACTOR'
  | 'PROVIDER_REFUSED'
  | 'FLOW_INVALID';

/** The one answer for every reason that a person is refused. */
export class SignInRefused extends PublicError {
  override readonly name = 'SignInRefused';

  constructor() {
    super(
      'UNAUTHENTICATED',
      'What was given is wrong, already used, or may not be tried again yet; or your organisation asks you to sign in ' +
        'by its own provider.',
    );
  }
}
