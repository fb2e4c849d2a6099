import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who takes a person's power away ends the person's sessions, and need not see them for it: an update by a condition asks
 * for the right to read, so that the policies showed admins when and how their people sign in. Now a function ends them.
 * Code from before this migration does not run on beside it.
 */
export class EndSessionsOfOthers1795219200043 implements MigrationInterface {
  readonly name = 'EndSessionsOfOthers1795219200043';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function end_sessions(people uuid[], ended timestamptz, kept_method text default null) returns void
      language sql volatile security definer set search_path = public, pg_temp as $$
        update session s set ended_at = ended
          from principal p
          where s.user_id = any (people) and s.ended_at is null and s.method is distinct from kept_method
            and p.id = s.user_id
            and (p.id = current_principal() or acts_as('COALITION_ADMIN')
              or (acts_as('MEMBER_ADMIN') and p.member_id = current_member()))
      $$;
      revoke execute on function end_sessions from public;
      grant execute on function end_sessions to cordon_service;
      drop policy session_admin_select on session;
      drop policy session_admin_update on session;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create policy session_admin_select on session for select to cordon_service
        using ((select acts_as('COALITION_ADMIN')) or ((select acts_as('MEMBER_ADMIN')) and exists (
          select from principal p where p.id = session.user_id and p.member_id = (select current_member()))));
      create policy session_admin_update on session for update to cordon_service
        using ((select acts_as('COALITION_ADMIN')) or ((select acts_as('MEMBER_ADMIN')) and exists (
          select from principal p where p.id = session.user_id and p.member_id = (select current_member()))));
      drop function end_sessions;
    `);
  }
}
