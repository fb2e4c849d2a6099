import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * People change their own password and authenticator; who they are and what they may do stays out of their reach, whichever
 * code writes. An admin that gives somebody new credentials removes the passkeys made on a lost device as well. Code from
 * before runs on beside it.
 */
export class GuardOwnAccount1795219200079 implements MigrationInterface {
  readonly name = 'GuardOwnAccount1795219200079';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function own_account_guard() returns trigger language plpgsql as $$
      begin
        if old.id = current_principal() and (new.id, new.email, new.name, new.roles)
            is distinct from (old.id, old.email, old.name, old.roles) then
          raise exception 'nobody changes who they are or what they may do' using errcode = 'CD403';
        end if;
        return new;
      end $$;
      create trigger own_account_guard before update on app_user for each row execute function own_account_guard();

      -- With the rights of the owner: to an admin the passkeys of others are not there.
      create function remove_passkeys(who uuid) returns void language sql security definer
      set search_path = public, pg_temp as $$
        delete from passkey where user_id = who and may_manage_sign_in(who)
      $$;
      revoke execute on function remove_passkeys from public;
      grant execute on function remove_passkeys to cordon_service;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function remove_passkeys;
      drop trigger own_account_guard on app_user;
      drop function own_account_guard;
    `);
  }
}
