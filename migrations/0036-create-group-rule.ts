import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Sharing groups by rule: who is of certain kinds, in certain countries or regions, is in. Who is in a group stands in one
 * table for both, `sharing_group_member`, which every rule of visibility asks; for a group by rule it is kept here, in the
 * transaction that changes a member or makes the group. So whoever changes its country is in or out at the next statement,
 * and no path can forget it. Code from before runs on beside it, and makes groups by list.
 */
export class CreateGroupRule1795219200036 implements MigrationInterface {
  readonly name = 'CreateGroupRule1795219200036';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RULE);
    await runner.query(FOLLOWING);
    await runner.query(`
      grant insert, delete on sharing_group_member to cordon_operator;
      grant insert on outbox to cordon_operator;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      revoke insert on outbox from cordon_operator;
      revoke insert, delete on sharing_group_member from cordon_operator;
      drop trigger member_follows_group_rules on member;
      drop trigger sharing_group_takes_in on sharing_group;
      drop trigger sharing_group_rule_stays on sharing_group;
      drop trigger sharing_group_member_by_rule on sharing_group_member;
      drop function member_follows_group_rules, sharing_group_takes_in, sharing_group_rule_stays,
        sharing_group_member_by_rule, follows_group_rule, is_group_by_rule;
      alter table sharing_group drop column rule_kinds, drop column rule_countries, drop column rule_regions;
    `);
  }
}

const RULE = `
  -- All null: a group by list. Null of one: it does not matter.
  alter table sharing_group add column rule_kinds text[], add column rule_countries text[], add column rule_regions text[];
  alter table sharing_group add constraint sharing_group_rule_check
    check (rule_kinds <> '{}' and rule_countries <> '{}' and rule_regions <> '{}');

  create function is_group_by_rule(asked sharing_group) returns boolean language sql immutable parallel safe
    return asked.rule_kinds is not null or asked.rule_countries is not null or asked.rule_regions is not null;

  -- The rule. Its twin in the code is followsGroupRule of src/member/group-rule.ts.
  create function follows_group_rule(asked sharing_group, of_member member) returns boolean
  language sql immutable parallel safe
    return coalesce(is_group_by_rule(asked)
      and (asked.rule_kinds is null or of_member.kind = any (asked.rule_kinds))
      and ((asked.rule_countries is null and asked.rule_regions is null)
        or coalesce(of_member.country = any (asked.rule_countries), false)
        or coalesce(lower(of_member.region) = any (asked.rule_regions), false)), false);
`;

const FOLLOWING = `
  -- A group that is being made and a member that is being changed wait for each other: else neither would see the other.
  create function member_follows_group_rules() returns trigger language plpgsql as $$
  declare
    changed record;
  begin
    if tg_op = 'UPDATE'
      and (new.kind, new.country, new.region) is not distinct from (old.kind, old.country, old.region)
    then
      return null;
    end if;
    perform pg_advisory_xact_lock(hashtextextended('cordon.group-rules', 0));
    for changed in
      select g.id, follows_group_rule(g, new) as comes
      from sharing_group g
      where is_group_by_rule(g) and follows_group_rule(g, new) is distinct from exists (
        select from sharing_group_member m where m.sharing_group_id = g.id and m.member_id = new.id)
      order by g.id
    loop
      if changed.comes then
        insert into sharing_group_member (sharing_group_id, member_id, joined_at)
          values (changed.id, new.id, new.changed_at);
      else
        delete from sharing_group_member where sharing_group_id = changed.id and member_id = new.id;
      end if;
      -- A new member has read nothing of the feed yet: it reads it as it stands.
      if tg_op = 'UPDATE' then
        insert into outbox (topic, payload) values ('sharing-group.changed', jsonb_build_object('sharingGroupId', changed.id,
          'memberIds', jsonb_build_array(new.id), 'change', case when changed.comes then 'ADDED' else 'REMOVED' end));
      end if;
    end loop;
    return null;
  end $$;
  create trigger member_follows_group_rules after insert or update of kind, country, region on member
    for each row execute function member_follows_group_rules();

  create function sharing_group_takes_in() returns trigger language plpgsql as $$
  begin
    if is_group_by_rule(new) then
      perform pg_advisory_xact_lock(hashtextextended('cordon.group-rules', 0));
      insert into sharing_group_member (sharing_group_id, member_id, joined_at)
        select new.id, m.id, new.created_at from member m where follows_group_rule(new, m) order by m.id;
    end if;
    return null;
  end $$;
  create trigger sharing_group_takes_in after insert on sharing_group
    for each row execute function sharing_group_takes_in();

  -- Reports were shared with those whom the rule named: another rule is another group.
  create function sharing_group_rule_stays() returns trigger language plpgsql as $$
  begin
    if (new.rule_kinds, new.rule_countries, new.rule_regions)
      is distinct from (old.rule_kinds, old.rule_countries, old.rule_regions)
    then
      raise exception 'the rule of a sharing group is never changed' using errcode = 'CD403';
    end if;
    return new;
  end $$;
  create trigger sharing_group_rule_stays before update on sharing_group
    for each row execute function sharing_group_rule_stays();

  -- Nobody comes into a group by rule, or goes out of it, but by the rule.
  create function sharing_group_member_by_rule() returns trigger language plpgsql as $$
  declare
    changed sharing_group_member := case when tg_op = 'DELETE' then old else new end;
  begin
    if exists (
      select from sharing_group g join member m on m.id = changed.member_id
      where g.id = changed.sharing_group_id and is_group_by_rule(g)
        and follows_group_rule(g, m) is distinct from (tg_op = 'INSERT'))
    then
      raise exception 'a rule says who is in this group' using errcode = 'CD403';
    end if;
    return changed;
  end $$;
  create trigger sharing_group_member_by_rule before insert or delete on sharing_group_member
    for each row execute function sharing_group_member_by_rule();
`;
