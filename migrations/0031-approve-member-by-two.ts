import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Two admins of the coalition take a member in, and the database itself sees to it: a member becomes active only by the life
 * cycle, and from APPLIED only with two approvals of the application as it stands. Approvals move to the table of all
 * approvals. Code from before this migration does not run on beside it: it looks for them where they were.
 */
export class ApproveMemberByTwo1795219200031 implements MigrationInterface {
  readonly name = 'ApproveMemberByTwo1795219200031';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- SHA-256 of what is approved, written as the JSON array that approvals from before were given to.
      create function member_application_digest(applied member) returns bytea language sql stable as $$
        select sha256(convert_to('[' || string_agg(coalesce(to_json(part.text)::text, 'null'), ',' order by part.place) || ']',
          'UTF8'))
        from unnest(array[applied.name, applied.kind, applied.country, applied.region, applied.agreement_version,
          applied.agreement_signed_by]) with ordinality as part (text, place)
      $$;

      insert into approval (id, kind, object_id, content_digest, principal_id, member_id, acting_roles, principal_epoch, at)
        select gen_random_uuid(), 'MEMBER', a.member_id, a.content_hash, p.id, p.member_id, u.roles, p.epoch, a.approved_at
        from member_approval a join principal p on p.id = a.approved_by join app_user u on u.id = p.id;
      drop table member_approval;

      create function member_stands_by_rule() returns trigger language plpgsql as $$
      begin
        if is_founding() then
          return new;
        end if;
        if tg_op = 'INSERT' then
          if new.status = 'APPLIED' then
            return new;
          end if;
          raise exception 'a member begins by applying' using errcode = 'CD403';
        end if;
        if new.status = old.status or (old.status, new.status) in (('APPLIED', 'REJECTED'), ('ACTIVE', 'SUSPENDED'),
            ('SUSPENDED', 'ACTIVE'), ('ACTIVE', 'LEFT'), ('SUSPENDED', 'LEFT')) then
          return new;
        end if;
        if (old.status, new.status) = ('APPLIED', 'ACTIVE') and new.agreement_version is not null
            and approved_by_two('MEMBER', new.id, member_application_digest(new), array[new.id]) then
          return new;
        end if;
        raise exception 'two admins approve a member' using errcode = 'CD403';
      end $$;
      create trigger member_stands_by_rule before insert or update on member
        for each row execute function member_stands_by_rule();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger member_stands_by_rule on member;
      drop function member_stands_by_rule;
      create table member_approval (
        member_id uuid not null references member (id),
        approved_by uuid not null,
        content_hash bytea not null,
        approved_at timestamptz not null,
        primary key (member_id, approved_by)
      );
      insert into member_approval (member_id, approved_by, content_hash, approved_at)
        select distinct on (object_id, principal_id) object_id, principal_id, content_digest, at
        from approval where kind = 'MEMBER' order by object_id, principal_id, at desc;
      delete from approval where kind = 'MEMBER';
      grant select, insert, delete on member_approval to cordon_service;
      alter table member_approval enable row level security;
      alter table member_approval force row level security;
      create policy member_approval_admin on member_approval to cordon_service
        using ((select acts_as('COALITION_ADMIN'))) with check ((select acts_as('COALITION_ADMIN')));
      create policy member_approval_migrator on member_approval to cordon_migrator using (true) with check (true);
      drop function member_application_digest;
    `);
  }
}
