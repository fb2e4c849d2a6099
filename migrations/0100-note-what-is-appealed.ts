import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What an appeal is about, as it stood then. The ruling on appeal takes the first one's place, and nothing was left by which one
 * could tell whether the listing had been taken off in between: what was reported meanwhile is new evidence then, and no part of
 * the dispute. The table notes it by itself, so code from before runs on beside it.
 */
export class NoteWhatIsAppealed1795219200100 implements MigrationInterface {
  readonly name = 'NoteWhatIsAppealed1795219200100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table dispute_appeal add column appealed text;
      -- Of the first stage's proposals one was approved by as many as it takes; none was where nobody stood by the listing.
      update dispute_appeal a set appealed = coalesce((
        select r.outcome from dispute_ruling r
        where r.dispute_id = a.dispute_id and r.stage = 1 and dispute_ruling_approvals(r) <= (
          select count(distinct p.principal_id) from approval p where p.kind = 'DISPUTE_RULING' and p.object_id = r.id)
        order by r.proposed_at, r.id limit 1), 'UPHELD');
      alter table dispute_appeal alter column appealed set not null;
      alter table dispute_appeal add constraint dispute_appeal_appealed_check
        check (appealed in ('UPHELD', 'PARTLY_UPHELD', 'REJECTED'));

      create function dispute_appeal_note() returns trigger language plpgsql security definer
      set search_path = public, pg_temp as $$
      begin
        new.appealed := (select d.status from dispute d where d.id = new.dispute_id);
        return new;
      end $$;
      create trigger dispute_appeal_note before insert on dispute_appeal
        for each row execute function dispute_appeal_note();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger dispute_appeal_note on dispute_appeal;
      drop function dispute_appeal_note;
      alter table dispute_appeal drop column appealed;
    `);
  }
}
