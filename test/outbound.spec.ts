import { once } from 'node:events';
import { createServer as createHttpServer, type RequestListener, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

import { exchange } from '../src/outbound/exchange.js';
import { OUTBOUND_AT_ONCE_MAX, OUTBOUND_AT_ONCE_OF_OWNER_MAX } from '../src/outbound/outbound-client.js';
import {
  HostResolver,
  OutboundClient,
  outboundFetch,
  type OutboundRequest,
  type ResolvedAddress,
} from '../src/outbound/index.js';
import { isPublicAddress } from '../src/outbound/public-address.js';
import { testConfig } from './support/database.js';
import { selfSigned } from './support/self-signed.js';

/** Plays a resolver that says what the test says, one answer after the other, and the last one ever after. */
class FakeResolver extends HostResolver {
  readonly asked: string[] = [];

  constructor(private readonly answers: readonly (readonly string[])[]) {
    super();
  }

  override resolve(host: string): Promise<readonly ResolvedAddress[]> {
    const answer = this.answers[Math.min(this.asked.length, this.answers.length - 1)] ?? [];
    this.asked.push(host);
    return Promise.resolve(answer.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })));
  }
}

const JSON_TYPE = 'application/json';
const servers: Server[] = [];

async function givenServer(listener: RequestListener, tls?: { key: string; cert: string }) {
  const server = tls === undefined ? createHttpServer(listener) : createHttpsServer(tls, listener);
  servers.push(server);
  let connections = 0;
  server.on('connection', () => (connections += 1));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { port, url: `http://127.0.0.1:${port}/`, connections: () => connections };
}

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

function givenClient(answers: readonly (readonly string[])[] = [['127.0.0.1']], outboundLoopback = true) {
  const resolver = new FakeResolver(answers);
  const config = testConfig('postgres://nobody@db.example/none', { outboundLoopback });
  return { resolver, client: new OutboundClient(config, resolver) };
}

/** How a request ended: its status, or what it was refused for. */
async function faultOf(
  client: OutboundClient,
  request: Partial<OutboundRequest> & { url: string },
): Promise<unknown> {
  try {
    return (await client.send({ mediaTypes: [JSON_TYPE], ...request })).status;
  } catch (error) {
    return (error as { fault?: unknown }).fault ?? error;
  }
}

