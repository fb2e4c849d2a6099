/**
 * Work without an actor, each kind by a database role of its own. What a role may do is granted by the migrations: the
 * tables that the work needs, and no more. Work of an actor runs as `cordon_service`, by the actor's row policies.
 *
 * - `sign_in`: proving who one is, before there is an actor: credentials, sessions, tries, signing keys.
 * - `resolver`: what follows from reports in the background, for all members at once.
 * - `sequencer`: gives committed changes their place in an order.
 * - `operator`: the operator of the server: founding a coalition, the demo, exports for the coalition itself.
 */
export type SystemRole = 'sign_in' | 'resolver' | 'sequencer' | 'operator';

/** The role of the database that each of them takes for its transaction. */
export const DATABASE_ROLES: Readonly<Record<SystemRole, string>> = {
  sign_in: 'cordon_sign_in',
  resolver: 'cordon_resolver',
  sequencer: 'cordon_sequencer',
  operator: 'cordon_operator',
};
