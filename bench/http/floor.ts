import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Pool } from 'pg';
import { assert } from '../../src/common/assert.js';
import { asServiceRole } from '../../src/database/data-source.js';
import type { FloorSubmission } from './submit-exchange.js';
import { FLOOR_SCREEN, FLOOR_SUBMIT } from './floor-statements.js';

/*
 * The floor: what Node and PostgreSQL take for the same work with nothing around it. One process, bare node:http, one
 * prepared statement per request on a pool of the service's size; no authentication, no checks, no audit.
 */

const pool = new Pool({
  // Nobody is entered: the floor works as a role for which the row policies let every row pass.
  connectionString: asServiceRole(setting('FLOOR_DATABASE_URL'), 'cordon_resolver'),
  max: Number(setting('FLOOR_POOL_MAX')),
});
const memberId = setting('FLOOR_MEMBER_ID');

createServer((request, response) => {
  answer(request)
    .then((content) => {
      send(response, 200, content);
    })
    .catch((error: unknown) => {
      send(response, 500, { error: String(error) });
    });
}).listen(Number(setting('FLOOR_PORT')), '127.0.0.1');

async function answer(request: IncomingMessage): Promise<object> {
  switch (request.url) {
    case '/screen':
      return screen((await bodyOf(request)) as { readonly hash: string });
    case '/submit':
      return submit((await bodyOf(request)) as FloorSubmission);
    default:
      return { status: 'ok' };
  }
}

async function screen({ hash }: { readonly hash: string }): Promise<object> {
  const { rows } = await pool.query<object>({
    ...FLOOR_SCREEN,
    values: [Buffer.from(hash, 'hex'), memberId],
  });
  return { matches: rows };
}

async function submit({ clientReference, identifiers, ...content }: FloorSubmission): Promise<object> {
  const id = randomUUID();
  await pool.query({
    ...FLOOR_SUBMIT,
    values: [
      id,
      memberId,
      clientReference,
      JSON.stringify(content),
      identifiers.map(({ type }) => type),
      identifiers.map(({ scope }) => scope),
      identifiers.map(({ value }) => value),
    ],
  });
  return { id, clientReference };
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

function send(response: ServerResponse, status: number, content: object): void {
  const body = JSON.stringify(content);
  response
    .writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
    .end(body);
}

function setting(name: string): string {
  const value = process.env[name];
  assert(value !== undefined, `the bench gives ${name}`);
  return value;
}
