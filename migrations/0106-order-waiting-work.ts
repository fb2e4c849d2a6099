import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What waits for a person, kept in the order in which it is shown: of ten thousand things that wait, a page of twenty was sought
 * out by reading and sorting all. A report says itself whether a child is at risk by the version in force, for no index reaches
 * over two tables. Code from before runs on beside it; what it takes in waits in order, but not as critical.
 */
export class OrderWaitingWork1795219200106 implements MigrationInterface {
  readonly name = 'OrderWaitingWork1795219200106';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table report add column child_at_risk boolean not null default false;
      update report r set child_at_risk = true from report_version v
        where v.report_id = r.id and v.version = r.version and v.child_at_risk;
      grant update (child_at_risk) on report to cordon_service;
      create index report_to_triage on report ((not child_at_risk), changed_at, id) where status = 'SUBMITTED';
      create index report_to_complete on report (member_id, (not child_at_risk), changed_at, id)
        where status = 'NEEDS_INFO';

      drop index alert_waiting;
      create index alert_waiting on alert
        (member_id, kind, (urgency <> 'CRITICAL'), coalesce(act_by, 'infinity'), raised_at, object_id)
        where status <> 'CLOSED';
      create index alert_unread on alert
        (member_id, (urgency <> 'CRITICAL'), coalesce(acknowledge_by, 'infinity'), raised_at, id)
        where status in ('RAISED', 'DELIVERED');
      drop index alert_escalated;
      create index alert_escalated on alert (member_id, urgency, escalated_at)
        where escalated_at is not null and status <> 'CLOSED';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index alert_escalated;
      create index alert_escalated on alert (escalated_at) where escalated_at is not null and status <> 'CLOSED';
      drop index alert_unread;
      drop index alert_waiting;
      create index alert_waiting on alert (member_id, kind) where status <> 'CLOSED';
      drop index report_to_complete;
      drop index report_to_triage;
      alter table report drop column child_at_risk;
    `);
  }
}
