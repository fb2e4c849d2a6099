import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One database role for each kind of work, and who acts as a fact that the database itself knows. Before, all work ran as
 * `cordon_service`, whoever it was for; row policies, which the next migrations bring, decide by role and by actor. Roles are
 * of the whole server: another database may have made them already. Code from before this migration runs on beside it
 * until the next takes from `cordon_service` what is no actor's to do.
 */
export class CreateDatabaseRoles1795219200023 implements MigrationInterface {
  readonly name = 'CreateDatabaseRoles1795219200023';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ROLES.map(([role]) => CREATE_ROLE(role)).join('\n'));
    await runner.query(
      ROLES.flatMap(([role, grants]) => grants.map((grant) => `grant ${grant} to ${role};`)).join('\n'),
    );
    await runner.query(`
      create function current_member() returns uuid language sql stable parallel safe
        return nullif(current_setting('cordon.member_id', true), '')::uuid;

      create function current_principal() returns uuid language sql stable parallel safe
        return nullif(current_setting('cordon.principal_id', true), '')::uuid;

      create function acts_as(role text) returns boolean language sql stable parallel safe
        return coalesce(role = any (string_to_array(current_setting('cordon.roles', true), ',')), false);

      -- The settings come first, for it is by them that the actor sees the rows of its own that are read here. Where the
      -- actor is refused, the error takes them away again with everything else.
      create or replace function enter_as(actor_member uuid, actor_principal uuid, actor_epoch integer, request text)
      returns void language plpgsql as $$
      declare
        held text;
      begin
        perform set_config('cordon.member_id', actor_member::text, true),
          set_config('cordon.principal_id', actor_principal::text, true),
          set_config('cordon.request_id', request, true),
          set_config('cordon.roles', '', true);
        select coalesce(array_to_string(u.roles, ','), '') into held
          from principal p
          join member m on m.id = p.member_id
          left join app_user u on u.id = p.id
          where p.id = actor_principal and p.member_id = actor_member
            and p.active and p.epoch = actor_epoch and m.status = 'ACTIVE';
        if not found then
          raise exception 'actor is not active' using errcode = 'CD401';
        end if;
        perform set_config('cordon.roles', held, true);
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function enter_as(actor_member uuid, actor_principal uuid, actor_epoch integer, request text)
      returns void language plpgsql as $$
      begin
        perform 1
          from principal p join member m on m.id = p.member_id
          where p.id = actor_principal and p.member_id = actor_member
            and p.active and p.epoch = actor_epoch and m.status = 'ACTIVE';
        if not found then
          raise exception 'actor is not active' using errcode = 'CD401';
        end if;
        perform set_config('cordon.member_id', actor_member::text, true),
          set_config('cordon.principal_id', actor_principal::text, true),
          set_config('cordon.request_id', request, true);
      end $$;
      drop function acts_as, current_principal, current_member;
    `);
    await runner.query(
      ROLES.toReversed()
        .flatMap(([role, grants]) => grants.map((grant) => `revoke ${grant} from ${role};`))
        .join('\n'),
    );
  }
}

const CREATE_ROLE = (role: string): string => `
  do $$ begin
    create role ${role} nologin;
  exception when duplicate_object or unique_violation then null;
  end $$;
  do $$ begin
    execute format('grant ${role} to %I', current_user);
  end $$;`;

const USAGE = 'usage on schema public';

/** Each role with what it may do. None owns anything, may log in, or passes by row policies. */
const ROLES: readonly (readonly [string, readonly string[]])[] = [
  [
    // Proving who one is, before there is an actor.
    'cordon_sign_in',
    [
      USAGE,
      'select, insert, update, delete on session',
      'select, insert, update on app_user, client',
      'select on principal, member',
      'select, insert, delete on sign_in_attempt, client_assertion',
      'select, insert, update, delete on signing_key',
      'insert on audit_entry',
    ],
  ],
  [
    // What follows from reports in the background, for all members at once.
    'cordon_resolver',
    [
      USAGE,
      'select on member, principal, sharing_group, sharing_group_member, handling_scope',
      'select on report, report_version, report_status_change, review_decision',
      'select, insert, update on merchant, description, judgement, merchant_view_member, indicator, name_word_count',
      'select, insert on merchant_event, name_word, name_word_variant',
      'select, insert, delete on description_key, description_retrieval_key, view_retrieval_key, indicator_key',
      'select, insert, update, delete on shared_key, merchant_view, outbox',
      'select, insert, update, delete on waiting_change',
      'select, update on indicator_change',
      'insert on audit_entry',
    ],
  ],
  [
    // Gives changes their place in the order of commits.
    'cordon_sequencer',
    [
      USAGE,
      // To lock a row takes the right to update it.
      'select, update, delete on waiting_change',
      'select, insert, update on indicator_change',
      'usage on sequence indicator_change_sequence',
    ],
  ],
  ['cordon_auditor', [USAGE, 'select on audit_entry']],
  [
    // The operator of the server: founding a coalition, the demo, exports for the coalition itself.
    'cordon_operator',
    [
      USAGE,
      'select, insert, update on member, principal, app_user, client',
      'select, insert on member_status_change',
      'select on sharing_group, sharing_group_member, merchant, description, report, outbox, waiting_change',
      'select, insert on audit_entry',
    ],
  ],
];
