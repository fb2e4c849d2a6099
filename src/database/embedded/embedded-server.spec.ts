import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { Client } from 'pg';

import { type EmbeddedServer, startEmbeddedServer } from './embedded-server.js';
import { isAlive } from './postmaster.js';

describe('the embedded server', () => {
  let dataFolder: string;
  const servers: EmbeddedServer[] = [];

  beforeEach(async () => {
    dataFolder = await mkdtemp(join(tmpdir(), 'cordon-embedded-'));
  });

  afterEach(async () => {
    for (const server of servers.splice(0)) await server.stop();
    await rm(dataFolder, { recursive: true });
  });

  async function start(durable = false): Promise<EmbeddedServer> {
    const server = await startEmbeddedServer({ dataFolder, durable });
    servers.push(server);
    return server;
  }

  async function query(url: string, sql: string): Promise<unknown[]> {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(sql)).rows;
    } finally {
      await client.end();
    }
  }

  const pidOf = async ({ home }: { readonly home: string }): Promise<number> =>
    Number((await readFile(join(home, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);

  /** Another process starts the server; it ends by kill -9. */
  async function startElsewhere(): Promise<{ url: string; kill: () => Promise<void> }> {
    const child = spawn(
      process.execPath,
      [
        '--import',
        resolve('test/support/typescript-hooks.js'),
        resolve('test/support/hold-server.ts'),
        dataFolder,
      ],
      { stdio: ['pipe', 'pipe', 'inherit'] },
    );
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    const { url } = JSON.parse(line.toString()) as { url: string };
    return {
      url,
      kill: async () => {
        child.kill('SIGKILL');
        await once(child, 'exit');
      },
    };
  }

  it('gives the service a database whose owner is no superuser, on the loopback address alone', async () => {
    const server = await start();
    expect(server.owned).toBe(true);
    expect(
      await query(
        server.url,
        `select current_user, rolsuper, rolcreatedb, rolbypassrls, current_setting('listen_addresses') as addresses,
           pg_get_userbyid(datdba) as owner
         from pg_roles, pg_database where rolname = current_user and datname = current_database()`,
      ),
    ).toEqual([
      {
        current_user: 'cordon_owner',
        rolsuper: false,
        rolcreatedb: false,
        rolbypassrls: false,
        addresses: '127.0.0.1',
        owner: 'cordon_owner',
      },
    ]);
  });

  it('keeps its secrets from other users and lets nobody in without them', async () => {
    const server = await start();
    expect((await stat(join(dataFolder, 'embedded-server.json'))).mode & 0o777).toBe(0o600);
    expect((await stat(join(server.home, 'postgres'))).mode & 0o777).toBe(0o700);
    const stranger = new URL(server.superuserUrl);
    stranger.password = 'guess';
    await expect(query(stranger.href, 'select 1')).rejects.toThrow('password authentication failed');
  });

  it('is gone after its stop, and comes back on the same port with its data', async () => {
    const first = await start(true);
    const pid = await pidOf(first);
    await query(first.url, 'create table kept as select 1 as n');
    await first.stop();
    expect(isAlive(pid)).toBe(false);

    const second = await start(true);
    expect(second.url).toBe(first.url);
    expect(await query(second.url, 'select n from kept')).toEqual([{ n: 1 }]);
  });

  it('takes another port when somebody else has its own', async () => {
    const first = await start();
    await first.stop();
    const port = Number(new URL(first.url).port);
    const other = createServer().listen(port, '127.0.0.1');
    await once(other, 'listening');
    const second = await start();
    expect(Number(new URL(second.url).port)).not.toBe(port);
    expect(await query(second.url, 'select 1 as n')).toEqual([{ n: 1 }]);
    other.close();
  });

  it('is one server with one owner, however many start it at once', async () => {
    const started = await Promise.all([start(), start(), start()]);
    expect(new Set(started.map(({ url }) => url)).size).toBe(1);
    expect(started.filter(({ owned }) => owned)).toHaveLength(1);

    const [guest] = started.filter(({ owned }) => !owned);
    await guest?.stop();
    expect(await query(guest?.url ?? '', 'select 1 as n')).toEqual([{ n: 1 }]);
  });

  it('is adopted by the next start when its starter was killed', async () => {
    const elsewhere = await startElsewhere();
    await query(elsewhere.url, 'create table kept as select 1 as n');
    const pid = await pidOf({ home: dataFolder });
    await elsewhere.kill();

    const server = await start(true);
    expect(server).toMatchObject({ url: elsewhere.url, owned: true });
    expect(await pidOf(server)).toBe(pid);
    expect(await query(server.url, 'select n from kept')).toEqual([{ n: 1 }]);
    await server.stop();
    expect(isAlive(pid)).toBe(false);
  });

  it('recovers what was committed when it was killed together with its starter', async () => {
    const elsewhere = await startElsewhere();
    await query(elsewhere.url, 'create table kept as select 1 as n');
    const pid = await pidOf({ home: dataFolder });
    await elsewhere.kill();
    process.kill(pid, 'SIGKILL');

    const server = await start(true);
    expect(await query(server.url, 'select n from kept')).toEqual([{ n: 1 }]);
  });

  it('does not take a process that has its old pid for a server', async () => {
    const first = await start();
    await first.stop();
    const port = new URL(first.url).port;
    await writeFile(
      join(first.home, 'postgres', 'postmaster.pid'),
      [process.pid, join(first.home, 'postgres'), 1, port, '', '127.0.0.1', '', 'ready'].join('\n'),
    );
    const second = await start();
    expect(await query(second.url, 'select 1 as n')).toEqual([{ n: 1 }]);
  });

  it('brings back a server that is killed under its owner, on the same port', async () => {
    const server = await start(true);
    await query(server.url, 'create table kept as select 1 as n');
    process.kill(await pidOf(server), 'SIGKILL');
    const until = performance.now() + 5_000;
    let rows: unknown[] = [];
    while (rows.length === 0 && performance.now() < until) {
      await sleep(50);
      rows = await query(server.url, 'select n from kept').catch(() => []);
    }
    expect(rows).toEqual([{ n: 1 }]);
  });
});
