import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { ConfigError } from './config-error.js';
import { SECRET_KEY_BYTES } from './environment-schema.js';

/**
 * The secret key of the embedded server's data: `secret.key` in the data folder, made on the first start, readable by
 * its owner alone (mode 0600).
 *
 * Two first starts at once agree on one key: the file is written under another name and linked into place, which fails
 * for the second, and then the first one's is read.
 *
 * @throws ConfigError when the file holds something else: another key would make what is stored unreadable.
 */
export async function secretKeyOf(dataFolder: string): Promise<Buffer> {
  const file = join(dataFolder, 'secret.key');
  await mkdir(dataFolder, { recursive: true });
  const key = (await readKey(file)) ?? (await makeKey(file));
  if (key.length !== SECRET_KEY_BYTES) {
    throw new ConfigError([
      `${file} must hold ${SECRET_KEY_BYTES} bytes in base64: restore it from a backup.`,
    ]);
  }
  return key;
}

async function readKey(file: string): Promise<Buffer | undefined> {
  try {
    return Buffer.from((await readFile(file, 'utf8')).trim(), 'base64');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

async function makeKey(file: string): Promise<Buffer> {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, `${randomBytes(SECRET_KEY_BYTES).toString('base64')}\n`, {
    mode: 0o600,
    flush: true,
  });
  try {
    await link(draft, file);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    await rm(draft);
  }
  return Buffer.from((await readFile(file, 'utf8')).trim(), 'base64');
}

function isCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
