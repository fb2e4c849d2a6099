import { Client } from 'pg';

import { createEmptyDatabase, type TestDatabase } from '../../test/support/database.js';
import { dumpSchema } from './schema-dump.js';

const MADE = `
  create extension pg_trgm;
  create type colour as enum ('red', 'blue');
  create domain code as text check (value ~ '^[A-Z]+$');
  create type pair as (a integer, b text);
  create function twice(n integer) returns integer language sql immutable as 'select 2 * n';
  revoke execute on function twice from public;
  create table zebra (id uuid primary key, at timestamptz not null) partition by range (id);
  create table zebra_all partition of zebra default;
  create table apple (
    id bigint generated always as identity primary key,
    colour colour default 'red',
    name code collate "C" not null,
    doubled integer generated always as (twice(length(name::text))) stored,
    zebra_id uuid references zebra (id),
    constraint apple_name_check check (name <> 'X')
  );
  create index apple_name on apple using gin ((name::text) gin_trgm_ops) where colour = 'red';
  create function stamp() returns trigger language plpgsql as 'begin return new; end';
  create trigger apple_stamp before update on apple for each row execute function stamp();
  alter table apple enable row level security;
  alter table apple force row level security;
  create policy mine on apple for select to cordon_service using (name = current_user);
  comment on column apple.name is 'Not X.';
  create view red_apple with (security_invoker = true) as select id from apple where colour = 'red';
  grant select on apple, red_apple to cordon_service;
  grant update (name) on apple to cordon_service;
`;

const EXPECTED = `create extension pg_trgm;

create domain code as text CHECK ((VALUE ~ '^[A-Z]+$'::text));
create type colour as enum ('red', 'blue');
create type pair as (a integer, b text);

CREATE OR REPLACE FUNCTION public.stamp()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$begin return new; end$function$;

CREATE OR REPLACE FUNCTION public.twice(n integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$select 2 * n$function$;

create table apple (
  id bigint generated always as identity not null,
  colour colour default 'red'::colour,
  name code collate "C" not null,
  doubled integer generated always as (twice(length((name)::text))) stored,
  zebra_id uuid,
  constraint apple_pkey PRIMARY KEY (id),
  constraint apple_name_check CHECK (((name)::text <> 'X'::text)),
  constraint apple_zebra_id_fkey FOREIGN KEY (zebra_id) REFERENCES zebra(id)
);
alter table apple enable row level security;
alter table apple force row level security;
CREATE INDEX apple_name ON public.apple USING gin (((name)::text) gin_trgm_ops) WHERE (colour = 'red'::colour);
CREATE TRIGGER apple_stamp BEFORE UPDATE ON public.apple FOR EACH ROW EXECUTE FUNCTION stamp();
create policy mine on apple as permissive for select to cordon_service using ((name)::text = CURRENT_USER);
comment on column apple.name is 'Not X.';

create table zebra (
  id uuid not null,
  at timestamp with time zone not null,
  constraint zebra_pkey PRIMARY KEY (id)
) partition by RANGE (id);

create table zebra_all (
  id uuid not null,
  at timestamp with time zone not null,
  constraint zebra_all_pkey PRIMARY KEY (id)
) partition of zebra DEFAULT;

create view red_apple with (security_invoker=true) as
 SELECT id
   FROM apple
  WHERE (colour = 'red'::colour);

grant select on table apple to cordon_service;
grant select on table red_apple to cordon_service;
grant update (name) on table apple to cordon_service;
grant execute on function stamp() to public;
`;

describe('dumpSchema', () => {
  let testDatabase: TestDatabase;

  beforeAll(async () => {
    testDatabase = await createEmptyDatabase();
  });

  afterAll(async () => {
    await testDatabase.drop();
  });

  it('writes every kind of object, by name, with what belongs to a table below it', async () => {
    const client = new Client({ connectionString: testDatabase.url });
    await client.connect();
    await client.query(MADE);
    const schema = await dumpSchema(client);
    await client.end();
    expect(schema.replace(/^(--.*\n)+\n/, '')).toBe(EXPECTED);
  });
});
