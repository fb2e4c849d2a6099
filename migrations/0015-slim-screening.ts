import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is stored with every answer, at two thirds of what it took: the order of the audit log is its primary key, and an
 * entry's random id, by which none is looked up, has no index; question and answer of a screening are json, for they are
 * handed out as they were written and never searched; that its member and principal exist is what entering as them found
 * out in the same statement. Code from before this migration does not run on beside it: it hands the stored function other
 * types.
 */
export class SlimScreening1795219200015 implements MigrationInterface {
  readonly name = 'SlimScreening1795219200015';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table audit_entry drop constraint audit_entry_pkey;
      alter table audit_entry add constraint audit_entry_pkey primary key using index audit_entry_no_key;

      drop function record_screenings;
      alter table screening drop constraint screening_member_id_fkey;
      alter table screening drop constraint screening_principal_id_fkey;
      alter table screening alter column subject type json, alter column answer type json;

      create function record_screenings(actor_member uuid, actor_principal uuid, actor_epoch integer, request text,
        at timestamptz, ids uuid[], purposes text[], refs text[], outcomes text[], subjects json[], answers json[],
        read_purposes text[], read_requests text[], read_objects text[])
      returns void
      language plpgsql as $$
      begin
        perform enter_as(actor_member, actor_principal, actor_epoch, request);
        insert into screening (id, member_id, principal_id, purpose, ref, outcome, subject, answer, created_at)
          select asked.id, actor_member, actor_principal, asked.purpose, asked.ref, asked.outcome, asked.subject,
            asked.answer, at
          from unnest(ids, purposes, refs, outcomes, subjects, answers)
            as asked (id, purpose, ref, outcome, subject, answer);
        insert into audit_entry (at, member_id, principal_id, action, purpose, object_kind, object_ids, request_id)
          select at, actor_member, actor_principal, 'screening.run', read.purpose, 'indicator', read.objects::uuid[],
            read.request
          from unnest(read_purposes, read_requests, read_objects) as read (purpose, request, objects);
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function record_screenings;
      alter table screening alter column subject type jsonb, alter column answer type jsonb;
      alter table screening add constraint screening_member_id_fkey foreign key (member_id) references member (id);
      alter table screening add constraint screening_principal_id_fkey
        foreign key (principal_id) references principal (id);

      create function record_screenings(actor_member uuid, actor_principal uuid, actor_epoch integer, request text,
        at timestamptz, ids uuid[], purposes text[], refs text[], outcomes text[], subjects jsonb[], answers jsonb[],
        read_purposes text[], read_requests text[], read_objects jsonb[])
      returns void
      language plpgsql as $$
      begin
        perform enter_as(actor_member, actor_principal, actor_epoch, request);
        insert into screening (id, member_id, principal_id, purpose, ref, outcome, subject, answer, created_at)
          select asked.id, actor_member, actor_principal, asked.purpose, asked.ref, asked.outcome, asked.subject,
            asked.answer, at
          from unnest(ids, purposes, refs, outcomes, subjects, answers)
            as asked (id, purpose, ref, outcome, subject, answer);
        insert into audit_entry (at, member_id, principal_id, action, purpose, object_kind, object_ids, request_id)
          select at, actor_member, actor_principal, 'screening.run', read.purpose, 'indicator',
            array(select jsonb_array_elements_text(read.objects)::uuid), read.request
          from unnest(read_purposes, read_requests, read_objects) as read (purpose, request, objects);
      end $$;

      alter table audit_entry drop constraint audit_entry_pkey;
      alter table audit_entry add constraint audit_entry_pkey primary key (id);
      create unique index audit_entry_no_key on audit_entry (entry_no);
    `);
  }
}
