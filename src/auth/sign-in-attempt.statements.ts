import type { NamedStatement } from '../database/index.js';

/** Two tries of one account, or one network, are counted one after the other: a hundred at once are still only five. */
export const LOCK_ATTEMPTS: NamedStatement = {
  name: 'auth.lockSignInAttempts',
  text: `select pg_advisory_xact_lock(hashtextextended('cordon.sign_in_attempt:' || $1, 0))`,
};

/** By app_user_email_key and familiar_network_pkey. */
export const IS_FAMILIAR: NamedStatement = {
  name: 'auth.isFamiliarNetwork',
  text: `select 1 from familiar_network f join app_user u on u.id = f.user_id
    where u.email = $1 and f.network = $2 and f.seen_at > $3`,
};

/** By sign_in_attempt_email. */
export const COUNT_OF_STRANGERS: NamedStatement = {
  name: 'auth.countAttemptsOfStrangers',
  text: `select count(*)::int as tries from sign_in_attempt where email = $1 and attempted_at > $2 and not familiar`,
};

export const COUNT_OF_FAMILIAR: NamedStatement = {
  name: 'auth.countAttemptsOfFamiliar',
  text: `select count(*)::int as tries from sign_in_attempt
    where email = $1 and network = $2 and attempted_at > $3 and familiar`,
};

/** By sign_in_attempt_network. */
export const COUNT_OF_NETWORK: NamedStatement = {
  name: 'auth.countAttemptsOfNetwork',
  text: `select count(*)::int as tries from sign_in_attempt where network = $1 and attempted_at > $2 and not familiar`,
};

export const INSERT_ATTEMPT: NamedStatement = {
  name: 'auth.insertSignInAttempt',
  text: `insert into sign_in_attempt (email, attempted_at, network, familiar) values ($1, $2, $3, $4)`,
};

export const DELETE_ATTEMPTS: NamedStatement = {
  name: 'auth.deleteSignInAttempts',
  text: `delete from sign_in_attempt where email = $1 and network = $2`,
};

/** Housekeeping of what no longer counts. */
export const DELETE_OLD_ATTEMPTS: NamedStatement = {
  name: 'auth.deleteOldSignInAttempts',
  text: `delete from sign_in_attempt where id in (
    select id from sign_in_attempt where attempted_at <= $1 order by id limit 20)`,
};

export const REMEMBER_NETWORK: NamedStatement = {
  name: 'auth.rememberNetwork',
  text: `insert into familiar_network (user_id, network, seen_at) values ($1, $2, $3)
    on conflict (user_id, network) do update set seen_at = excluded.seen_at`,
};

/** All but the last $2 that a person signed in from. */
export const DELETE_OTHER_NETWORKS: NamedStatement = {
  name: 'auth.deleteOtherNetworks',
  text: `delete from familiar_network f using (
      select network from familiar_network where user_id = $1 order by seen_at desc, network offset $2) old
    where f.user_id = $1 and f.network = old.network`,
};
