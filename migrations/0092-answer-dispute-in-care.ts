import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a member that has left had reported stays under the coalition's care: an analyst who is no party stands by it in a dispute.
 * Whoever does is on the side of those who reported from then on, and decides nothing of it. Code from before runs on beside it,
 * and lets such a member lose by its silence.
 */
export class AnswerDisputeInCare1795219200092 implements MigrationInterface {
  readonly name = 'AnswerDisputeInCare1795219200092';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function has_left(asked uuid) returns boolean language sql stable security definer
      set search_path = public, pg_temp as $$
        select exists (select from member m where m.id = asked and m.status = 'LEFT')
      $$;

      -- Whoever answered is a side of the dispute as well; of a member's own people that follows from their member.
      create or replace function dispute_excluded(asked uuid) returns uuid[] language sql stable security definer
      set search_path = public, pg_temp as $$
        ${excluded('union all select p.answered_by from dispute_party p where p.dispute_id = asked and p.answered_by is not null')}
      $$;
      create or replace function dispute_part(asked uuid) returns text language sql stable security definer
      set search_path = public, pg_temp as $$
        ${part('p.member_id = current_member() or p.answered_by = current_principal()')}
      $$;

      create policy dispute_party_cared on dispute_party for select to cordon_service
        using (answered_by = (select current_principal()));
      create policy dispute_party_care on dispute_party for update to cordon_service
        using (dispute_part(dispute_id) = 'REVIEWER' and has_left(member_id))
        with check (answered_by = (select current_principal()) and answer = 'STAND_BY' and has_left(member_id)
          and acts_as('COALITION_ANALYST'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy dispute_party_care on dispute_party;
      drop policy dispute_party_cared on dispute_party;
      create or replace function dispute_excluded(asked uuid) returns uuid[] language sql stable security definer
      set search_path = public, pg_temp as $$
        ${excluded('')}
      $$;
      create or replace function dispute_part(asked uuid) returns text language sql stable security definer
      set search_path = public, pg_temp as $$
        ${part('p.member_id = current_member()')}
      $$;
      drop function has_left;
    `);
  }
}

/** As before (migration 0072), with those who come to it. */
const excluded = (further: string): string => `select coalesce(array_agg(distinct x.id), '{}') from (
          select f.filed_by as id from dispute_filer f where f.dispute_id = asked
          union all
          select f.member_id from dispute_filer f where f.dispute_id = asked and f.on_behalf_of is null
          union all
          select p.member_id from dispute_party p where p.dispute_id = asked
          union all
          select a.appealed_by from dispute_appeal a where a.dispute_id = asked
          union all
          select r.proposed_by from dispute_ruling r join dispute d on d.id = r.dispute_id
            where r.dispute_id = asked and r.stage < d.stage
          union all
          select a.principal_id from dispute_ruling r join dispute d on d.id = r.dispute_id
            join approval a on a.kind = 'DISPUTE_RULING' and a.object_id = r.id
            where r.dispute_id = asked and r.stage < d.stage
          ${further}
        ) x`;

const part = (reporter: string): string => `select case
          when exists (select from dispute_filer f where f.dispute_id = asked and f.member_id = current_member()
            and (f.on_behalf_of is null or f.filed_by = current_principal())) then 'FILER'
          when exists (select from dispute_party p where p.dispute_id = asked and (${reporter})) then 'REPORTER'
          when acts_as('COALITION_ANALYST')
            and not dispute_excluded(asked) && array[current_member(), current_principal()] then 'REVIEWER'
        end`;
