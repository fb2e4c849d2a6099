import { freePort, OwnProcess, type OwnProgram } from './own-process.js';

/** A server that answers `status`, and prints a line when it begins. */
const SERVER = `
  const { createServer } = require('node:http');
  console.log('begun');
  createServer((_, reply) => { reply.statusCode = Number(process.env.STATUS); reply.end(); })
    .listen(Number(process.env.PORT), '127.0.0.1');
  if (process.env.DEAF) process.on('SIGTERM', () => console.log('asked'));
`;

async function aProgram(
  environment: Readonly<Record<string, string>> = {},
  program: Partial<OwnProgram> = {},
): Promise<OwnProgram> {
  const port = await freePort();
  return {
    name: 'server',
    args: ['-e', SERVER],
    environment: { PORT: String(port), STATUS: '200', ...environment },
    origin: `http://127.0.0.1:${port}`,
    readyMsMax: 10_000,
    ...program,
  };
}

describe('a process of our own', () => {
  it('is there once it answers, and gone once it is stopped', async () => {
    const program = await aProgram();
    const started = await OwnProcess.start(program);
    expect([started.hasEnded, started.output]).toEqual([false, 'begun\n']);
    await started.stop();
    expect(started.hasEnded).toBe(true);
    await expect(fetch(program.origin)).rejects.toThrow('fetch failed');
    await started.stop();
  });

  it('is ended without being asked', async () => {
    const started = await OwnProcess.start(await aProgram({ DEAF: 'yes' }));
    await started.kill();
    expect([started.hasEnded, started.output]).toEqual([true, 'begun\n']);
  });

  it('tells what it printed where it ends before it answers', async () => {
    const program = await aProgram({}, { args: ['-e', 'console.log("no such file"); process.exit(1)'] });
    await expect(OwnProcess.start(program)).rejects.toThrow(
      'The server does not answer. It printed:\nno such file',
    );
  });

  it('is not left where it never gets ready', async () => {
    const program = await aProgram({ STATUS: '503' }, { readyMsMax: 300 });
    await expect(OwnProcess.start(program)).rejects.toThrow('The server does not answer.');
    await expect(fetch(program.origin)).rejects.toThrow('fetch failed');
  });
});
