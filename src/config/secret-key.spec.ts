import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ConfigError } from './config-error.js';
import { secretKeyOf } from './secret-key.js';

describe('secretKeyOf', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cordon-key-'));
  });

  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  it('makes a key that only its owner can read, and gives the same one from then on', async () => {
    const key = await secretKeyOf(folder);
    expect(key).toHaveLength(32);
    expect((await stat(join(folder, 'secret.key'))).mode & 0o777).toBe(0o600);
    expect(await secretKeyOf(folder)).toEqual(key);
  });

  it('gives all of many first starts the same key and leaves one file', async () => {
    const keys = await Promise.all(Array.from({ length: 20 }, () => secretKeyOf(folder)));
    expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(1);
    expect(await readdir(folder)).toEqual(['secret.key']);
  });

  it('does not replace a key file that it cannot use', async () => {
    await writeFile(join(folder, 'secret.key'), 'not a key');
    await expect(secretKeyOf(folder)).rejects.toBeInstanceOf(ConfigError);
  });
});
