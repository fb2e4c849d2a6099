import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Each member's own OpenID Connect provider, the accounts there (issuer and subject) that its people are linked to, and
 * the one-time invitations by which a person links one. A link cannot leave its member: its key begins with the member,
 * and its person is one of the same member by a foreign key.
 */
export class CreateIdentityProvider1795219200041 implements MigrationInterface {
  readonly name = 'CreateIdentityProvider1795219200041';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table identity_provider (
        id uuid primary key,
        member_id uuid not null references member (id),
        issuer text not null,
        client_id text not null,
        client_secret_sealed bytea,
        private_key_sealed bytea,
        public_jwk jsonb,
        accepted_acr text[] not null,
        required boolean not null,
        changed_at timestamptz not null,
        constraint identity_provider_credential_check
          check ((client_secret_sealed is null) <> (private_key_sealed is null)),
        constraint identity_provider_key_check check ((private_key_sealed is null) = (public_jwk is null))
      );
      create unique index identity_provider_member_key on identity_provider (member_id);

      create unique index principal_member_key on principal (id, member_id);
      create table user_identity (
        member_id uuid not null,
        issuer text not null,
        subject text not null,
        user_id uuid not null,
        linked_by uuid not null,
        linked_at timestamptz not null,
        primary key (member_id, issuer, subject),
        constraint user_identity_user_fkey foreign key (user_id, member_id) references principal (id, member_id)
      );
      create unique index user_identity_user_key on user_identity (user_id, issuer);

      create table sign_in_invitation (
        id uuid primary key,
        member_id uuid not null,
        user_id uuid not null,
        secret_hash bytea not null,
        created_by uuid not null,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        used_at timestamptz,
        constraint sign_in_invitation_user_fkey foreign key (user_id, member_id) references principal (id, member_id)
      );
      create unique index sign_in_invitation_secret_key on sign_in_invitation (secret_hash);
      create index sign_in_invitation_user on sign_in_invitation (user_id);

      alter table identity_provider enable row level security;
      alter table identity_provider force row level security;
      create policy identity_provider_admin on identity_provider to cordon_service
        using (member_id = current_member() and acts_as('MEMBER_ADMIN'));
      create policy identity_provider_sign_in on identity_provider to cordon_sign_in using (true);
      grant select, insert, update, delete on identity_provider to cordon_service;
      grant select on identity_provider to cordon_sign_in;

      -- Whoever decides what signs a person in can become that person: so an admin of the member does it for its people, but
      -- for those with power over other members only an admin of the coalition who is admin of the member as well.
      create function may_manage_sign_in(who uuid) returns boolean language sql stable as $$
        select acts_as('MEMBER_ADMIN') and exists (
          select from principal p join app_user u on u.id = p.id
          where p.id = who and p.member_id = current_member()
            and (p.id = current_principal() or acts_as('COALITION_ADMIN')
              or not u.roles && array['COALITION_ANALYST', 'COALITION_ADMIN', 'LIAISON', 'AUDITOR']))
      $$;

      alter table user_identity enable row level security;
      alter table user_identity force row level security;
      create policy user_identity_admin on user_identity to cordon_service
        using (member_id = current_member() and may_manage_sign_in(user_id));
      create policy user_identity_self on user_identity for select to cordon_service
        using (user_id = current_principal());
      create policy user_identity_sign_in on user_identity to cordon_sign_in using (true);
      grant select, insert, delete on user_identity to cordon_service;
      grant select, insert on user_identity to cordon_sign_in;

      alter table sign_in_invitation enable row level security;
      alter table sign_in_invitation force row level security;
      create policy sign_in_invitation_admin on sign_in_invitation to cordon_service
        using (member_id = current_member() and may_manage_sign_in(user_id));
      create policy sign_in_invitation_sign_in on sign_in_invitation to cordon_sign_in using (true);
      grant select, insert, delete on sign_in_invitation to cordon_service;
      grant select, update on sign_in_invitation to cordon_sign_in;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table sign_in_invitation, user_identity, identity_provider;
      drop function may_manage_sign_in;
      drop index principal_member_key;
    `);
  }
}
