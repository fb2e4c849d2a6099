import type { Role } from '../common/actor.js';
import type { MemberId, UserId } from '../common/id.js';
import type { Tx } from '../database/index.js';
import type { Proof } from './proof.js';
import type { Failure } from './sign-in-refusals.js';

/** A person who has proved who they are. Whether they may come in is decided by entering as them. */
export interface ProvedPerson {
  readonly userId: UserId;
  readonly memberId: MemberId;
  readonly epoch: number;
  readonly roles: readonly Role[];
  readonly proof: Proof;
  /**
   * Uses up what the proof was made of (a code, a counter, an invitation), as `sign_in`. Gives why not, where somebody
   * else was first.
   */
  readonly spend: (tx: Tx) => Promise<Failure['why'] | undefined>;
}

/** Either a person, or why there is none. */
export type ProofResult =
  { readonly ok: true; readonly person: ProvedPerson } | { readonly ok: false; readonly failure: Failure };

export function failed(failure: Failure): ProofResult {
  return { ok: false, failure };
}