describe('where the outbound client goes', () => {
  it.each<[string, readonly string[]]>([
    ['this machine', ['127.0.0.1']],
    ['this machine by IPv6', ['::1']],
    ['a private network', ['10.0.0.8']],
    ['the metadata service', ['169.254.169.254']],
    ['a unique local address', ['fd00::1']],
    ['a mapped address', ['::ffff:127.0.0.1']],
    ['a private network behind NAT64', ['64:ff9b::a00:1']],
    ['a public address and a private one', ['1.1.1.1', '10.0.0.8']],
    ['a private one at the end of many', ['1.1.1.1', '1.0.0.1', '2606:4700:4700::1111', '::1']],
  ])('refuses a name that leads to %s', async (_name, addresses) => {
    const server = await givenServer((_request, response) => response.end());
    const { client } = givenClient([addresses], false);
    expect(await faultOf(client, { url: 'https://keys.example/' })).toBe('ADDRESS_REFUSED');
    expect(server.connections()).toBe(0);
  });

  it('refuses the same where loopback is allowed: a name of the Internet does not lead to this machine', async () => {
    const { client } = givenClient([['127.0.0.1']], true);
    expect(await faultOf(client, { url: 'https://keys.example/' })).toBe('ADDRESS_REFUSED');
  });

  it('refuses localhost that leads elsewhere', async () => {
    const { client } = givenClient([['10.0.0.8']]);
    expect(await faultOf(client, { url: 'http://localhost:1/' })).toBe('ADDRESS_REFUSED');
  });

  it('asks for a name once, and goes where that answer said: rebinding finds nobody who asks again', async () => {
    const server = await givenServer((_request, response) => response.end());
    const { client, resolver } = givenClient([['127.0.0.1'], ['10.0.0.8']]);
    const url = `http://localhost:${server.port}/`;
    expect(await faultOf(client, { url })).toBe(200);
    expect(resolver.asked).toEqual(['localhost']);
    expect(await faultOf(client, { url })).toBe('ADDRESS_REFUSED');
    expect(server.connections()).toBe(1);
  });

  it.each(['http', 'https'])(
    'looks at the connection itself, should it lead elsewhere (%s)',
    async (scheme) => {
      const seen: string[] = [];
      const server = await givenServer(
        (_request, response) => {
          seen.push('a request');
          response.end();
        },
        scheme === 'https' ? selfSigned() : undefined,
      );
      servers.at(-1)?.on('connection', (socket: Socket) => {
        socket.on('data', () => seen.push('bytes'));
      });
      const asked = exchange({
        url: new URL(`${scheme}://keys.example:${server.port}/`),
        method: 'POST',
        headers: {},
        body: 'a secret',
        addresses: [{ address: '127.0.0.1', family: 4 }],
        isAllowed: isPublicAddress,
        signal: AbortSignal.timeout(5_000),
      });
      await expect(asked).rejects.toMatchObject({ fault: 'ADDRESS_REFUSED' });
      await sleep(50);
      expect([seen, server.connections()]).toEqual([[], 1]);
    },
  );

  it('refuses an address before anything is looked up', async () => {
    const { client, resolver } = givenClient([['1.1.1.1']], false);
    for (const url of [
      'http://127.0.0.1:1/',
      'https://10.0.0.8/',
      'https://localhost/',
      'http://keys.example/',
    ])
      expect([url, await faultOf(client, { url })]).toEqual([url, 'URL_REFUSED']);
    expect(resolver.asked).toEqual([]);
  });

  it('says that there is no such host', async () => {
    expect(await faultOf(givenClient([[]]).client, { url: 'https://keys.example/' })).toBe('UNREACHABLE');
  });

  it('refuses a certificate that nobody vouches for, whatever the environment says', async () => {
    const before = process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
    try {
      let requests = 0;
      const server = await givenServer((_request, response) => {
        requests += 1;
        response.end();
      }, selfSigned());
      const asked = givenClient().client.send({ url: `https://localhost:${server.port}/`, mediaTypes: [] });
      await expect(asked).rejects.toMatchObject({
        fault: 'UNREACHABLE',
        cause: { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
      });
      expect([requests, server.connections()]).toEqual([0, 1]);
    } finally {
      if (before === undefined) delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
      else process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = before;
    }
  });
});

describe('what the outbound client takes', () => {
  const answers = (head: Readonly<Record<string, string>>, body: string | Buffer = '{}', status = 200) =>
    givenServer((_request, response) => response.writeHead(status, head).end(body));

  it('gives status, head and body', async () => {
    const server = await answers(
      { 'content-type': 'application/json; charset=utf-8', etag: '"1"' },
      '{"a":1}',
      404,
    );
    const answer = await givenClient().client.send({ url: server.url, mediaTypes: [JSON_TYPE] });
    expect([answer.status, answer.headers.etag, answer.body.toString()]).toEqual([404, '"1"', '{"a":1}']);
  });

  it.each([301, 302, 303, 307, 308])('follows no redirect (%d)', async (status) => {
    const target = await answers({ 'content-type': JSON_TYPE });
    const server = await answers({ location: target.url }, '', status);
    expect(await faultOf(givenClient().client, { url: server.url })).toBe('REDIRECTED');
    expect(target.connections()).toBe(0);
  });

  it('refuses another content type, and none', async () => {
    for (const head of [{ 'content-type': 'text/html' }, {}]) {
      expect(await faultOf(givenClient().client, { url: (await answers(head)).url })).toBe('WRONG_TYPE');
    }
  });

  it('refuses a compressed body, though it be small', async () => {
    const bomb = gzipSync(Buffer.alloc(1_000_000));
    const server = await answers({ 'content-type': JSON_TYPE, 'content-encoding': 'gzip' }, bomb);
    expect(await faultOf(givenClient().client, { url: server.url })).toBe('WRONG_TYPE');
  });

  it('refuses a body that is too large, announced or not', async () => {
    const announced = await answers(
      { 'content-type': JSON_TYPE, 'content-length': '65537' },
      'x'.repeat(65_537),
    );
    const streamed = await givenServer((_request, response) => {
      response.writeHead(200, { 'content-type': JSON_TYPE });
      const timer = setInterval(() => response.write('x'.repeat(8_192)), 1);
      response.on('close', () => {
        clearInterval(timer);
      });
    });
    for (const { url } of [announced, streamed])
      expect(await faultOf(givenClient().client, { url })).toBe('TOO_LARGE');
  });

  it('refuses a head that is too large', async () => {
    const server = await answers({ 'content-type': JSON_TYPE, 'x-long': 'x'.repeat(20_000) });
    expect(await faultOf(givenClient().client, { url: server.url })).toBe('UNREACHABLE');
  });

  it.each<[string, RequestListener]>([
    ['answers nothing', () => undefined],
    [
      'sends its head and no body',
      (_request, response) => {
        response.writeHead(200, { 'content-type': JSON_TYPE }).flushHeaders();
      },
    ],
    [
      'trickles',
      (_request, response) => {
        response.writeHead(200, { 'content-type': JSON_TYPE });
        const timer = setInterval(() => response.write(' '), 20);
        response.on('close', () => {
          clearInterval(timer);
        });
      },
    ],
    [
      'goes on saying that it will',
      (_request, response) => {
        const timer = setInterval(() => {
          response.writeProcessing();
        }, 20);
        response.on('close', () => {
          clearInterval(timer);
        });
      },
    ],
  ])('waits no longer than it may for one that %s', async (_name, listener) => {
    const server = await givenServer(listener);
    const startedAt = performance.now();
    expect(await faultOf(givenClient().client, { url: server.url, timeoutMs: 200 })).toBe('TIMED_OUT');
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });

  it('waits no longer than it may for a resolver', async () => {
    class Silent extends HostResolver {
      override resolve(): Promise<readonly ResolvedAddress[]> {
        return new Promise(() => undefined);
      }
    }
    const client = new OutboundClient(testConfig('postgres://nobody@db.example/none'), new Silent());
    expect(await faultOf(client, { url: 'https://keys.example/', timeoutMs: 100 })).toBe('TIMED_OUT');
  });

  it('says that a connection broke', async () => {
    const server = await givenServer((request) => request.socket.destroy());
    expect(await faultOf(givenClient().client, { url: server.url })).toBe('UNREACHABLE');
  });

  it('makes so many requests at once and refuses one more, and is free again afterwards', async () => {
    const server = await givenServer((_request, response) => setTimeout(() => response.end(), 100));
    const { client } = givenClient();
    const all = await Promise.all(
      Array.from({ length: OUTBOUND_AT_ONCE_MAX + 3 }, (_none, index) =>
        faultOf(client, { url: server.url, owner: `member ${index}` }),
      ),
    );
    expect(all.filter((fault) => fault === 'BUSY')).toHaveLength(3);
    expect(await faultOf(client, { url: server.url })).toBe(200);
  });

  it('has room for the others while one owner waits for slow hosts', async () => {
    const slow = await givenServer(() => undefined);
    const quick = await givenServer((_request, response) => response.end());
    const { client } = givenClient();
    const waiting = Array.from({ length: OUTBOUND_AT_ONCE_OF_OWNER_MAX + 2 }, () =>
      faultOf(client, { url: slow.url, owner: 'slow', timeoutMs: 300 }),
    );
    expect(await faultOf(client, { url: quick.url, owner: 'other' })).toBe(200);
    expect(await faultOf(client, { url: quick.url, owner: 'slow' })).toBe('BUSY');
    const ended = await Promise.all(waiting);
    expect(ended.filter((fault) => fault === 'BUSY')).toHaveLength(2);
    expect(await faultOf(client, { url: quick.url, owner: 'slow' })).toBe(200);
  });
});

describe('outboundFetch', () => {
  it('is a fetch whose every rule is the client’s', async () => {
    const seen: unknown[] = [];
    const server = await givenServer((request, response) => {
      void request.toArray().then((chunks) => {
        seen.push([
          request.method,
          request.headers['x-a'],
          request.headers['content-type'],
          Buffer.concat(chunks as Buffer[]).toString(),
        ]);
        response.writeHead(200, { 'content-type': JSON_TYPE }).end('{"b":2}');
      });
    });
    const fetched = outboundFetch(givenClient().client, { mediaTypes: [JSON_TYPE] });
    const form = { 'content-type': 'application/x-www-form-urlencoded', 'x-a': '1' };
    const answer = await fetched(server.url, {
      method: 'POST',
      headers: form,
      body: new URLSearchParams({ c: '3' }),
    });
    expect([answer.status, await answer.json()]).toEqual([200, { b: 2 }]);
    expect(seen).toEqual([['POST', '1', 'application/x-www-form-urlencoded', 'c=3']]);

    await expect(fetched(server.url, { method: 'DELETE' })).rejects.toThrow('not sent out');
    await expect(fetched('http://10.0.0.8/', {})).rejects.toMatchObject({ fault: 'URL_REFUSED' });
  });
});
