import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What members think of indicators: one opinion at a time of each, the earlier ones kept; and beside them, what of them may be
 * told, which the resolver counts. Code from before runs on beside it.
 */
export class CreateOpinion1795219200066 implements MigrationInterface {
  readonly name = 'CreateOpinion1795219200066';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table opinion (
        indicator_id uuid not null references indicator (id),
        member_id uuid not null references member (id),
        -- Of one member about one indicator, from 1.
        version integer not null,
        kind text not null,
        note text,
        given_by uuid not null references principal (id),
        given_at timestamptz not null,
        -- Replaced by the next, or withdrawn. Null: it holds.
        ended_at timestamptz,
        primary key (indicator_id, member_id, version),
        constraint opinion_kind_check check (kind in ('CONFIRMED', 'SEEN_TOO', 'OUTDATED', 'FALSE_POSITIVE'))
      );
      create unique index opinion_current_key on opinion (indicator_id, member_id) where ended_at is null;

      create table opinion_tally (
        indicator_id uuid primary key references indicator (id),
        confirmed text not null,
        seen_too text not null,
        outdated text not null,
        false_positive text not null,
        challenged boolean not null,
        ${['confirmed', 'seen_too', 'outdated', 'false_positive']
          .map(
            (column) =>
              `constraint opinion_tally_${column}_check check (${column} in ('UNDER_THREE', 'THREE_TO_NINE', 'TEN_OR_MORE'))`,
          )
          .join(',\n        ')}
      );

      grant select, insert on opinion to cordon_service;
      grant update (ended_at) on opinion to cordon_service;
      grant select on opinion to cordon_resolver;
      -- Not whether it is challenged: that the indicator itself says.
      grant select (indicator_id, confirmed, seen_too, outdated, false_positive) on opinion_tally to cordon_service;
      grant select, insert, update on opinion_tally to cordon_resolver;

      create policy opinion_member on opinion for select to cordon_service
        using (member_id = (select current_member()));
      create policy opinion_insert on opinion for insert to cordon_service
        with check (member_id = current_member() and given_by = current_principal()
          and exists (select from indicator i where i.id = opinion.indicator_id));
      create policy opinion_end on opinion for update to cordon_service
        using (member_id = (select current_member())) with check (member_id = (select current_member()) and ended_at is not null);
      create policy opinion_resolver on opinion for select to cordon_resolver using (true);

      create policy opinion_tally_audience on opinion_tally for select to cordon_service
        using (coalesce((select true from indicator i where i.id = opinion_tally.indicator_id limit 1), false));
      create policy opinion_tally_resolver on opinion_tally to cordon_resolver using (true) with check (true);

      ${['opinion', 'opinion_tally']
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
    await runner.query('drop table opinion_tally, opinion');
  }
}
