import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Roles of the coalition are given by two of its admins: one asks, another approves, and a trigger lets no other change of
 * roles add one. Who a principal is (its member, its kind) never changes, and whoever was deactivated stays so. Code from
 * before runs on beside it; what it grants by one person is refused.
 */
export class CreateRoleGrant1795219200032 implements MigrationInterface {
  readonly name = 'CreateRoleGrant1795219200032';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table role_grant (
        id uuid primary key,
        user_id uuid not null references app_user (id),
        from_roles text[] not null,
        to_roles text[] not null,
        asked_by uuid not null references principal (id),
        asked_at timestamptz not null,
        status text not null,
        decided_by uuid references principal (id),
        constraint role_grant_status_check check (status in ('OPEN', 'GRANTED', 'WITHDRAWN'))
      );
      create unique index role_grant_open_key on role_grant (user_id) where status = 'OPEN';
      create index role_grant_status on role_grant (status, asked_at, id);

      create function sorted_roles(roles text[]) returns text[] language sql immutable
        return array(select distinct role from unnest(roles) role order by role);

      create function role_grant_digest(asked role_grant) returns bytea language sql stable
        return sha256(convert_to(json_build_array(asked.id, asked.user_id, sorted_roles(asked.from_roles),
          sorted_roles(asked.to_roles))::text, 'UTF8'));

      create function role_grant_is_kept() returns trigger language plpgsql as $$
      begin
        if old.status <> 'OPEN' or (new.id, new.user_id, new.from_roles, new.to_roles, new.asked_by, new.asked_at)
            is distinct from (old.id, old.user_id, old.from_roles, old.to_roles, old.asked_by, old.asked_at) then
          raise exception 'a grant of roles is decided once, as it was asked for' using errcode = 'CD403';
        end if;
        return new;
      end $$;
      create trigger role_grant_is_kept before update on role_grant
        for each row execute function role_grant_is_kept();

      -- The grant is used up by the change that it allows: nobody gets the same role a second time by it.
      create function coalition_roles_by_two() returns trigger language plpgsql as $$
      declare
        held text[] := case tg_op when 'UPDATE' then old.roles else '{}' end;
        used role_grant;
      begin
        if is_founding() or not exists (
            select from unnest(new.roles) role where not role = any (held)
              and role not in ('SUBMITTER', 'SCREENER', 'MEMBER_ADMIN')) then
          return new;
        end if;
        select g.* into used from role_grant g
          where g.user_id = new.id and g.status = 'OPEN' and sorted_roles(g.from_roles) = sorted_roles(held)
            and sorted_roles(g.to_roles) = sorted_roles(new.roles)
          for update;
        if used.id is null or not approved_by_two('ROLE_GRANT', used.id, role_grant_digest(used), array[new.id]) then
          raise exception 'two admins give a role of the coalition' using errcode = 'CD403';
        end if;
        update role_grant set status = 'GRANTED', decided_by = current_principal() where id = used.id;
        return new;
      end $$;
      create trigger coalition_roles_by_two before insert or update on app_user
        for each row execute function coalition_roles_by_two();

      create function principal_stays_itself() returns trigger language plpgsql as $$
      begin
        if (new.id, new.member_id, new.kind) is distinct from (old.id, old.member_id, old.kind)
            or (new.active and not old.active) or new.epoch < old.epoch then
          raise exception 'a principal stays who it is, and once deactivated stays so' using errcode = 'CD403';
        end if;
        return new;
      end $$;
      create trigger principal_stays_itself before update on principal
        for each row execute function principal_stays_itself();

      alter table role_grant enable row level security;
      alter table role_grant force row level security;
      create policy role_grant_read on role_grant for select to cordon_service
        using (acts_as('COALITION_ADMIN') or acts_as('AUDITOR'));
      create policy role_grant_ask on role_grant for insert to cordon_service
        with check (acts_as('COALITION_ADMIN') and asked_by = current_principal() and status = 'OPEN');
      create policy role_grant_decide on role_grant for update to cordon_service
        using (acts_as('COALITION_ADMIN'))
        with check (acts_as('COALITION_ADMIN') and decided_by = current_principal());
      create policy role_grant_operator on role_grant for select to cordon_operator using (true);
      create policy role_grant_migrator on role_grant to cordon_migrator using (true) with check (true);
      grant select, insert on role_grant to cordon_service;
      grant select on role_grant to cordon_operator;
      grant update (status, decided_by) on role_grant to cordon_service;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger principal_stays_itself on principal;
      drop trigger coalition_roles_by_two on app_user;
      drop function principal_stays_itself, coalition_roles_by_two;
      drop function role_grant_digest;
      drop table role_grant;
      drop function role_grant_is_kept, sorted_roles;
    `);
  }
}
