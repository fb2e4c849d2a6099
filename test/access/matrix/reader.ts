import type { ClientTarget, MemberTarget, UserTarget } from './targets.js';
import type { Caller } from '../../support/caller.js';
import type { Column } from './matrix-row.js';

/** Members whose people and machines ask. */
export type Home = 'bank' | 'coalition' | 'liaison';

/** Somebody who asks everything. */
export interface Reader {
  /** As a failure names it. */
  readonly name: string;
  readonly column: Column;
  readonly home: Home;
  readonly member: MemberTarget;
  /** The global id of the person or machine; undefined for nobody. */
  readonly principalId: string | undefined;
  /** The credential that is sent; undefined without any. */
  readonly token: () => Promise<string | undefined>;
}

/** A person or a machine, with what it is as a target. */
export interface Person {
  readonly caller: Caller;
  readonly user: UserTarget;
}

export interface Machine {
  readonly caller: Caller;
  readonly client: ClientTarget;
}

/** A reader that calls with a token which is renewed in time. */
export function aReader(
  name: string,
  column: Column,
  at: { readonly home: Home; readonly member: MemberTarget },
  { caller, ...who }: Person | Machine,
): Reader {
  const principalId = 'user' in who ? who.user.id : who.client.id;
  return { name, column, ...at, principalId, token: () => caller.token() };
}
