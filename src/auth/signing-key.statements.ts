import type { NamedStatement } from '../database/index.js';
import type { PublicJwk, SigningKey } from './signing-key.js';

/** A signing key as it is stored. */
export interface SigningKeyRow extends SigningKey {
  readonly publicJwk: PublicJwk;
  readonly privateSealed: Buffer;
}

/** All keys: three, and a few more while rotations follow each other closely. */
export const SELECT_SIGNING_KEYS: NamedStatement = {
  name: 'auth.selectSigningKeys',
  text: `select kid, state, public_jwk as "publicJwk", private_sealed as "privateSealed", created_at as "createdAt",
      retired_at as "retiredAt"
    from signing_key order by created_at, kid`,
};

/** One instance rotates at a time: without the lock two of them would each make a NEXT, and one would fail. */
export const LOCK_SIGNING_KEYS: NamedStatement = {
  name: 'auth.lockSigningKeys',
  text: `select pg_advisory_xact_lock(hashtextextended('cordon.signing_key', 0))`,
};

export const INSERT_SIGNING_KEY: NamedStatement = {
  name: 'auth.insertSigningKey',
  text: `insert into signing_key (kid, state, public_jwk, private_sealed, created_at) values ($1, $2, $3, $4, $5)`,
};

export const RETIRE_SIGNING_KEYS: NamedStatement = {
  name: 'auth.retireSigningKeys',
  text: `update signing_key set state = 'RETIRED', retired_at = $2 where kid = any ($1::text[])`,
};

export const PROMOTE_SIGNING_KEYS: NamedStatement = {
  name: 'auth.promoteSigningKeys',
  text: `update signing_key set state = 'CURRENT' where kid = any ($1::text[])`,
};

export const DELETE_SIGNING_KEYS: NamedStatement = {
  name: 'auth.deleteSigningKeys',
  text: `delete from signing_key where kid = any ($1::text[])`,
};
