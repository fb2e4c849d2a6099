import { open, rename, unlink } from 'node:fs/promises';
import { fileError } from './cli-error.js';

/** Replaces a file as a whole: a reader, or the next start after a crash, finds the old text or the new, never a part. */
export async function writeAtomically(path: string, text: string, mode = 0o600): Promise<void> {
  const temporary = `${path}.${process.pid}.new`;
  try {
    const file = await open(temporary, 'w', mode);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw fileError(path, error);
  }
}
