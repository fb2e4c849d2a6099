import type { NamedStatement } from '../database/index.js';

/** A new principal is active and in its first epoch. */
export const INSERT_PRINCIPAL: NamedStatement = {
  name: 'auth.insertPrincipal',
  text: `insert into principal (id, member_id, kind, active, epoch, created_at) values ($1, $2, $3, true, 0, $4)`,
};

/** Begins a new epoch: tokens issued in an earlier one are refused at their next statement. */
export const BUMP_EPOCH: NamedStatement = {
  name: 'auth.bumpEpoch',
  text: `update principal set epoch = epoch + 1 where id = $1`,
};

export const DEACTIVATE_PRINCIPAL: NamedStatement = {
  name: 'auth.deactivatePrincipal',
  text: `update principal set active = false, epoch = epoch + 1 where id = $1`,
};
