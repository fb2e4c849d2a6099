import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Client } from 'pg';

import { type EmbeddedServer, OWNER, startEmbeddedServer } from '../../src/database/embedded/index.js';
import { runMigrations } from '../../src/database/migrator.js';

/** The migrated database that every test file's own is copied from. */
export const TEMPLATE_DATABASE = 'cordon_template';
/** How test files, which run in other processes, are told of the server: its maintenance database as superuser ... */
export const SUPERUSER_URL_VARIABLE = 'TEST_SUPERUSER_URL';
/** ... and the login that owns the schema. */
export const OWNER_URL_VARIABLE = 'TEST_OWNER_URL';

/** The one server of a test run, in a temporary folder. */
export interface TestServer {
  readonly server: EmbeddedServer;
  /** Stops the server and removes its folder. */
  stop(): Promise<void>;
}

/** Starts the server of a test run, makes the template, and tells the test files by their environment. */
export async function startTestServer(): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'cordon-test-'));
  const guard = startGuard(folder);
  const server = await startEmbeddedServer({ dataFolder: folder, durable: false });
  process.env[SUPERUSER_URL_VARIABLE] = server.superuserUrl;
  process.env[OWNER_URL_VARIABLE] = server.url;
  await makeTemplate(server);
  return {
    server,
    stop: async () => {
      await server.stop();
      await guard();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function makeTemplate({ superuserUrl, url }: EmbeddedServer): Promise<void> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query(`create database ${TEMPLATE_DATABASE} owner ${OWNER}`);
    const template = new URL(url);
    template.pathname = `/${TEMPLATE_DATABASE}`;
    await runMigrations(template.href);
    // Nobody may be connected to a database that is being copied.
    await client.query(`alter database ${TEMPLATE_DATABASE} allow_connections false`);
  } finally {
    await client.end();
  }
}

/**
 * A run that is interrupted or killed leaves no server behind: a shell waits for the end of this process, which closes
 * its input, and then stops what is still running. Gives the way to end it.
 */
function startGuard(folder: string): () => Promise<void> {
  if (process.platform === 'win32') return () => Promise.resolve();
  const pidFile = join(folder, 'postgres', 'postmaster.pid');
  const script =
    'cat > /dev/null; if [ -f "$0" ]; then kill -QUIT "$(head -n 1 "$0")"; sleep 1; fi; rm -rf "$1"';
  const shell = spawn('/bin/sh', ['-c', script, pidFile, folder], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  shell.unref();
  return async () => {
    const ended = once(shell, 'exit');
    shell.ref();
    shell.stdin.end();
    await ended;
  };
}
