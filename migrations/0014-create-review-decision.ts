import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Analysts' decisions: each bundles the judgements that it made, so that it can be undone as one, and what it replaced can
 * stand again. Judgements made before get a decision of their own. Code that knows no decisions runs on beside it; the
 * judgements that it makes meanwhile belong to none, and cannot be undone.
 */
export class CreateReviewDecision1795219200014 implements MigrationInterface {
  readonly name = 'CreateReviewDecision1795219200014';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table review_decision (
        id uuid primary key,
        kind text not null,
        verdict text not null,
        merchant_ids uuid[] not null,
        report_ids uuid[] not null,
        possible_match_id uuid references judgement (id),
        overturned boolean not null,
        tier text,
        model_version text,
        reason text not null,
        decided_by uuid not null references principal (id),
        decided_at timestamptz not null,
        undone_at timestamptz,
        undone_by uuid references principal (id),
        undone_reason text,
        constraint review_decision_kind_check check (kind in ('MATCH', 'MERGE', 'SPLIT')),
        constraint review_decision_verdict_check check (verdict in ('SAME', 'DIFFERENT', 'UNSURE'))
      );
      create index review_decision_newest on review_decision (decided_at, id);
      create index review_decision_possible_match on review_decision (possible_match_id);

      alter table judgement
        add column decision_id uuid references review_decision (id),
        add column replaces_id uuid references judgement (id);
      create index judgement_decision on judgement (decision_id);
      create index judgement_replaces on judgement (replaces_id);
      create index judgement_possible on judgement (decided_at, id)
        where origin = 'ENGINE' and verdict = 'UNSURE' and withdrawn_at is null;

      -- Of a judgement made before, the decision has the judgement's own id: no other can tell which is whose.
      insert into review_decision (id, kind, verdict, merchant_ids, report_ids, overturned, reason, decided_by, decided_at,
        undone_at, undone_by, undone_reason)
      select j.id, 'MATCH', j.verdict, '{}', array[j.description_a, j.description_b], false, coalesce(j.reason, ''),
        j.decided_by, j.decided_at, j.withdrawn_at, j.withdrawn_by, j.withdrawn_reason
      from judgement j where j.origin = 'ANALYST' and j.decided_by is not null;
      update judgement set decision_id = id where origin = 'ANALYST' and decided_by is not null;

      grant select, insert, update on review_decision to cordon_service;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index judgement_possible, judgement_replaces, judgement_decision;
      alter table judgement drop column replaces_id, drop column decision_id;
      drop table review_decision;
    `);
  }
}
