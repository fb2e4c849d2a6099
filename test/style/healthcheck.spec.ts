import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

describe('docker/healthcheck.js', () => {
  it('is content with a service that is ready', async () => {
    const { server, port, asked } = await aService(200);
    expect(await checkHealth(port)).toBe(0);
    expect(asked).toEqual(['/health/ready']);
    server.close();
  });

  it('fails while the service is not ready', async () => {
    const { server, port } = await aService(503);
    expect(await checkHealth(port)).toBe(1);
    server.close();
  });

  it('fails when nothing answers', async () => {
    const { server, port } = await aService(200);
    server.close();
    await once(server, 'close');
    expect(await checkHealth(port)).toBe(1);
  });
});

/** A service that answers everything with this status. */
async function aService(status: number): Promise<{ server: Server; port: number; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(status, { connection: 'close' }).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, port: (server.address() as AddressInfo).port, asked };
}

/** The exit code of the check in a container whose service listens on this port. */
async function checkHealth(port: number): Promise<number | null> {
  const check = spawn(process.execPath, ['docker/healthcheck.js'], {
    env: { CORDON_PORT: String(port) },
    stdio: 'ignore',
  });
  const [exitCode] = (await once(check, 'exit')) as [number | null];
  return exitCode;
}
