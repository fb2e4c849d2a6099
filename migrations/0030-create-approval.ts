import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Approvals: who agreed to exactly which content. What grants power asks `approved_by_two` in a trigger of its own table, so
 * that no path through the code can forget it. Insert-only, and only by oneself. Code from before runs on beside it.
 */
export class CreateApproval1795219200030 implements MigrationInterface {
  readonly name = 'CreateApproval1795219200030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table approval (
        id uuid primary key,
        kind text not null,
        object_id uuid not null,
        content_digest bytea not null,
        principal_id uuid not null,
        member_id uuid not null,
        acting_roles text[] not null,
        principal_epoch integer not null,
        reason text,
        at timestamptz not null,
        constraint approval_kind_check check (kind in ('MEMBER', 'ROLE_GRANT', 'HOLD_RELEASE', 'BREAK_GLASS')),
        constraint approval_digest_check check (octet_length(content_digest) = 32)
      );
      create unique index approval_once_key
        on approval (kind, object_id, content_digest, principal_id, principal_epoch);
      create index approval_principal on approval (principal_id);

      -- Who approves is what the transaction was entered as, whatever the statement says.
      create function approval_is_ones_own() returns trigger language plpgsql as $$
      begin
        if current_principal() is null then
          return new;
        end if;
        new.principal_id := current_principal();
        new.member_id := current_member();
        new.acting_roles := string_to_array(current_setting('cordon.roles', true), ',');
        select p.epoch into strict new.principal_epoch from principal p where p.id = current_principal();
        return new;
      end $$;
      create trigger approval_is_ones_own before insert on approval
        for each row execute function approval_is_ones_own();

      create function may_approve(kind text) returns boolean language sql stable
        return case kind
          when 'MEMBER' then acts_as('COALITION_ADMIN')
          when 'ROLE_GRANT' then acts_as('COALITION_ADMIN')
          when 'HOLD_RELEASE' then acts_as('COALITION_ANALYST')
          when 'BREAK_GLASS' then acts_as('COALITION_ADMIN') or acts_as('COALITION_ANALYST')
          else false
        end;

      alter table approval enable row level security;
      alter table approval force row level security;
      create policy approval_self on approval for insert to cordon_service
        with check (principal_id = current_principal() and member_id = current_member() and may_approve(kind));
      create policy approval_read on approval for select to cordon_service
        using (principal_id = current_principal() or (kind = 'MEMBER' and object_id = current_member())
          or acts_as('COALITION_ADMIN') or acts_as('COALITION_ANALYST') or acts_as('AUDITOR'));
      create policy approval_operator on approval for select to cordon_operator using (true);
      create policy approval_migrator on approval to cordon_migrator using (true) with check (true);
      grant select, insert on approval to cordon_service;
      grant select on approval to cordon_operator;

      -- Whoever counts approvals must see whether the approvers still stand.
      create policy principal_approver on principal for select to cordon_service
        using (exists (select from approval a where a.principal_id = principal.id));

      -- An approval stands while its giver does: with the same power, of a member that takes part.
      create function standing_approvals(asked_kind text, asked_object uuid, digest bytea, excluded uuid[] default '{}')
      returns table (principal_id uuid, acting_roles text[]) language sql stable as $$
        select a.principal_id, a.acting_roles
        from approval a
        join principal p on p.id = a.principal_id
        join member m on m.id = a.member_id
        where a.kind = asked_kind and a.object_id = asked_object and a.content_digest = digest
          and p.kind = 'USER' and p.active and p.epoch = a.principal_epoch and m.status = 'ACTIVE'
          and not a.principal_id = any (excluded) and not a.member_id = any (excluded)
      $$;

      create function approved_by_two(kind text, object_id uuid, content_digest bytea, excluded uuid[] default '{}')
      returns boolean language sql stable as $$
        select count(distinct s.principal_id) >= 2 from standing_approvals($1, $2, $3, $4) s
      $$;

      -- The operator founds a coalition and its first admins from outside of it; the owner of the tables migrates them.
      create function is_founding() returns boolean language sql stable
        return current_user = 'cordon_operator'
          or current_user = (select pg_get_userbyid(c.relowner) from pg_class c where c.oid = 'approval'::regclass);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy principal_approver on principal;
      drop function is_founding, approved_by_two, standing_approvals;
      drop table approval;
      drop function may_approve, approval_is_ones_own;
    `);
  }
}
