import { once } from 'node:events';
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, request as forward, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { writeFile } from 'node:fs/promises';

import { Dpop } from '../src/auth/dpop.js';
import { ClientAccounts, type ClientJwks } from '../src/auth/index.js';
import { SpecHome } from '../src/cli/spec-terminal.js';
import { toGlobalId } from '../src/common/id.js';
import { createTestApp, type TestApp } from './support/app.js';
import { asOwner } from './support/as-owner.js';
import { givenMember } from './support/members.js';

let app: TestApp;
let front: Server;
let home: SpecHome;
/** Requests to the API that came by, by their authorization scheme. */
let schemes: string[] = [];

/** A service that has the address for itself that the command is given: a client's statements name it. */
beforeAll(async () => {
  front = createServer((incoming, outgoing) => {
    if (incoming.url === '/graphql') schemes.push(incoming.headers.authorization?.split(' ')[0] ?? '');
    const onward = forward(`${app.url}${incoming.url ?? ''}`, { method: 'POST', headers: incoming.headers });
    onward.on('response', (answer: IncomingMessage) => {
      outgoing.writeHead(answer.statusCode ?? 0, answer.headers);
      answer.pipe(outgoing);
    });
    incoming.pipe(onward);
  });
  front.listen(0, '127.0.0.1');
  await once(front, 'listening');
  app = await createTestApp({ config: { publicUrl: url() } });
  // The command has the clock of the machine.
  app.clock.advance({ seconds: Math.floor((Date.now() - app.clock.now().getTime()) / 1000) });
});

afterAll(async () => {
  front.close();
  front.closeAllConnections();
  await app.close();
});

beforeEach(async () => {
  home = await SpecHome.make();
  schemes = [];
});

afterEach(() => home.remove());

const url = (): string => `http://127.0.0.1:${(front.address() as AddressInfo).port}`;

/** A machine whose key lies in a file. Gives its id and the file. */
async function givenMachine(dpopRequired: boolean): Promise<readonly [id: string, keyFile: string]> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const { memberId } = await givenMember(app);
  const jwks = { keys: [publicKey.export({ format: 'jwk' })] } as unknown as ClientJwks;
  const { clientId } = await asOwner(app.database, (tx) =>
    app.nest
      .get(ClientAccounts)
      .create(tx, { memberId, name: 'A machine', scopes: ['screening:run'], jwks, dpopRequired }),
  );
  const keyFile = home.path('key.pem');
  await writeFile(keyFile, pemOf(privateKey));
  return [toGlobalId('client', clientId), keyFile];
}

const pemOf = (key: KeyObject): string => key.export({ format: 'pem', type: 'pkcs8' }).toString();

async function logIn([id, keyFile]: readonly [string, string]): Promise<void> {
  const { exitCode, stderr } = await home.run(['login', '--url', url(), '--client-id', id, '--key', keyFile]);
  expect([exitCode, stderr]).toEqual([0, expect.stringContaining('Signed in') as string]);
}

describe('cordon as a machine with a key', () => {
  it('signs in by a signed statement and asks with a bearer token', async () => {
    await logIn(await givenMachine(false));
    const { exitCode, stdout } = await home.run(['whoami']);
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining('client A machine') as string]);
    expect(schemes).toEqual(['Bearer']);
    expect((await home.run(['token'])).exitCode).toBe(0);
  });

  it('proves a key of its own with every request where the service asks for it, without a setting', async () => {
    await logIn(await givenMachine(true));
    const { exitCode, stdout } = await home.run(['whoami']);
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining('client A machine') as string]);
    expect(schemes).toEqual(['DPoP']);
  });

  it('makes a proof again when its nonce was too old', async () => {
    const machine = await givenMachine(true);
    await logIn(machine);
    const dpop = app.nest.get(Dpop);
    const nonce = dpop.nonce.bind(dpop);
    let asked = 0;
    // The token endpoint tells a nonce that nobody takes, as if two minutes passed before the next request.
    dpop.nonce = () => ((asked += 1) === 2 ? 'old' : nonce());
    try {
      expect((await home.run(['whoami'])).exitCode).toBe(0);
    } finally {
      dpop.nonce = nonce;
    }
    expect(schemes).toEqual(['DPoP', 'DPoP']);
  });

  it('prints no token that could not be used', async () => {
    await logIn(await givenMachine(true));
    const { exitCode, stdout, stderr } = await home.run(['token']);
    expect([exitCode, stdout, stderr]).toEqual([3, '', expect.stringContaining('bound to a key') as string]);
  });
});
