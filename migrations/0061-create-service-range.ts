import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What members say that they serve: the acquirer's numbers, the wallet, the bank. By it a listing finds the member that is to
 * act. And which hotline is called by which number. Code from before runs on beside it.
 */
export class CreateServiceRange1795219200061 implements MigrationInterface {
  readonly name = 'CreateServiceRange1795219200061';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table service_range (
        id uuid primary key,
        member_id uuid not null references member (id),
        kind text not null,
        value text not null,
        registered_by uuid not null references principal (id),
        registered_at timestamptz not null,
        removed_by uuid references principal (id),
        removed_at timestamptz,
        constraint service_range_kind_check check (kind in ('ACQUIRER', 'FACILITATOR', 'WALLET_PROVIDER', 'BIC', 'IBAN_BANK',
          'CLEARING_CODE')),
        constraint service_range_removed_check check ((removed_at is null) = (removed_by is null))
      );
      create unique index service_range_served on service_range (kind, value) where removed_at is null;
      create index service_range_member on service_range (member_id, kind, value) where removed_at is null;
      create index service_range_listed on service_range (kind, value, id) where removed_at is null;

      -- Whether another member serves what the range asked for holds, or lies in. With the rights of the owner: nobody reads
      -- what others registered but for the coalition's admins, and this tells that somebody did.
      create function service_range_taken(kind text, value text) returns boolean
      language sql stable security definer set search_path = public, pg_temp as $$
        select exists (select from service_range r
          where r.kind = $1 and r.removed_at is null and r.member_id is distinct from current_member()
            and (r.value = $2 or (($1 = 'BIC' or ($1 = 'ACQUIRER' and $2 like 'BIN:%' and r.value like 'BIN:%'))
              and (starts_with(r.value, $2) or starts_with($2, r.value)))))
      $$;

      create function service_range_guard() returns trigger language plpgsql as $$
      begin
        if (new.id, new.member_id, new.kind, new.value, new.registered_by, new.registered_at)
            is distinct from (old.id, old.member_id, old.kind, old.value, old.registered_by, old.registered_at)
            or old.removed_at is not null then
          raise exception 'a range is removed and registered anew' using errcode = 'CD403';
        end if;
        return new;
      end $$;
      create trigger service_range_guard before update on service_range
        for each row execute function service_range_guard();

      create table hotline_telephone (
        member_id uuid primary key references member (id),
        telephone text not null,
        changed_by uuid not null references principal (id),
        changed_at timestamptz not null,
        constraint hotline_telephone_check check (telephone ~ '^[+][1-9][0-9]{3,14}$')
      );

      grant select, insert, update (removed_by, removed_at) on service_range to cordon_service;
      grant select on service_range to cordon_resolver;
      grant select, insert, update on hotline_telephone to cordon_service;

      create policy service_range_own on service_range for select to cordon_service
        using (member_id = ${OWN_MEMBER});
      create policy service_range_coalition on service_range for select to cordon_service
        using ((select acts_as('COALITION_ADMIN')));
      create policy service_range_register on service_range for insert to cordon_service
        with check (member_id = current_member() and registered_by = current_principal() and acts_as('MEMBER_ADMIN')
          and not service_range_taken(kind, value));
      create policy service_range_remove on service_range for update to cordon_service
        using ((member_id = ${OWN_MEMBER} and (select acts_as('MEMBER_ADMIN'))) or (select acts_as('COALITION_ADMIN')))
        with check (removed_by = current_principal());

      -- Everybody is to find whom to call.
      create policy hotline_telephone_directory on hotline_telephone for select to cordon_service
        using (${OWN_MEMBER} is not null);
      create policy hotline_telephone_register on hotline_telephone for insert to cordon_service
        with check (${OF_HOTLINE_ADMIN});
      create policy hotline_telephone_change on hotline_telephone for update to cordon_service
        using (${OF_HOTLINE_ADMIN}) with check (${OF_HOTLINE_ADMIN});

      create policy service_range_resolver on service_range to cordon_resolver using (true) with check (true);
      ${['service_range', 'hotline_telephone']
        .map(
          (table) => `
      alter table ${table} enable row level security;
      alter table ${table} force row level security;
      create policy ${table}_migrator on ${table} to cordon_migrator using (true) with check (true);`,
        )
        .join('')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table hotline_telephone, service_range cascade;
      drop function service_range_guard, service_range_taken;
    `);
  }
}

const OWN_MEMBER = '(select current_member())';
const OF_HOTLINE_ADMIN = `member_id = ${OWN_MEMBER} and (select acts_as('MEMBER_ADMIN'))
          and exists (select from member m where m.id = ${OWN_MEMBER} and m.kind = 'HOTLINE')`;
